using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Answers the reports of a comment that its writer took back: there is nothing to decide any more.</summary>
internal sealed class CloseReports(WriteToReader letters, TimeProvider clock)
{
    /// <summary>Within the caller's transaction.</summary>
    public async Task Into(OnRecordDb db, Guid comment, SignedIn who)
    {
        var now = clock.GetUtcNow();
        var open = await db.Set<CommentReport>()
            .Where(row => row.CommentId == comment && row.Outcome == null)
            .ToListAsync();
        foreach (var report in open)
        {
            (report.Outcome, report.AnsweredAt, report.AnsweredBy) = (ComplaintOutcome.Gone, now, who.Id);
            report.AnswerMailId = await letters.Answer(db, report);
        }
        var count = open.Count;
        await db.Set<ReaderComment>()
            .Where(row => row.Id == comment)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OpenReports, row => row.OpenReports - count));
    }
}
