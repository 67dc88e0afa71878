using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OnRecord.Platform.Storage;

/// <summary>The newsroom's database. Features bring their tables as <see cref="IEntityTypeConfiguration{T}"/> beside their entities.</summary>
internal abstract class OnRecordDb(DbContextOptions options, WriteGate gate) : DbContext(options)
{
    private readonly List<CommitStep> steps = [];

    /// <summary>Whether it outlives the scope that it is lent to (<see cref="OpenReaders"/>).</summary>
    public bool IsKept { get; set; }

    public override void Dispose()
    {
        if (!IsKept)
            base.Dispose();
    }

    public override ValueTask DisposeAsync() => IsKept ? ValueTask.CompletedTask : base.DisposeAsync();

    protected override void OnModelCreating(ModelBuilder model) =>
        model.ApplyConfigurationsFromAssembly(typeof(OnRecordDb).Assembly);

    /// <summary>Does the work, saves and commits, or changes nothing. Writers take turns.</summary>
    public async Task Transact(Func<Task> work, CancellationToken stop = default)
    {
        using (await gate.Enter(stop))
            await Commit(work, stop);
        foreach (var step in Ended())
            await step.AfterCommit();
    }

    /// <summary>A step that the transaction under way ends with; the same one each time it is asked for.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public T AtCommit<T>(Func<T> make)
        where T : CommitStep
    {
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException($"{typeof(T).Name} belongs into a transaction.");
        if (steps.OfType<T>().FirstOrDefault() is { } known)
            return known;
        var step = make();
        steps.Add(step);
        return step;
    }

    /// <summary>Saves within the transaction under way, or else in one of its own.</summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken
    )
    {
        var followers = Followers();
        if (followers.Length == 0 || Changes() is not { Count: > 0 } changes)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var saved = 0;
        if (Database.CurrentTransaction is null)
            await Transact(async () => saved = await Save(), cancellationToken);
        else
            saved = await Save();
        return saved;

        async Task<int> Save()
        {
            // They have just been detected; each look at what is tracked would do it again.
            var detects = ChangeTracker.AutoDetectChangesEnabled;
            ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var follower in followers)
                await follower.Follow(this, changes, cancellationToken);
            ChangeTracker.AutoDetectChangesEnabled = detects;
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
    }

    private List<EntityEntry> Changes() =>
        [
            .. ChangeTracker
                .Entries()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted),
        ];

    // A tool that opens a database by itself has no features.
    private ChangeFollower[] Followers() =>
        this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
            is { } app
            ? [.. app.GetServices<ChangeFollower>()]
            : [];

    private async Task Commit(Func<Task> work, CancellationToken stop)
    {
        await using var transaction = await Database.BeginTransactionAsync(stop);
        try
        {
            await work();
            await SaveChangesAsync(stop);
            // A step may bring another.
            for (var at = 0; at < steps.Count; at++)
                await steps[at].BeforeCommit(stop);
            await transaction.CommitAsync(stop);
        }
        catch
        {
            foreach (var step in Ended())
                step.RolledBack();
            throw;
        }
    }

    private List<CommitStep> Ended()
    {
        List<CommitStep> ended = [.. steps];
        steps.Clear();
        return ended;
    }
}
