using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Shows a story to readers for the first time, at a free address.</summary>
internal static class PublishStory
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="dated">The date the story carries; null takes now.</param>
    /// <param name="updated">When its substance last changed before it came here.</param>
    public static async Task<Outcome<StoryVersion>> Into(
        OnRecordDb db,
        Story story,
        DateTimeOffset now,
        DateTimeOffset? dated,
        DateTimeOffset? updated = null,
        Guid? by = null,
        string note = ""
    )
    {
        var newsroom = await db.Newsroom();
        var path = await StoryAddress.Reserve(db, story.Id, newsroom.Local(dated ?? now), story.Draft.Headline);
        var outcome = story.Publish(now, dated, path, updated, by, note);
        if (outcome.Value is { } version)
            await ShowVersion.Into(db, story, version);
        return outcome;
    }
}
