using OnRecord.Platform;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Gives a published story another address within its month. The old one redirects for ever.</summary>
internal static class MoveStory
{
    /// <summary>Within the caller's transaction.</summary>
    public static async Task<Outcome<string>> Into(OnRecordDb db, Story story, string slug)
    {
        if (story.PublishedAt is not { } published)
            return new Problem("This story is not published yet; it gets its address when it is.");
        var newsroom = await db.Newsroom();
        var path = await StoryAddress.Reserve(db, story.Id, newsroom.Local(published), slug);
        story.MoveTo(path);
        db.Announce(new StoryShown(story.Id));
        return path;
    }
}
