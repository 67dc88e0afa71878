using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Drafts;

/// <summary>Keeps the draft as it now is, so that it can be gone back to. Within the caller's transaction.</summary>
internal static class KeepDraft
{
    // A writer saves every two seconds; somebody who looks for lost words thinks in minutes.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    public static async Task Of(OnRecordDb db, Story story)
    {
        if (story.SavedAt is not { } at || await db.SavedDrafts.AnyAsync(row => row.StoryId == story.Id && row.Revision == story.Revision))
            return;
        db.SavedDrafts.Add(
            new SavedDraft
            {
                Id = Guid.CreateVersion7(at),
                StoryId = story.Id,
                Revision = story.Revision,
                At = at,
                StaffId = story.SavedBy,
                Content = story.Draft with { },
            }
        );
    }

    /// <summary>Before it is written over: where other hands wrote it, or where the last one kept is some minutes old.</summary>
    public static async Task Before(OnRecordDb db, Story story, Guid who, DateTimeOffset now)
    {
        var last = await db
            .SavedDrafts.Where(row => row.StoryId == story.Id)
            .OrderByDescending(row => row.Revision)
            .Select(row => (DateTimeOffset?)row.At)
            .FirstOrDefaultAsync();
        if (story.SavedBy != who || last is null || last + Apart < now)
            await Of(db, story);
    }
}
