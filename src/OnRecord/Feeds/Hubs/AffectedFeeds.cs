using Microsoft.EntityFrameworkCore;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Feeds.Hubs;

/// <summary>In which feeds a story stands, or stood until now.</summary>
internal static class AffectedFeeds
{
    /// <summary>Whether the newest version is one that stands in the list of corrections.</summary>
    public static async Task<bool> HasCorrection(OnRecordDb db, Guid story, CancellationToken stop) =>
        await db.Set<StoryVersion>()
            .Where(row => row.StoryId == story)
            .OrderByDescending(row => row.Number)
            .Select(row => row.Kind)
            .FirstOrDefaultAsync(stop)
            is VersionKind.Clarification
                or VersionKind.Correction
                or VersionKind.Retraction
                or VersionKind.Takedown;

    public static async Task<IReadOnlyList<FeedList>> Of(OnRecordDb db, Guid story, CancellationToken stop)
    {
        var published = await db.Set<Story>()
            .Where(row => row.Id == story && row.LiveVersionId != null)
            .Select(row => row.PublishedAt)
            .FirstOrDefaultAsync(stop);
        if (published is null)
            return [];
        // What it was before counts too: a feed that it has left has changed as well.
        var versions = await db.Set<StoryVersion>()
            .Where(row => row.StoryId == story)
            .OrderByDescending(row => row.Number)
            .Take(2)
            .Select(row => new
            {
                row.Content.SectionId,
                row.Content.Topics,
                row.Content.Byline,
            })
            .ToListAsync(stop);
        var sections = versions.Select(row => row.SectionId).OfType<Guid>().ToList();
        var topics = versions.SelectMany(row => row.Topics).ToList();
        var names = versions.SelectMany(row => row.Byline).ToList();
        List<FeedList> lists =
        [
            FeedList.All,
            .. (
                await db.Set<Section>().Where(row => sections.Contains(row.Id)).AsNoTracking().ToListAsync(stop)
            ).Select(FeedList.Of),
            .. (await db.Set<Topic>().Where(row => topics.Contains(row.Name)).AsNoTracking().ToListAsync(stop)).Select(
                FeedList.Of
            ),
            .. (await db.Set<Person>().Where(row => names.Contains(row.Name)).AsNoTracking().ToListAsync(stop)).Select(
                FeedList.Of
            ),
        ];
        var affected = new List<FeedList>();
        foreach (var list in lists)
            // An old story, such as one of a thousand that are imported, is in no feed.
            if (await NewestStories.Since(db, list) is not { } since || published >= since)
                affected.Add(list);
        return affected;
    }
}
