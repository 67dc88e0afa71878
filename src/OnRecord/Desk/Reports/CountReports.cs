using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Desk.Reports;

/// <summary>How many errors were reported in a month, and how many of them were answered by their deadline. Spam is reported, and owed no answer.</summary>
internal static class CountReports
{
    private const int Months = 6;

    public static async Task<IReadOnlyList<ReportMonthView>> ByMonth(
        OnRecordDb db,
        Newsroom newsroom,
        Words words,
        DateTimeOffset now
    )
    {
        var today = newsroom.Local(now).Date;
        var first = new DateTime(today.Year, today.Month, 1);
        var months = new List<ReportMonthView>();
        for (var back = 0; back < Months; back++)
        {
            var month = first.AddMonths(-back);
            var (from, to) = (Start(newsroom, month), Start(newsroom, month.AddMonths(1)));
            var counted = await db.Set<ErrorReport>()
                .Where(row => row.At >= from && row.At < to)
                .GroupBy(row => 1)
                .Select(rows => new
                {
                    Reported = rows.Count(),
                    Owed = rows.Count(row =>
                        row.Outcome != ReportOutcome.Spam && (row.AnsweredAt != null || row.DueAt <= now)
                    ),
                    InTime = rows.Count(row => row.Outcome != ReportOutcome.Spam && row.AnsweredAt <= row.DueAt),
                })
                .FirstOrDefaultAsync();
            if (counted is not null)
                months.Add(new ReportMonthView(words.Month(month), counted.Reported, counted.Owed, counted.InTime));
        }
        return months;
    }

    private static DateTimeOffset Start(Newsroom newsroom, DateTime month) =>
        newsroom.Instant(month.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))
        ?? new DateTimeOffset(month, TimeSpan.Zero);
}
