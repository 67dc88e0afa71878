using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Desk.Reports;

/// <summary>Open reports where they are not listed: beside a story's text, and on the desk's first page.</summary>
internal static class OpenReports
{
    private const int Most = 5;

    public static async Task<IReadOnlyList<OpenReportView>> Of(
        OnRecordDb db,
        Guid story,
        Newsroom newsroom,
        string language,
        DateTimeOffset now
    )
    {
        var words = new Words(ReportsRoutes.Strings, language);
        var rows = await db.Set<ErrorReport>()
            .Where(row => row.StoryId == story && row.AnsweredAt == null)
            .OrderBy(row => row.DueAt)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(row => new OpenReportView(
                row.Id,
                ShowReports.Excerpt(row.Words),
                ReportMoments.Standing(row, newsroom, words, now),
                ReportMoments.Urgency(row, newsroom, now)
            )),
        ];
    }

    /// <returns>Null where nothing is due today or overdue.</returns>
    public static async Task<DueReportsView?> Due(OnRecordDb db, Newsroom newsroom, string language, DateTimeOffset now)
    {
        var words = new Words(ReportsRoutes.Strings, language);
        var end = ReportMoments.EndOfToday(newsroom, now);
        var late = await db.Set<ErrorReport>().CountAsync(row => row.AnsweredAt == null && row.DueAt <= now);
        var today = await db.Set<ErrorReport>()
            .CountAsync(row => row.AnsweredAt == null && row.DueAt > now && row.DueAt < end);
        if (late + today == 0)
            return null;
        string?[] sentences =
        [
            late > 0 ? words.Count("LateNow", late) : null,
            today > 0 ? words.Count("DueToday", today) : null,
        ];
        return new DueReportsView(string.Join(' ', sentences.OfType<string>()), late > 0);
    }
}
