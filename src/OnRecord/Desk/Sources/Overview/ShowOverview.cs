using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources.Overview;

/// <summary>Who is quoted most, by name or not, through whom, and how that changes.</summary>
internal static class ShowOverview
{
    private const int MonthsShown = 24;

    public static readonly IReadOnlyList<string> Periods = ["30", "90", "365", "all"];

    public static async Task<IResult> Get(
        string? days,
        HttpContext http,
        OnRecordDb db,
        Room room,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        var period = Periods.Contains(days) ? days! : "90";
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(SourcesRoutes.Strings, around);
        var today = DateOnly.FromDateTime(newsroom.Local(clock.GetUtcNow()).DateTime);
        var from = int.TryParse(period, CultureInfo.InvariantCulture, out var count)
            ? today.AddDays(1 - count)
            : DateOnly.MinValue;
        var first = ShownStatement.MonthOf(today) - MonthsShown + 1;
        // Of all days, the months have the sum already, in a fifth of the time.
        var counted = await CountStatements.Months(db, period == "all" ? 0 : first);
        return await pages.Page<OverviewPage>(
            new OverviewView
            {
                Around = around with { Title = words["Overview"] },
                Words = words,
                Period = period,
                Share = period == "all" ? CountStatements.Sum(counted.Values) : await CountStatements.Share(db, from),
                Quoted = await CountStatements.Quoted(db, from),
                Outlets = await CountStatements.Outlets(db, from),
                Months = Months(counted, first, words),
                Unchecked = await db.Set<ShownStatement>().CountAsync(row => row.On >= from && !row.IsChecked),
            }
        );
    }

    private static IReadOnlyList<MonthView> Months(
        IReadOnlyDictionary<int, ShareView> counted,
        int first,
        Words words
    ) =>
        [
            .. Enumerable
                .Range(first, MonthsShown)
                .Select(month =>
                {
                    var day = ShownStatement.FirstOf(month);
                    return new MonthView(
                        SourceDays.Month(words, day),
                        SourceDays.ShortMonth(words, day),
                        day.Month == 1 || (month == first && day.Month < 11) ? $"{day.Year}" : null,
                        counted.GetValueOrDefault(month, new ShareView(0, 0, 0, 0))
                    );
                }),
        ];
}
