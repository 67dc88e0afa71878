using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Feeds.Sitemaps;

/// <summary>A month in which stories were published, on the newsroom's clock. All is read from one index, so that a million stories are no burden.</summary>
internal sealed record PublishedMonth(int Year, int Month, int Count, DateTimeOffset ChangedAt)
{
    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<PublishedMonth>> All(OnRecordDb db, Newsroom newsroom)
    {
        var months = new List<PublishedMonth>();
        var last = await Published(db)
            .OrderByDescending(story => story.PublishedAt)
            .Select(story => story.PublishedAt)
            .FirstOrDefaultAsync();
        while (last is { } at)
        {
            var local = newsroom.Local(at);
            var (from, until) = Bounds(newsroom, local.Year, local.Month);
            var found = await Published(db)
                .Where(story => story.PublishedAt >= from && story.PublishedAt < until)
                .GroupBy(_ => 1)
                .Select(group => new { Count = group.Count(), ChangedAt = group.Max(story => story.UpdatedAt) })
                .FirstOrDefaultAsync();
            if (found is not null)
                months.Add(
                    new PublishedMonth(
                        local.Year,
                        local.Month,
                        found.Count,
                        found.ChangedAt > at ? found.ChangedAt.Value : at
                    )
                );
            // Months in which nothing was published are stepped over.
            last = await Published(db)
                .Where(story => story.PublishedAt < from)
                .OrderByDescending(story => story.PublishedAt)
                .Select(story => story.PublishedAt)
                .FirstOrDefaultAsync();
        }
        return months;
    }

    /// <summary>The addresses of a part of a month, the oldest first, so that a part that is full stays as it is.</summary>
    /// <param name="part">From 1.</param>
    public static async Task<List<SitemapEntry>> Addresses(
        OnRecordDb db,
        Newsroom newsroom,
        (int Year, int Month) month,
        int part,
        Func<string, string> address
    )
    {
        var (from, until) = Bounds(newsroom, month.Year, month.Month);
        var rows = await Published(db)
            .Where(story => story.PublishedAt >= from && story.PublishedAt < until)
            .OrderBy(story => story.PublishedAt)
            .ThenBy(story => story.Path)
            .Skip((part - 1) * SitemapXml.Most)
            .Take(SitemapXml.Most)
            .Select(story => new
            {
                story.Path,
                story.PublishedAt,
                story.UpdatedAt,
            })
            .ToListAsync();
        return
        [
            .. rows.Select(row => new SitemapEntry(
                address(row.Path!),
                row.UpdatedAt > row.PublishedAt ? row.UpdatedAt : row.PublishedAt
            )),
        ];
    }

    // Only a published story has a date; whatever else is asked of it must lie in the index.
    private static IQueryable<Story> Published(OnRecordDb db) =>
        db.Set<Story>().Where(story => story.PublishedAt != null && story.TakenDownAt == null);

    private static (DateTimeOffset From, DateTimeOffset Until) Bounds(Newsroom newsroom, int year, int month)
    {
        var next = month == 12 ? (Year: year + 1, Month: 1) : (Year: year, Month: month + 1);
        return (Begin(newsroom, year, month), Begin(newsroom, next.Year, next.Month));
    }

    // In some zones a clock has leapt over midnight.
    private static DateTimeOffset Begin(Newsroom newsroom, int year, int month) =>
        newsroom.Instant($"{year:D4}-{month:D2}-01T00:00")
        ?? newsroom.Instant($"{year:D4}-{month:D2}-01T01:00")
        ?? new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
}
