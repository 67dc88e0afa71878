using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Moderation;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Comments.Posting;

/// <summary>Teaches the filter what moderators decided: what they refused as spam, and what they showed. Resumes where it was; each decision is learned from once.</summary>
[DisallowConcurrentExecution]
internal sealed class LearnFromDecisions(OnRecordDb db, JudgeText judge, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    // Ids are made before their transaction commits: what another node is about to commit is waited for.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Learn(cancellationToken);

    public async Task Learn(CancellationToken stop)
    {
        try
        {
            while (await LearnSome(stop) == AtOnce)
                db.ChangeTracker.Clear();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node learned from the same at this moment: begin again from what it kept.
            db.ChangeTracker.Clear();
            judge.Take(await db.Set<FilterLearning>().AsNoTracking().SingleAsync(stop));
        }
    }

    private async Task<int> LearnSome(CancellationToken stop)
    {
        var kept = await db.Set<FilterLearning>().FirstOrDefaultAsync(stop);
        judge.Refresh(kept);
        var (since, until) = (kept?.LastDecision ?? Guid.Empty, clock.GetUtcNow() - Settled);
        var next = await db.Set<CommentDecision>()
            .Where(row => row.Id > since && row.At <= until)
            .OrderBy(row => row.Id)
            .Take(AtOnce)
            .Join(
                db.Set<ReaderComment>(),
                decision => decision.CommentId,
                comment => comment.Id,
                (decision, comment) =>
                    new
                    {
                        decision.Id,
                        decision.Act,
                        decision.Ground,
                        decision.IsAutomatic,
                        comment.Text,
                    }
            )
            .OrderBy(row => row.Id)
            .ToListAsync(stop);
        if (next.Count == 0)
            return 0;
        foreach (var row in next.Where(row => !row.IsAutomatic && row.Text.Length > 0))
            if (IsSpam(row.Act, row.Ground) is { } spam)
                judge.Filter.Learn(row.Text, spam);
        await db.Transact(
            () =>
            {
                var bytes = judge.Filter.ToBytes();
                if (kept is null)
                    db.Add(new FilterLearning { Kept = bytes, LastDecision = next[^1].Id });
                else
                    (kept.Kept, kept.LastDecision) = (bytes, next[^1].Id);
                return Task.CompletedTask;
            },
            stop
        );
        judge.Kept(next[^1].Id);
        return next.Count;
    }

    // An insult or what is off the topic is refused for another reason than that it is spam.
    private static bool? IsSpam(DecisionAct act, Ground? ground) =>
        act switch
        {
            DecisionAct.Rejected => ground == Ground.Spam ? true : null,
            DecisionAct.Approved or DecisionAct.Restored or DecisionAct.Reversed => false,
            _ => null,
        };
}
