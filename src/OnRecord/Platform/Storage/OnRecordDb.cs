using Microsoft.EntityFrameworkCore;

namespace OnRecord.Platform.Storage;

/// <summary>The newsroom's database. Features bring their tables as <see cref="IEntityTypeConfiguration{T}"/> beside their entities.</summary>
internal abstract class OnRecordDb(DbContextOptions options, WriteGate gate) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model) =>
        model.ApplyConfigurationsFromAssembly(typeof(OnRecordDb).Assembly);

    /// <summary>Does the work, saves and commits, or changes nothing. Writers take turns.</summary>
    public async Task Transact(Func<Task> work, CancellationToken stop = default)
    {
        using var turn = await gate.Enter(stop);
        await using var transaction = await Database.BeginTransactionAsync(stop);
        await work();
        await SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
