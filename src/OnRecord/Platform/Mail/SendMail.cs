using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Platform.Mail;

/// <summary>Sends what is due. A message is claimed before it is sent, so that two nodes do not both send it; a claim that its node did not outlive runs out.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SendMail(OnRecordDb db, IMailCarrier carrier, TimeProvider clock, ILogger<SendMail> log)
    : IJob
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await SendDue(cancellationToken);

    public async Task SendDue(CancellationToken stop)
    {
        while (await Take(stop) is { } mail)
        {
            if (await carrier.Carry(mail, stop) is { } refusal)
            {
                mail.Failed(refusal.Reason, refusal.ForGood, clock.GetUtcNow());
                // A server names the address that it does not take, and logs are kept longer than an address may be.
                var reason = Mailbox().Replace(refusal.Reason, "…@…");
                log.LogWarning("Mail {Mail} was not sent, try {Try}: {Reason}", mail.Id, mail.Tries, reason);
            }
            else
                mail.Sent(clock.GetUtcNow());
            await db.Transact(() => Task.CompletedTask, stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<OutgoingMail?> Take(CancellationToken stop)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var until = now + Claim;
            var next = await db
                .OutgoingMail.Where(mail => mail.DueAt <= now)
                .OrderBy(mail => mail.DueAt)
                .FirstOrDefaultAsync(stop);
            if (next is null)
                return null;
            var due = next.DueAt;
            var claimed = 0;
            await db.Transact(
                async () =>
                    claimed = await db
                        .OutgoingMail.Where(mail => mail.Id == next.Id && mail.DueAt == due)
                        .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.DueAt, until), stop),
                stop
            );
            if (claimed == 1)
                return next;
            db.ChangeTracker.Clear();
        }
    }

    [GeneratedRegex("""[^\s<>@"']+@[^\s<>@"']+""")]
    private static partial Regex Mailbox();
}
