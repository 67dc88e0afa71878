using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Archive;

namespace OnRecord.Feeds;

/// <summary>The newest stories of one month of the archive, of the current one above all.</summary>
internal static class ShowMonthFeed
{
    public static async Task<IResult> Get(
        int year,
        int month,
        HttpContext http,
        OnRecordDb db,
        PublicAddress address,
        PageTags tags
    )
    {
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Archives);
        if (
            year is < 1 or > 9998
            || month is < 1 or > 12
            || !await db.Set<ArchiveMonth>().AnyAsync(row => row.Year == year && row.Month == month && row.Stories > 0)
        )
            return Results.NotFound();
        var newsroom = await db.Newsroom();
        var name = FeedText.Words(newsroom.Language).Month(new DateTime(year, month, 1));
        var list = new FeedList
        {
            Page = FormattableString.Invariant($"/archive/{year:D4}/{month:D2}"),
            Name = name,
            Month = MonthSpan.Of(newsroom, year, month),
        };
        return await ShowFeed.Show(list, http, db, address, tags);
    }
}
