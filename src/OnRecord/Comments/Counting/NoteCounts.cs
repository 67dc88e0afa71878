using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using Quartz;

namespace OnRecord.Comments.Counting;

/// <summary>Whether a story's number of comments changed since pages that say it were let go.</summary>
internal sealed class ChangedCounts
{
    private int changed;

    public void Note() => Interlocked.Exchange(ref changed, 1);

    /// <returns>Whether one did; then none has, from now on.</returns>
    public bool Take() => Interlocked.Exchange(ref changed, 0) == 1;
}

/// <summary>Takes note of comments that came before readers, or went.</summary>
internal sealed class NoteCounts(ChangedCounts changed) : ChangeFollower
{
    public override Task Follow(OnRecordDb db, IReadOnlyList<EntityEntry> changes, CancellationToken stop)
    {
        if (changes.Any(IsCounted))
            db.AtCommit(() => new Step(changed));
        return Task.CompletedTask;
    }

    private static bool IsCounted(EntityEntry entry) =>
        entry.Entity is ReaderComment comment
        && (comment.IsShown && entry.State != EntityState.Deleted)
            != (
                entry.State != EntityState.Added
                && entry.Property(nameof(ReaderComment.State)).OriginalValue is CommentState.Published
            );

    private sealed class Step(ChangedCounts changed) : CommitStep
    {
        public override Task BeforeCommit(CancellationToken stop) => Task.CompletedTask;

        public override Task AfterCommit()
        {
            changed.Note();
            return Task.CompletedTask;
        }

        public override void RolledBack() { }
    }
}

/// <summary>Lets the pages go that say how many comments stories have: all at once and now and then, however fast comments come.</summary>
[DisallowConcurrentExecution]
internal sealed class RenewCounts(OnRecordDb db, ChangedCounts changed, EvictOnChange pages) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Renew(cancellationToken);

    public async Task Renew(CancellationToken stop)
    {
        if (!changed.Take())
            return;
        try
        {
            await Now(db, pages, stop);
        }
        catch
        {
            changed.Note();
            throw;
        }
    }

    /// <summary>At once, for a change of many that nobody will follow.</summary>
    public static Task Now(OnRecordDb db, EvictOnChange pages, CancellationToken stop) =>
        db.Transact(
            () =>
            {
                pages.Evict(db, [CommentTags.Counts]);
                return Task.CompletedTask;
            },
            stop
        );
}
