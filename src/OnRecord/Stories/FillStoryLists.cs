using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Tells the desk's list and the picture library of stories from before they were. Safe to run again.</summary>
internal static class FillStoryLists
{
    private const int AtOnce = 200;

    public static async Task Run(OnRecordDb db)
    {
        while (
            await db
                .Stories.Where(story => story.Search == "" && story.Draft.Headline != "")
                .Include(story => story.Versions)
                .OrderBy(story => story.Id)
                .Take(AtOnce)
                .ToListAsync()
                is { Count: > 0 } stories
        )
        {
            foreach (var story in stories)
            {
                await PicturesOfStory.InDraft(db, story.Id, story.Draft);
                foreach (var version in story.Versions.OrderBy(version => version.Number))
                    await PicturesOfStory.InVersion(db, story.Id, version.Content);
            }
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
