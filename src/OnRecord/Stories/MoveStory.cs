using OnRecord.Platform;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Gives a published story another address within its month. The old one redirects for ever.</summary>
internal static class MoveStory
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="words">The last part of the address, or words that it is made of; of a whole address the last part counts.</param>
    public static async Task<Outcome<string>> Into(OnRecordDb db, Story story, string words)
    {
        if (story.PublishedAt is not { } published)
            return new Problem("This story is not published yet; it gets its address when it is.");
        var slug = Slug.From(words.TrimEnd('/').Split('/')[^1], "");
        if (slug.Length == 0)
            return new Problem("address", "An address needs a letter or a digit. Write a few words of the headline.");
        var newsroom = await db.Newsroom();
        if (story.Path == Story.AddressOf(newsroom.Local(published), slug))
            return new Problem("address", "This is its address already.");
        var path = await StoryAddress.Reserve(db, story.Id, newsroom.Local(published), slug);
        story.MoveTo(path);
        db.Announce(new StoryShown(story.Id));
        return path;
    }
}
