using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>Published stories for lists, newest first, by keyset: the thousandth page costs what the first does.</summary>
internal static class StoryLines
{
    private const int Many = 2000;

    /// <param name="section">Only of this section; null for all.</param>
    /// <param name="before">Only those that come after this one in the list; null from the start.</param>
    /// <param name="language">Only those written in it; null for all.</param>
    /// <param name="topic">Only those about it; null for all.</param>
    /// <param name="person">Only those this person signs; null for all.</param>
    public static async Task<List<StoryLine>> Newest(
        OnRecordDb db,
        int count,
        Guid? section,
        ListPlace? before,
        Guid? except = null,
        string? language = null,
        Guid? topic = null,
        Guid? person = null
    )
    {
        var stories = (await Of(db, topic, person)).Where(story =>
            story.LiveVersionId != null && story.TakenDownAt == null && story.Id != except
        );
        if (language is not null)
            stories = stories.Where(story =>
                db.Set<StoryVersion>().Any(live => live.Id == story.LiveVersionId && live.Content.Language == language)
            );
        if (section is not null)
            stories = stories.Where(story => story.LiveSectionId == section);
        if (before is { At: var at, Path: var path })
#pragma warning disable CA1309 // The database compares by its own order, the one it sorts by.
            stories = stories.Where(story =>
                story.PublishedAt < at || (story.PublishedAt == at && string.Compare(story.Path, path) < 0)
            );
#pragma warning restore CA1309
        var rows = await stories
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
                        story.RetractedAt,
                        version.Content.Headline,
                        version.Content.Deck,
                        version.Content.Language,
                        version.Content.Byline,
                        version.Content.Lead,
                        Section = db.Set<Section>().FirstOrDefault(row => row.Id == story.LiveSectionId),
                    }
            )
            .OrderByDescending(row => row.PublishedAt)
            .ThenByDescending(row => row.Path)
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(row => new StoryLine
            {
                Id = row.Id,
                Path = row.Path!,
                Headline = row.Headline,
                Deck = row.Deck,
                Language = row.Language,
                IsRetracted = row.RetractedAt is not null,
                PublishedAt = row.PublishedAt!.Value,
                Byline = row.Byline,
                Section = row.Section is null ? null : Shell.Link(row.Section),
                Picture = StoryPictures.InList(row.Lead),
                Alt = row.Lead?.Alt ?? "",
            }),
        ];
    }

    // Of a few it is quicker to sort those that are tied to it; of many, to walk down the sorted list and look who is among them.
    private static async Task<IQueryable<Story>> Of(OnRecordDb db, Guid? topic, Guid? person)
    {
        if (topic is null && person is null)
            return db.Set<Story>();
        var tied = topic is not null
            ? db.Set<StoryTopic>().Where(row => row.TopicId == topic).Select(row => row.StoryId)
            : db.Set<StoryByline>().Where(row => row.PersonId == person).Select(row => row.StoryId);
        if (await tied.Take(Many).CountAsync() < Many)
            return tied.Join(db.Set<Story>(), id => id, story => story.Id, (_, story) => story);
        return topic is not null
            ? db.Set<Story>()
                .Where(story => db.Set<StoryTopic>().Any(row => row.TopicId == topic && row.StoryId == story.Id))
            : db.Set<Story>()
                .Where(story => db.Set<StoryByline>().Any(row => row.PersonId == person && row.StoryId == story.Id));
    }
}

/// <summary>A place in the list of stories: behind the story of this date and address.</summary>
internal readonly record struct ListPlace(DateTimeOffset At, string Path)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}~{Path.TrimStart('/')}");

    public static ListPlace? Read(string? written)
    {
        if (
            written?.Split('~', 2) is not [var ticks, var path]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        )
            return null;
        return at <= DateTimeOffset.MaxValue.UtcTicks && !path.Contains('\0')
            ? new ListPlace(new DateTimeOffset(at, TimeSpan.Zero), $"/{path}")
            : null;
    }
}
