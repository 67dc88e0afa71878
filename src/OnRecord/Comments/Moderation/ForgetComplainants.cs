using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Comments.Moderation;

/// <summary>Erases who reported a comment when the time is over that the form named, and the messages that bear their address. What was reported stays, for the yearly numbers.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetComplainants(OnRecordDb db, DataFolder data, TimeProvider clock) : IJob
{
    private const int AtOnce = 500;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Forget(cancellationToken);

    public async Task Forget(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var keyed = now.AddDays(-CommentReport.DaysOfAddressKey);
        await db.Set<CommentReport>()
            .Where(row => row.AddressKey != null && row.At <= keyed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AddressKey, (byte[]?)null), stop);
        var answered = now.AddDays(-CommentReport.DaysAfterAnswer);
        var silent = now.AddDays(-CommentReport.DaysWithoutAnswer);
        while (true)
        {
            var over = await db.Set<CommentReport>()
                .Where(row =>
                    (row.Email != null || row.Name != "")
                    && (row.AnsweredAt <= answered || (row.AnsweredAt == null && row.At <= silent))
                )
                .Take(AtOnce)
                .ToListAsync(stop);
            if (over.Count == 0)
                return;
            await db.Transact(() => Forget(over, stop), stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Forget(List<CommentReport> reports, CancellationToken stop)
    {
        foreach (var report in reports)
        {
            foreach (var mail in new[] { report.ReceiptMailId, report.AnswerMailId }.OfType<Guid>())
            {
                await db.Set<OutgoingMail>().Where(row => row.Id == mail).ExecuteDeleteAsync(stop);
                // Where no mail server is set, messages lie there as files.
                if (Directory.Exists(data.OutgoingMail))
                    File.Delete(Path.Combine(data.OutgoingMail, $"{mail}.eml"));
            }
            (report.Name, report.Email, report.ReceiptMailId, report.AnswerMailId) = ("", null, null, null);
        }
    }
}
