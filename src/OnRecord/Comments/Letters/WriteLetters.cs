using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Posting;
using OnRecord.Comments.Privacy;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using Quartz;

namespace OnRecord.Comments.Letters;

/// <summary>Writes the letters that comments are due, some at a time, each with the flag it answers in one transaction: none is lost, and none is written twice.</summary>
[DisallowConcurrentExecution]
internal sealed class WriteLetters(
    OnRecordDb db,
    FindTalk talk,
    CommentKeys keys,
    PutLetter put,
    TimeProvider clock,
    ILogger<WriteLetters> log
) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private const int Some = 50;

    /// <summary>Nobody is to get our mail all day because somebody else types their address.</summary>
    private const int MostUnconfirmed = 3;

    /// <summary>To whoever asked for none, a link they must have asked for by commenting again.</summary>
    private const int MostUnwanted = 1;

    private const int MostData = 3;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await WriteDue(cancellationToken);

    public async Task WriteDue(CancellationToken stop)
    {
        if (
            !await db.Set<ReaderComment>().AnyAsync(row => row.LettersDue > LettersDue.None, stop)
            && !await db.Set<DataRequest>().AnyAsync(stop)
        )
            return;
        if (await keys.Ready(db) is { Refused: true } unready)
        {
            log.LogError("Letters to commenters wait: {Reason}", unready.Problems[0].Message);
            return;
        }
        while (await Due(isKnown: true, Some, stop) is { Count: > 0 } due)
            await Write(due, stop);
        // An attack names thousands of addresses. No faster than the newsroom has comments on its busiest day are they written to.
        var pace = (await talk.House()).Settings.AttackPerMinute * Every / TimeSpan.FromMinutes(1);
        if (await Due(isKnown: false, Math.Clamp((int)pace, 1, Some), stop) is { Count: > 0 } unknown)
            await Write(unknown, stop);
        while (await Requests(stop) is { Count: > 0 } requests)
            await Answer(requests, stop);
    }

    // Known are those whose address was confirmed when they wrote, and the newsroom's own.
    private Task<List<Guid>> Due(bool isKnown, int most, CancellationToken stop) =>
        (
            isKnown
                ? db.Set<ReaderComment>()
                    .Where(row => row.LettersDue > LettersDue.None && row.LettersDue < LettersDue.Confirmation)
                : db.Set<ReaderComment>().Where(row => row.LettersDue >= LettersDue.Confirmation)
        )
            .OrderBy(row => row.LettersDue)
            .ThenBy(row => row.Id)
            .Select(row => row.Id)
            .Take(most)
            .ToListAsync(stop);

    private async Task Write(List<Guid> due, CancellationToken stop)
    {
        await db.Transact(
            async () =>
            {
                var desk = await LetterDesk.Open(db, due, clock.GetUtcNow(), stop);
                foreach (var comment in desk.Comments)
                {
                    // Another node may have it in hand.
                    var claimed = await db.Set<ReaderComment>()
                        .Where(row => row.Id == comment.Id && row.LettersDue == comment.LettersDue)
                        .ExecuteUpdateAsync(row => row.SetProperty(one => one.LettersDue, LettersDue.None), stop);
                    if (claimed == 1)
                        Write(comment, desk);
                }
            },
            stop
        );
        db.ChangeTracker.Clear();
    }

    private void Write(ReaderComment comment, LetterDesk desk)
    {
        var about = desk.About(comment.StoryId);
        var (due, writer) = (comment.LettersDue, desk.Person(comment.CommenterId));
        if (writer is not null && due.HasFlag(LettersDue.Decision))
        {
            if (comment.State is CommentState.Published or CommentState.Rejected && May(writer, desk))
                Put(writer, desk, to => put.Decision(db, to, comment, about));
        }
        else if (
            writer is not null
            && (due & (LettersDue.Receipt | LettersDue.Confirmation)) != LettersDue.None
            && comment.State is CommentState.Unconfirmed or CommentState.Held or CommentState.Published
            && May(writer, desk, isNeeded: comment.State == CommentState.Unconfirmed)
        )
            Put(writer, desk, to => put.Receipt(db, to, comment, about));
        if (
            !due.HasFlag(LettersDue.Reply)
            || !comment.IsShown
            || desk.Answered(comment) is not { WantsReplies: true } own
        )
            return;
        if (
            own.CommenterId != comment.CommenterId
            && desk.Person(own.CommenterId) is { ConfirmedAt: not null } other
            && May(other, desk)
        )
            Put(other, desk, to => put.Reply(db, to, own, comment, about));
    }

    /// <param name="isNeeded">Whether without it their comment would be lost.</param>
    private static bool May(Commenter to, LetterDesk desk, bool isNeeded = false)
    {
        if (to.Email.Length == 0 || (to.WantsNoLetters && !isNeeded))
            return false;
        return to.ConfirmedAt is not null
            || desk.LettersOf(to.Id) < (to.WantsNoLetters ? MostUnwanted : MostUnconfirmed);
    }

    private void Put(Commenter to, LetterDesk desk, Action<Commenter> write)
    {
        try
        {
            write(to);
            desk.Wrote(to.Id);
        }
        catch (CryptographicException failure)
        {
            // It would hold up all others, and no other run opens it either.
            log.LogError(failure, "The address of commenter {Commenter} cannot be opened with this key.", to.Id);
        }
    }

    private Task<List<DataRequest>> Requests(CancellationToken stop) =>
        db.Set<DataRequest>().AsNoTracking().OrderBy(row => row.Id).Take(Some).ToListAsync(stop);

    private async Task Answer(List<DataRequest> requests, CancellationToken stop)
    {
        await db.Transact(
            async () =>
            {
                var newsroom = (await db.Newsroom(stop)).Name;
                foreach (var request in requests)
                {
                    if (await db.Set<DataRequest>().Where(row => row.Id == request.Id).ExecuteDeleteAsync(stop) == 0)
                        continue;
                    var to = await db.Set<Commenter>()
                        .FirstOrDefaultAsync(row => row.EmailKey == request.EmailKey, stop);
                    if (to is not { Email.Length: > 0 } || await AskedOften(to.Id, stop))
                        continue;
                    put.Data(db, to, request.Language, new PutLetter.Place(newsroom, null));
                    await db.SaveChangesAsync(stop);
                }
            },
            stop
        );
        db.ChangeTracker.Clear();
    }

    private async Task<bool> AskedOften(Guid person, CancellationToken stop)
    {
        var day = clock.GetUtcNow().AddDays(-1);
        return await db.Set<CommentLetter>()
                .CountAsync(row => row.CommenterId == person && row.Kind == LetterKind.Data && row.At > day, stop)
            >= MostData;
    }
}
