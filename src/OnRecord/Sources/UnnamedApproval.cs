using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources;

/// <summary>A second editor agrees that somebody is not named in a story. It holds for the reason that was given.</summary>
internal sealed class UnnamedApproval
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required Guid SourceId { get; init; }

    public required NotNamedReason Reason { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class UnnamedApprovalTable : IEntityTypeConfiguration<UnnamedApproval>
{
    public void Configure(EntityTypeBuilder<UnnamedApproval> approval)
    {
        approval.ToTable("UnnamedApprovals");
        approval.HasIndex(row => new { row.StoryId, row.SourceId }).IsUnique();
        approval.HasOne<Source>().WithMany().HasForeignKey(row => row.SourceId);
    }
}

internal static class UnnamedApprovalSet
{
    extension(OnRecordDb db)
    {
        public DbSet<UnnamedApproval> UnnamedApprovals => db.Set<UnnamedApproval>();
    }
}
