using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Reading;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;

namespace OnRecord.Front.Lists;

/// <summary>Published stories for lists, newest first, by keyset: the thousandth page costs what the first does. Each list walks down an index of its own.</summary>
internal static class StoryLines
{
    /// <summary>How far it is looked for stories of a language: a rare one must not have a million looked at.</summary>
    private const int LookedAt = 200;

    /// <param name="section">Only of this section; null for all.</param>
    /// <param name="before">Only those that come after this one in the list; null from the start.</param>
    /// <param name="language">Only those written in it, among the newest few hundred; null for all.</param>
    /// <param name="topic">Only those about it; null for all.</param>
    /// <param name="person">Only those this person signs; null for all.</param>
    /// <param name="time">Only those published in it; null for all.</param>
    public static async Task<List<StoryLine>> Newest(
        OnRecordDb db,
        int count,
        Guid? section,
        ListPlace? before,
        Guid? except = null,
        string? language = null,
        Guid? topic = null,
        Guid? person = null,
        (DateTimeOffset From, DateTimeOffset Until)? time = null
    )
    {
        var stories =
            topic is { } about ? About(db, about, before)
            : person is { } who ? By(db, who, before)
            : All(db, section, before, time);
        if (except is not null)
            stories = stories.Where(story => story.Id != except);
        if (language is not null)
            stories = stories
                .Take(LookedAt)
                .Where(story =>
                    db.Set<StoryVersion>()
                        .Any(live => live.Id == story.LiveVersionId && live.Content.Language == language)
                );
        return await Lines(db, stories.Take(count));
    }

