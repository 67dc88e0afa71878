using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Stories.Corrections;

/// <summary>Erases readers' names and addresses when the time is over that the form named, and the messages that bear them. What they reported stays.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetReporters(OnRecordDb db, DataFolder data, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Forget(cancellationToken);

    public async Task Forget(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var answered = now.AddDays(-ErrorReport.DaysAfterAnswer);
        var silent = now.AddDays(-ErrorReport.DaysWithoutAnswer);
        var over = await db.Set<ErrorReport>()
            .Where(row =>
                (row.Email != null || row.Name != null)
                && (row.AnsweredAt <= answered || (row.AnsweredAt == null && row.At <= silent))
            )
            .Select(row => row.Id)
            .ToListAsync(stop);
        foreach (var id in over)
        {
            await db.Transact(() => Forget(id, now, stop), stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Forget(Guid id, DateTimeOffset now, CancellationToken stop)
    {
        var report = await db.Set<ErrorReport>().SingleAsync(row => row.Id == id, stop);
        await DeleteMail.Of(db, data, [.. new[] { report.ReceiptMailId, report.AnswerMailId }.OfType<Guid>()], stop);
        report.ForgetReporter(now);
    }
}
