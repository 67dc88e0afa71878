using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Corrections;

/// <summary>Answers a report: on the reader's page of it, and by mail where they left an address.</summary>
internal sealed class AnswerReport(WriteToReporter letters, TimeProvider clock)
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="version">The number of the version that the answer points to.</param>
    public async Task<Outcome<ErrorReport>> Into(
        OnRecordDb db,
        ErrorReport report,
        ReportOutcome outcome,
        string answer,
        int? version,
        SignedIn who
    )
    {
        var now = clock.GetUtcNow();
        var to = await db.Set<StoryVersion>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.StoryId == report.StoryId && row.Number == version);
        if (version is not null && to is null)
            return new Problem("version", "The story has no such version. Choose one of the list.");
        var closed = report.Close(outcome, answer, to, who.Id, now);
        if (closed.Refused)
            return closed;
        if (outcome != ReportOutcome.Spam)
            report.AnswerMailId = letters.Answer(db, report);
        var story = await db.Set<Story>().AsNoTracking().SingleAsync(row => row.Id == report.StoryId);
        db.Audit(
            who,
            now,
            "report.answered",
            $"report:{report.Id}",
            await ReportError.Headline(db, story),
            report.LedTo is { } led ? $"{outcome}, v{led}" : $"{outcome}"
        );
        return report;
    }
}
