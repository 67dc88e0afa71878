using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Platform.StoredPages;

/// <summary>Tags whose pages other processes must let go.</summary>
internal sealed class PageEviction
{
    public long Id { get; init; }

    /// <summary>The process that has let them go already.</summary>
    public required Guid Sender { get; init; }

    /// <summary>With spaces between them.</summary>
    public required string Tags { get; init; }
}

internal sealed class PageEvictionTable : IEntityTypeConfiguration<PageEviction>
{
    public void Configure(EntityTypeBuilder<PageEviction> eviction) => eviction.ToTable("PageEvictions");
}

/// <summary>Keeps the table of evictions short.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetEvictions(OnRecordDb db) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await SqliteEvictions.Forget(db, cancellationToken);
}
