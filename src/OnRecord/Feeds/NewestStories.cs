using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>The newest stories of a list that readers may see.</summary>
internal static class NewestStories
{
    /// <summary>How many a feed holds.</summary>
    public const int Length = 30;

    /// <summary>Newest first. What is scheduled, under embargo or taken down is not among them.</summary>
    public static async Task<List<ShownStory>> Of(OnRecordDb db, FeedList list, int count = Length)
    {
        var rows = await Among(db, list)
            .Take(count)
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new
                    {
                        story.Id,
                        story.Path,
                        story.PublishedAt,
                        story.UpdatedAt,
                        story.RetractedAt,
                        story.HidesSources,
                        Version = version,
                    }
            )
            .OrderByDescending(row => row.PublishedAt)
            .ThenByDescending(row => row.Id)
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(row => new ShownStory(
                row.Id,
                row.Path!,
                row.PublishedAt!.Value,
                row.UpdatedAt > row.PublishedAt ? row.UpdatedAt.Value : row.PublishedAt.Value,
                row.RetractedAt is not null,
                row.HidesSources,
                row.Version.Content
            )),
        ];
    }

    /// <summary>When the oldest story was published that is still among a list's newest; null where it has not so many.</summary>
    public static Task<DateTimeOffset?> Since(OnRecordDb db, FeedList list) =>
        Among(db, list).Select(story => story.PublishedAt).Skip(Length - 1).FirstOrDefaultAsync();

    // Each along an index of its list, so that only as many are read as are taken.
    private static IQueryable<Story> Among(OnRecordDb db, FeedList list)
    {
        var stories = db.Set<Story>().Listed();
        if (list.Topic is { } topic)
            return db.Set<StoryTopic>()
                .Where(row => row.TopicId == topic)
                .Join(stories, row => row.StoryId, story => story.Id, (row, story) => new { row, story })
                .OrderByDescending(pair => pair.row.PublishedAt)
                .ThenByDescending(pair => pair.row.StoryId)
                .Select(pair => pair.story);
        if (list.Person is { } person)
            return db.Set<StoryByline>()
                .Where(row => row.PersonId == person)
                .Join(stories, row => row.StoryId, story => story.Id, (row, story) => new { row, story })
                .OrderByDescending(pair => pair.row.PublishedAt)
                .ThenByDescending(pair => pair.row.StoryId)
                .Select(pair => pair.story);
        if (list.Section is { } section)
            stories = stories.Where(story => story.LiveSectionId == section);
        if (list.Month is { From: var from, Until: var until })
            stories = stories.Where(story => story.PublishedAt >= from && story.PublishedAt < until);
        if (list.Stories is { } some)
            stories = stories.Where(story => some.Contains(story.Id));
        return stories.OrderByDescending(story => story.PublishedAt).ThenByDescending(story => story.Id);
    }
}

/// <summary>A story as readers see it now.</summary>
/// <param name="UpdatedAt">When its substance last changed; not before it was published.</param>
internal sealed record ShownStory(
    Guid Id,
    string Path,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    bool IsRetracted,
    bool HidesSources,
    StoryContent Content
);
