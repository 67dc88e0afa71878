using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Moderation;
using OnRecord.Comments.Posting;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Comments.Privacy;

/// <summary>Lets go of what is kept of commenters when its time is over. Some rows at a time: while it works through a million, comments are written.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetCommenters(
    OnRecordDb db,
    FindTalk talk,
    EraseCommenter erase,
    DataFolder data,
    TimeProvider clock
) : IJob
{
    private const int Some = 200;
    private const int MostAddressDays = 30;

    /// <summary>The page that thanks says a week.</summary>
    public const int UnconfirmedDays = 7;

    private static readonly TimeSpan LettersFor = TimeSpan.FromHours(12);

    /// <summary>So that nobody gets more than their number of letters a day, which ones they got is known a little longer than the letters.</summary>
    private static readonly TimeSpan LetterRowsFor = TimeSpan.FromDays(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Forget(cancellationToken);

    public async Task Forget(CancellationToken stop)
    {
        var (now, house) = (clock.GetUtcNow(), (await talk.House()).Settings);
        await Letters(now - LettersFor, stop);
        await LetterRows(now - LetterRowsFor, stop);
        await Addresses(now.AddDays(-Math.Min(house.AddressDays, MostAddressDays)), stop);
        await Unconfirmed(now.AddDays(-UnconfirmedDays), stop);
        await Refused(now.AddDays(-house.RefusedDays), stop);
        await Silent(now.AddMonths(-house.SilentMonths), now, stop);
    }

    // What was sent, and what no server took in the end.
    private Task Letters(DateTimeOffset until, CancellationToken stop) =>
        InParts(
            db.Set<CommentLetter>()
                .Join(db.Set<OutgoingMail>(), row => row.MailId, mail => mail.Id, (_, mail) => mail)
                .Where(mail => mail.DueAt == null && (mail.SentAt ?? mail.CreatedAt) <= until)
                .Select(mail => mail.Id),
            ids => DeleteMail.Of(db, data, ids, stop),
            stop
        );

    private Task LetterRows(DateTimeOffset until, CancellationToken stop) =>
        InParts(
            db.Set<CommentLetter>()
                .Where(row => row.At <= until && !db.Set<OutgoingMail>().Any(mail => mail.Id == row.MailId))
                .Select(row => row.MailId),
            ids => db.Set<CommentLetter>().Where(row => ids.Contains(row.MailId)).ExecuteDeleteAsync(stop),
            stop
        );

    private Task Addresses(DateTimeOffset until, CancellationToken stop) =>
        InParts(
            db.Set<ReaderComment>()
                .Where(row => row.AddressKey != null && row.At <= until)
                .OrderBy(row => row.At)
                .Select(row => row.Id),
            ids =>
                db.Set<ReaderComment>()
                    .Where(row => ids.Contains(row.Id))
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.AddressKey, (byte[]?)null), stop),
            stop
        );

    // An address that nobody confirmed may be anybody's: it goes with the comment.
    private Task Unconfirmed(DateTimeOffset until, CancellationToken stop) =>
        InParts(
            db.Set<ReaderComment>()
                .Where(row => row.State == CommentState.Unconfirmed && row.At <= until)
                .OrderBy(row => row.Id)
                .Select(row => row.Id),
            async ids =>
            {
                var late = db.Set<ReaderComment>()
                    .Where(row => ids.Contains(row.Id) && row.State == CommentState.Unconfirmed);
                var people = await late.Select(row => row.CommenterId).Distinct().ToListAsync(stop);
                await late.ExecuteDeleteAsync(stop);
                await db.Set<Commenter>()
                    .Where(row =>
                        people.Contains(row.Id)
                        && row.ConfirmedAt == null
                        && row.BannedAt == null
                        && row.SuspendedUntil == null
                        && !db.Set<ReaderComment>().Any(comment => comment.CommenterId == row.Id)
                    )
                    .ExecuteDeleteAsync(stop);
            },
            stop
        );

    private Task Refused(DateTimeOffset until, CancellationToken stop) =>
        InParts(
            db.Set<ReaderComment>()
                .Where(row => row.State == CommentState.Rejected && row.Text != "" && row.At <= until)
                .Where(row => row.DecidedAt == null || row.DecidedAt <= until)
                // Somebody still has to look at the words once more.
                .Where(row =>
                    !db.Set<CommentAppeal>().Any(appeal => appeal.CommentId == row.Id && appeal.Outcome == null)
                )
                .OrderBy(row => row.At)
                .Select(row => row.Id),
            async ids =>
            {
                foreach (
                    var comment in await db.Set<ReaderComment>().Where(row => ids.Contains(row.Id)).ToListAsync(stop)
                )
                    if (comment.State == CommentState.Rejected)
                        comment.Empty();
            },
            stop
        );

    private async Task Silent(DateTimeOffset until, DateTimeOffset now, CancellationToken stop)
    {
        // Of whom only a ban is kept, nothing else is left to erase.
        await Erase(
            db.Set<Commenter>().Where(row => row.LastAt <= until && row.Published == 0 && row.Name != ""),
            stop
        );
        await Erase(
            db.Set<Commenter>()
                .Where(row => row.Name == "" && row.BannedAt == null)
                .Where(row => row.SuspendedUntil == null || row.SuspendedUntil <= now),
            stop
        );
    }

    private async Task Erase(IQueryable<Commenter> people, CancellationToken stop)
    {
        while (
            await people.OrderBy(row => row.Id).Select(row => row.Id).Take(Some).ToListAsync(stop)
                is { Count: > 0 } some
        )
            foreach (var person in some)
                await erase.Erase(db, person, stop);
    }

    private async Task InParts(IQueryable<Guid> rows, Func<List<Guid>, Task> part, CancellationToken stop)
    {
        while (await rows.Take(Some).ToListAsync(stop) is { Count: > 0 } ids)
        {
            await db.Transact(() => part(ids), stop);
            db.ChangeTracker.Clear();
        }
    }
}