    /// <summary>These stories, newest first; without those that are not before readers.</summary>
    public static async Task<List<StoryLine>> These(OnRecordDb db, IEnumerable<Guid> ids)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0 ? [] : await Lines(db, db.Set<Story>().Listed().Where(row => wanted.Contains(row.Id)));
    }

    /// <summary>The same lines, those that are shown large with where their statements come from.</summary>
    public static async Task<List<StoryLine>> WithShares(OnRecordDb db, Newsroom newsroom, List<StoryLine> lines)
    {
        if (newsroom.HidesSources || lines.Count == 0)
            return lines;
        var ids = lines.Select(line => line.Id).ToList();
        var counts = await db.Set<ShownStatement>()
            .Where(row => ids.Contains(row.StoryId))
            .Where(row => !db.Set<Story>().Any(story => story.Id == row.StoryId && story.HidesSources))
            .GroupBy(row => new
            {
                row.StoryId,
                row.Way,
                row.IsRefusal,
            })
            .Select(group => new
            {
                group.Key.StoryId,
                group.Key.Way,
                group.Key.IsRefusal,
                Count = group.Count(),
            })
            .ToListAsync();
        var shares = counts
            .GroupBy(row => row.StoryId)
            .ToDictionary(
                group => group.Key,
                group =>
                {
                    int Of(Way way) => group.Where(row => !row.IsRefusal && row.Way == way).Sum(row => row.Count);
                    return new StoryShares(
                        Of(Way.Named),
                        Of(Way.SecondHand),
                        Of(Way.NotNamed),
                        group.Where(row => row.IsRefusal).Sum(row => row.Count)
                    );
                }
            );
        return [.. lines.Select(line => line with { Shares = shares.GetValueOrDefault(line.Id) })];
    }

    /// <summary>The same lines with how many comments they have. The page hangs on that number from then on.</summary>
    public static async Task<List<StoryLine>> WithCounts(OnRecordDb db, PageTags tags, List<StoryLine> lines)
    {
        tags.Add(CommentTags.Counts);
        var counts = await CountComments.Of(db, [.. lines.Select(line => line.Id)]);
        return counts.Count == 0
            ? lines
            : [.. lines.Select(line => line with { Comments = counts.GetValueOrDefault(line.Id) })];
    }

    private static IQueryable<Story> All(
        OnRecordDb db,
        Guid? section,
        ListPlace? before,
        (DateTimeOffset From, DateTimeOffset Until)? time
    )
    {
        var stories = db.Set<Story>().Listed();
        if (section is not null)
            stories = stories.Where(story => story.LiveSectionId == section);
        if (time is { From: var from, Until: var until })
            stories = stories.Where(story => story.PublishedAt >= from && story.PublishedAt < until);
        // Said in this way, the first half is where the walk through the index begins.
        if (before is { At: var at, Id: var id })
            stories = stories.Where(story => story.PublishedAt <= at && (story.PublishedAt < at || story.Id < id));
        return stories.OrderByDescending(story => story.PublishedAt).ThenByDescending(story => story.Id);
    }

    private static IQueryable<Story> About(OnRecordDb db, Guid topic, ListPlace? before)
    {
        var rows = db.Set<StoryTopic>().Where(row => row.TopicId == topic);
        if (before is { At: var at, Id: var id })
            rows = rows.Where(row => row.PublishedAt <= at && (row.PublishedAt < at || row.StoryId < id));
        return rows.Join(
                db.Set<Story>().Listed(),
                row => row.StoryId,
                story => story.Id,
                (row, story) => new { row, story }
            )
            .OrderByDescending(pair => pair.row.PublishedAt)
            .ThenByDescending(pair => pair.row.StoryId)
            .Select(pair => pair.story);
    }

    private static IQueryable<Story> By(OnRecordDb db, Guid person, ListPlace? before)
    {
        var rows = db.Set<StoryByline>().Where(row => row.PersonId == person);
        if (before is { At: var at, Id: var id })
            rows = rows.Where(row => row.PublishedAt <= at && (row.PublishedAt < at || row.StoryId < id));
        return rows.Join(
                db.Set<Story>().Listed(),
                row => row.StoryId,
                story => story.Id,
                (row, story) => new { row, story }
            )
            .OrderByDescending(pair => pair.row.PublishedAt)
            .ThenByDescending(pair => pair.row.StoryId)
            .Select(pair => pair.story);
    }

    private static async Task<List<StoryLine>> Lines(OnRecordDb db, IQueryable<Story> stories)
    {
        var rows = await stories
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
                        story.LiveSectionId,
                        story.PictureTones,
                        version.Content.Headline,
                        version.Content.Deck,
                        version.Content.Language,
                        version.Content.Byline,
                        version.Content.Lead,
                    }
            )
            .OrderByDescending(row => row.PublishedAt)
            .ThenByDescending(row => row.Id)
            .AsNoTracking()
            .ToListAsync();
        var sections = await Sections(db, [.. rows.Select(row => row.LiveSectionId).OfType<Guid>().Distinct()]);
        var changed = rows.Where(row => row.UpdatedAt is not null && row.RetractedAt is null).Select(row => row.Id);
        var marks = await Marks(db, [.. changed]);
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
                Section = row.LiveSectionId is { } section ? sections.GetValueOrDefault(section) : null,
                Picture = StoryPictures.InList(row.Lead, row.PictureTones),
                Alt = row.Lead?.Alt ?? "",
                Mark = marks.GetValueOrDefault(row.Id),
            }),
        ];
    }

    private static async Task<Dictionary<Guid, SectionLink>> Sections(OnRecordDb db, List<Guid> ids) =>
        ids.Count == 0
            ? []
            : (await db.Set<Section>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync()).ToDictionary(
                row => row.Id,
                Shell.Link
            );

    // A spelling after a correction does not take the mark away.
    private static async Task<Dictionary<Guid, StoryMark>> Marks(OnRecordDb db, List<Guid> ids)
    {
        if (ids.Count == 0)
            return [];
        var versions = await db.Set<StoryVersion>()
            .Where(row => ids.Contains(row.StoryId) && row.Number > 1 && !row.IsQuiet)
            .Where(row =>
                row.Kind == VersionKind.Update
                || row.Kind == VersionKind.Clarification
                || row.Kind == VersionKind.Correction
            )
            .Select(row => new
            {
                row.StoryId,
                row.Number,
                row.Kind,
                row.At,
            })
            .ToListAsync();
        return versions
            .GroupBy(row => row.StoryId)
            .Select(group => group.MaxBy(row => row.Number)!)
            .ToDictionary(
                row => row.StoryId,
                row => new StoryMark(
                    row.Kind switch
                    {
                        VersionKind.Clarification => "Clarified",
                        VersionKind.Correction => "Corrected",
                        _ => "Updated",
                    },
                    row.At
                )
            );
    }
}
