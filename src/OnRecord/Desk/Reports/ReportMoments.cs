using OnRecord.Platform.Pages;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Desk.Reports;

/// <summary>How a report stands to its deadline, in words and as a class.</summary>
internal static class ReportMoments
{
    /// <summary>Within what time the newsroom answers, as a sentence.</summary>
    public static string Promise(Newsroom newsroom, Words words) =>
        newsroom.AnswerHours % 24 == 0
            ? words.Count("WithinDays", newsroom.AnswerHours / 24)
            : words.Count("WithinHours", newsroom.AnswerHours);

    public static string Standing(ErrorReport report, Newsroom newsroom, Words words, DateTimeOffset now)
    {
        string Said(DateTimeOffset at) => words.Short(newsroom.Local(at), newsroom.Local(now));
        if (report.AnsweredAt is { } answered)
            return words.With("AnsweredShort", words[$"Outcome.{report.Outcome}"], Said(answered));
        return words.With(report.DueAt <= now ? "OverdueSince" : "DueBy", Said(report.DueAt));
    }

    /// <summary>The class of its chip: overdue, due today, later, or answered.</summary>
    public static string Urgency(ErrorReport report, Newsroom newsroom, DateTimeOffset now) =>
        !report.IsOpen ? "go"
        : report.DueAt <= now ? "stop"
        : report.DueAt < EndOfToday(newsroom, now) ? "wait"
        : "";

    /// <summary>When the day ends by the newsroom's clock.</summary>
    public static DateTimeOffset EndOfToday(Newsroom newsroom, DateTimeOffset now) =>
        newsroom.Instant($"{newsroom.Local(now).Date.AddDays(1):yyyy-MM-dd}T00:00") ?? now.AddDays(1);
}
