using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Puts the words of stories from before the desk's list into its column. Safe to run again.</summary>
internal static class FillSearch
{
    private const int AtOnce = 200;

    public static async Task Run(OnRecordDb db)
    {
        while (await db.Stories.Where(story => story.Search == "" && story.Draft.Headline != "").Take(AtOnce).ToListAsync() is { Count: > 0 } stories)
        {
            foreach (var story in stories)
                db.Entry(story).Property(row => row.Search).CurrentValue = Story.Words(story.Draft);
            // A headline of signs alone folds to nothing, and would be met again for ever.
            if (stories.TrueForAll(story => story.Search.Length == 0))
                return;
            await db.Transact(() => Task.CompletedTask);
            db.ChangeTracker.Clear();
        }
    }
}
