using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Stories.Archive;

namespace OnRecord.Front.Archive;

/// <summary>All that was published, by months on the newsroom's clock.</summary>
internal static class ShowArchive
{
    public const string Path = "/archive";

    public static async Task<IResult> Get(OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Front);
        tags.Add(StoryTags.Site);
        var words = Shell.Words((await db.Newsroom()).Language);
        var (around, _) = await shell.Around(words["Archive"], null, Path);
        var months = await Months(db);
        return await pages.Page<ArchivePage>(
            new ArchiveView(
                around with
                {
                    Description = words["ArchiveDescription"],
                },
                [
                    .. months
                        .GroupBy(row => row.Year)
                        .OrderByDescending(year => year.Key)
                        .Select(year => new ArchiveYear(
                            year.Key,
                            year.Sum(row => row.Stories),
                            [.. year.OrderByDescending(row => row.Month).Select(row => Link(row, words))]
                        )),
                ]
            )
        );
    }

    /// <summary>The months that have stories, in no order.</summary>
    public static Task<List<ArchiveMonth>> Months(OnRecordDb db) =>
        db.Set<ArchiveMonth>().AsNoTracking().Where(row => row.Stories > 0).ToListAsync();

    public static MonthLink Link(ArchiveMonth month, Words words) =>
        new(words.Month(new DateTime(month.Year, month.Month, 1)), AddressOf(month.Year, month.Month), month.Stories);

    public static string AddressOf(int year, int month) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{year:D4}/{month:D2}");
}

/// <summary>The archive's first page.</summary>
/// <param name="Years">The newest first.</param>
public sealed record ArchiveView(ShellView Shell, IReadOnlyList<ArchiveYear> Years);

/// <summary>A year's months that have stories, the newest first.</summary>
public sealed record ArchiveYear(int Year, int Stories, IReadOnlyList<MonthLink> Months);

/// <summary>A month as a link.</summary>
public sealed record MonthLink(string Name, string Path, int Stories);
