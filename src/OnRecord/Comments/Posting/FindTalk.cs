using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;

namespace OnRecord.Comments.Posting;

/// <summary>How the comments of a story are kept: its own setting, its section's, the newsroom's.</summary>
internal sealed class FindTalk(OnRecordDb db, PageStore store)
{
    private static readonly string[] Site = [StoryTags.Site];

    private static readonly PreparedQuery<string, Row> AtPath = new(
        (db, path) =>
            from story in db.Set<Story>()
            where story.Path == path && story.LiveVersionId != null && story.TakenDownAt == null
            join version in db.Set<StoryVersion>() on story.LiveVersionId equals version.Id
            join own in db.Set<StoryTalk>() on story.Id equals own.StoryId into owns
            from talk in owns.DefaultIfEmpty()
            select new Row(
                story.Id,
                version.Content.Language,
                story.LiveSectionId,
                story.PublishedAt,
                (CommentMode?)talk.Mode,
                (bool?)talk.IsSlow,
                (bool?)talk.StaysOpen,
                (int?)talk.Count
            )
    );

    private static readonly PreparedQuery<Guid, StoryTalk> OfStory = new(
        (db, story) => db.Set<StoryTalk>().AsNoTracking().Where(row => row.StoryId == story)
    );

    /// <returns>Null where readers have no story at the path.</returns>
    public async Task<TalkFacts?> At(string path) =>
        await AtPath.First(db, path) is { } row
            ? Facts(
                await House(),
                row.Id,
                row.Language,
                row.Section,
                row.PublishedAt,
                row.Mode,
                row.IsSlow == true,
                row.StaysOpen == true,
                row.Count ?? 0
            )
            : null;

    /// <summary>Of a story that is at hand.</summary>
    public async Task<TalkFacts> Of(Guid story, string language, Guid? section, DateTimeOffset? publishedAt)
    {
        var talk = await OfStory.First(db, story);
        return Facts(
            await House(),
            story,
            language,
            section,
            publishedAt,
            talk?.Mode,
            talk?.IsSlow == true,
            talk?.StaysOpen == true,
            talk?.Count ?? 0
        );
    }

    /// <summary>It may not be changed: others read it at the same time.</summary>
    public Task<KeptHouse> House() =>
        store.Part(
            "comments",
            Site,
            async () =>
                new KeptHouse(
                    await db.Set<CommentHouse>().AsNoTracking().SingleAsync(row => row.Id == CommentHouse.OnlyId),
                    await db.Set<SectionTalk>().AsNoTracking().ToDictionaryAsync(row => row.SectionId, row => row.Mode)
                )
        );

    private static TalkFacts Facts(
        KeptHouse house,
        Guid story,
        string language,
        Guid? section,
        DateTimeOffset? publishedAt,
        CommentMode? mode,
        bool isSlow,
        bool staysOpen,
        int count
    ) =>
        new()
        {
            StoryId = story,
            Language = language,
            Mode =
                mode ?? (section is { } id && house.Sections.TryGetValue(id, out var own) ? own : house.Settings.Mode),
            IsSlow = isSlow,
            ClosesAt = staysOpen || house.Settings.ClosesAfterDays is not { } days ? null : publishedAt?.AddDays(days),
            Count = count,
        };

    private sealed record Row(
        Guid Id,
        string Language,
        Guid? Section,
        DateTimeOffset? PublishedAt,
        CommentMode? Mode,
        bool? IsSlow,
        bool? StaysOpen,
        int? Count
    );
}

/// <summary>The newsroom's settings, and its sections' own.</summary>
internal sealed record KeptHouse(CommentHouse Settings, IReadOnlyDictionary<Guid, CommentMode> Sections);
