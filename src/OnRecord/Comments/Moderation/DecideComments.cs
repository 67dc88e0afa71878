using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Comments.Moderation;

/// <summary>Decides on comments: shows, refuses or holds them, tells those who wrote and those who reported them, and keeps who decided what and why.</summary>
internal sealed class DecideComments(WriteToReader letters, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>Those that somebody else decided meanwhile are left as they are.</summary>
    public async Task<Decided> Decide(OnRecordDb db, IReadOnlyList<SeenComment> seen, Verdict verdict, SignedIn who)
    {
        for (var tries = 1; ; tries++)
            try
            {
                var decided = new Decided([], []);
                await db.Transact(async () => decided = await Into(db, seen, verdict, who));
                return decided;
            }
            // At this very moment somebody decided on one of them; at the next look it is another than was seen.
            catch (DbUpdateConcurrencyException) when (tries < Tries)
            {
                db.ChangeTracker.Clear();
            }
    }

    private async Task<Decided> Into(OnRecordDb db, IReadOnlyList<SeenComment> seen, Verdict verdict, SignedIn who)
    {
        var marks = seen.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Mark);
        var ids = marks.Keys.ToList();
        var rows = await db.Set<ReaderComment>().Where(row => ids.Contains(row.Id)).ToListAsync();
        var same = rows.Where(row => row.State != CommentState.Deleted && SeenComment.Of(row).Mark == marks[row.Id])
            .OrderBy(row => row.Id)
            .ToList();
        await Move(db, same, verdict, who);
        var done = same.Select(row => row.Id).ToHashSet();
        return new Decided([.. done], [.. ids.Where(id => !done.Contains(id))]);
    }

    /// <summary>Within the caller's transaction. The comments are tracked.</summary>
    public async Task Move(OnRecordDb db, IReadOnlyList<ReaderComment> comments, Verdict verdict, SignedIn who)
    {
        var now = clock.GetUtcNow();
        var reports = await Open(db, comments);
        var headlines = await Headlines(db, comments);
        var rejected = new Dictionary<Guid, int>();
        var moves = new List<(ReaderComment, CommentState)>();
        foreach (var comment in comments)
        {
            var open = reports[comment.Id].ToList();
            // To leave what nobody complains of where it is decides nothing.
            if (
                comment.State == verdict.State
                && verdict.Act is DecisionAct.Approved or DecisionAct.Held
                && open.Count == 0
            )
                continue;
            var decision = Decision(comment, verdict, who, now);
            db.CommentDecisions.Add(decision);
            db.Audit(
                who,
                now,
                $"comment.{Name(decision.Act)}",
                $"comment:{comment.Id}",
                headlines.GetValueOrDefault(comment.StoryId, ""),
                verdict.Ground?.ToString()
            );
            if (comment.CommenterId is { } person)
                rejected[person] = rejected.GetValueOrDefault(person) + Rejections(comment, verdict);
            Tell(comment, verdict);
            (comment.DecidedAt, comment.DecidedBy) = (now, who.Id);
            moves.Add((comment, verdict.State));
            if (verdict.Act != DecisionAct.Held)
                foreach (var report in open)
                    await Answer(db, report, decision, verdict, who, now);
        }
        await PlaceComments.To(db, moves);
        await Count(db, rejected, verdict.Act == DecisionAct.Held ? [] : reports.SelectMany(group => group));
    }

    private static CommentDecision Decision(ReaderComment comment, Verdict verdict, SignedIn who, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CommentId = comment.Id,
            At = now,
            StaffId = who.Id,
            Act =
                verdict.Act == DecisionAct.Approved && comment.State == CommentState.Rejected
                    ? DecisionAct.Restored
                    : verdict.Act,
            Was = comment.State,
            WhyBefore = comment.Why,
            Ground = verdict.Ground,
            Words = verdict.Words,
            Seconds = comment.DecidedAt is null
                ? (int)Math.Clamp((now - comment.At).TotalSeconds, 0, int.MaxValue)
                : null,
        };

    // Its writer is told what changed for them, and whoever it replies to, the first time it is shown.
    private static void Tell(ReaderComment comment, Verdict verdict)
    {
        if (
            comment.CommenterId is not null
            && (comment.State != verdict.State || verdict.Act is DecisionAct.Rejected or DecisionAct.Confirmed)
        )
            comment.LettersDue |= LettersDue.Decision;
        if (
            comment is { DecidedAt: null, ParentId: not null, IsShown: false }
            && verdict.State == CommentState.Published
        )
            comment.LettersDue |= LettersDue.Reply;
        if (verdict.Act != DecisionAct.Confirmed)
            comment.Why = verdict.Why;
    }

    // What only a machine refused does not count against its writer.
    private static int Rejections(ReaderComment comment, Verdict verdict)
    {
        var was = comment is { State: CommentState.Rejected, DecidedAt: not null };
        var becomes = verdict.State == CommentState.Rejected;
        return (becomes ? 1 : 0) - (was ? 1 : 0);
    }

    private async Task Answer(
        OnRecordDb db,
        CommentReport report,
        CommentDecision decision,
        Verdict verdict,
        SignedIn who,
        DateTimeOffset now
    )
    {
        report.Outcome = verdict.State == CommentState.Rejected ? ComplaintOutcome.Removed : ComplaintOutcome.Stands;
        (report.AnsweredAt, report.AnsweredBy, report.DecisionId) = (now, who.Id, decision.Id);
        report.AnswerMailId = await letters.Answer(db, report);
    }

    private static async Task<ILookup<Guid, CommentReport>> Open(OnRecordDb db, IReadOnlyList<ReaderComment> comments)
    {
        var ids = comments.Select(comment => comment.Id).ToList();
        return (
            await db.Set<CommentReport>().Where(row => ids.Contains(row.CommentId) && row.Outcome == null).ToListAsync()
        ).ToLookup(row => row.CommentId);
    }

    private static async Task<Dictionary<Guid, string>> Headlines(OnRecordDb db, IReadOnlyList<ReaderComment> comments)
    {
        var ids = comments.Select(comment => comment.StoryId).Distinct().ToList();
        return await db.Set<Story>()
            .Where(row => ids.Contains(row.Id))
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) => new { story.Id, version.Content.Headline }
            )
            .ToDictionaryAsync(row => row.Id, row => row.Headline);
    }

    // Added to what is there, in one order, as PlaceComments does it.
    private static async Task Count(OnRecordDb db, Dictionary<Guid, int> rejected, IEnumerable<CommentReport> answered)
    {
        foreach (var (person, by) in rejected.OrderBy(row => row.Key).Where(row => row.Value != 0))
            await db.Set<Commenter>()
                .Where(row => row.Id == person)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Rejected, row => row.Rejected + by));
        foreach (var group in answered.GroupBy(report => report.CommentId).OrderBy(group => group.Key))
        {
            var (comment, count) = (group.Key, group.Count());
            await db.Set<ReaderComment>()
                .Where(row => row.Id == comment)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.OpenReports, row => row.OpenReports - count));
        }
    }

    private static string Name(DecisionAct act) =>
        act switch
        {
            DecisionAct.Approved => "approved",
            DecisionAct.Rejected => "rejected",
            DecisionAct.Held => "held",
            DecisionAct.Restored => "restored",
            DecisionAct.Confirmed => "confirmed",
            _ => "reversed",
        };
}

/// <param name="Done">Those that were decided.</param>
/// <param name="Late">Those that were decided, edited or taken back before.</param>
internal sealed record Decided(IReadOnlyList<Guid> Done, IReadOnlyList<Guid> Late);
