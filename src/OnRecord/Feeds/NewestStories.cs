using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>The newest stories of a list that readers may see.</summary>
internal static class NewestStories
{
    /// <summary>How many a feed holds.</summary>
    public const int Length = 30;

    private const int Many = 2000;

    /// <summary>Newest first. What is scheduled, under embargo or taken down is not among them.</summary>
    public static async Task<List<ShownStory>> Of(OnRecordDb db, FeedList list, int count = Length)
    {
        var rows = await (await Among(db, list))
            .OrderByDescending(story => story.PublishedAt)
            .ThenByDescending(story => story.Path)
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
            .ThenByDescending(row => row.Path)
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
    public static async Task<DateTimeOffset?> Since(OnRecordDb db, FeedList list) =>
        await (await Among(db, list))
            .OrderByDescending(story => story.PublishedAt)
            .ThenByDescending(story => story.Path)
            .Select(story => story.PublishedAt)
            .Skip(Length - 1)
            .FirstOrDefaultAsync();

    private static async Task<IQueryable<Story>> Among(OnRecordDb db, FeedList list)
    {
        var stories = (await Tied(db, list)).Where(story => story.LiveVersionId != null && story.TakenDownAt == null);
        return list.Section is { } section ? stories.Where(story => story.LiveSectionId == section) : stories;
    }

    // Of a few it is quicker to sort those that are tied to it; of many, to walk down the sorted list and look who is among them.
    private static async Task<IQueryable<Story>> Tied(OnRecordDb db, FeedList list)
    {
        if (list is { Topic: null, Person: null })
            return db.Set<Story>();
        var tied = list.Topic is not null
            ? db.Set<StoryTopic>().Where(row => row.TopicId == list.Topic).Select(row => row.StoryId)
            : db.Set<StoryByline>().Where(row => row.PersonId == list.Person).Select(row => row.StoryId);
        if (await tied.Take(Many).CountAsync() < Many)
            return tied.Join(db.Set<Story>(), id => id, story => story.Id, (_, story) => story);
        return list.Topic is not null
            ? db.Set<Story>()
                .Where(story => db.Set<StoryTopic>().Any(row => row.TopicId == list.Topic && row.StoryId == story.Id))
            : db.Set<Story>()
                .Where(story =>
                    db.Set<StoryByline>().Any(row => row.PersonId == list.Person && row.StoryId == story.Id)
                );
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
