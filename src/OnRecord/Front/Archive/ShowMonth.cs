using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Stories.Archive;

namespace OnRecord.Front.Archive;

/// <summary>One month of the archive, newest first, day by day.</summary>
internal static class ShowMonth
{
    public const int PageSize = 60;

    public static async Task<IResult> Get(
        int year,
        int month,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        PageTags tags
    )
    {
        var place = ListPlace.Read(before);
        if (year < 1 || month is < 1 or > 12 || (before is not null && place is null))
            return Results.NotFound();
        Tag(tags, year, month);
        var all = (await ShowArchive.Months(db)).ToDictionary(row => Count(row.Year, row.Month));
        var asked = Count(year, month);
        if (all.Count == 0 || asked < all.Keys.Min() || asked > all.Keys.Max())
            return Results.NotFound();
        var newsroom = await db.Newsroom();
        var span = MonthSpan.Of(newsroom, year, month);
        var found = await StoryLines.Newest(db, PageSize + 1, null, place, time: (span.From, span.Until));
        var words = Shell.Words(newsroom.Language);
        var (address, name) = (ShowArchive.AddressOf(year, month), words.Month(new DateTime(year, month, 1)));
        var (around, _) = await shell.Around(
            words.With("ArchiveOf", name),
            null,
            place is null ? address : $"{address}?before={Uri.EscapeDataString(before!)}"
        );
        var shown = await StoryLines.WithCounts(db, tags, [.. found.Take(PageSize)]);
        MonthLink? Link(int? key) => key is { } known ? ShowArchive.Link(all[known], words) : null;
        return await pages.Page<MonthPage>(
            new MonthView
            {
                Shell = around with { Description = words.With("ArchiveOf", name) },
                Name = name,
                Stories = all.GetValueOrDefault(asked)?.Stories ?? 0,
                Days =
                [
                    .. shown
                        .GroupBy(line => newsroom.Local(line.PublishedAt).Date)
                        .Select(day => new ArchiveDay(
                            words.Day(new DateTimeOffset(day.Key, TimeSpan.Zero)),
                            $"d{day.Key.Day}",
                            [.. day]
                        )),
                ],
                Before = Link(all.Keys.Where(key => key < asked).Cast<int?>().Max()),
                After = Link(all.Keys.Where(key => key > asked).Cast<int?>().Min()),
                Older = ShowList.Older(address, found, shown),
                Newest = place is null ? null : address,
                Clock = newsroom.Local,
            }
        );
    }

    // Stories hang on the month of their address; where the clock was set anew since, that may be a neighbour.
    private static void Tag(PageTags tags, int year, int month)
    {
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Archives);
        foreach (var key in new[] { -1, 0, 1 }.Select(step => Count(year, month) + step).Where(key => key > 11))
            tags.Add(StoryTags.Archive(key / 12, key % 12 + 1));
    }

    private static int Count(int year, int month) => year * 12 + month - 1;
}

/// <summary>A month of the archive.</summary>
public sealed record MonthView
{
    public required ShellView Shell { get; init; }
    public required string Name { get; init; }

    /// <summary>How many stories the whole month has.</summary>
    public required int Stories { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ArchiveDay> Days { get; init; }

    /// <summary>The nearest month before it that has stories.</summary>
    public MonthLink? Before { get; init; }

    /// <summary>The nearest month after it that has stories.</summary>
    public MonthLink? After { get; init; }

    public string? Older { get; init; }
    public string? Newest { get; init; }

    /// <summary>From an instant to the newsroom's clock.</summary>
    public required Func<DateTimeOffset, DateTimeOffset> Clock { get; init; }
}

/// <summary>A day's stories.</summary>
public sealed record ArchiveDay(string Name, string Id, IReadOnlyList<StoryLine> Stories);
