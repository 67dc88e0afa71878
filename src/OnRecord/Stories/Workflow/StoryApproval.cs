using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Workflow;

/// <summary>Somebody read the text and found it good. It falls when the text changes.</summary>
internal sealed class StoryApproval
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required ApprovalKind Kind { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Of what was approved: <see cref="StoryContent.Fingerprint"/> of what readers would be shown.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When the text changed; null while it stands.</summary>
    public DateTimeOffset? FellAt { get; set; }
}

internal enum ApprovalKind
{
    Editor = 1,
    Legal = 2,
}

internal sealed class StoryApprovalTable : IEntityTypeConfiguration<StoryApproval>
{
    public void Configure(EntityTypeBuilder<StoryApproval> approval)
    {
        approval.ToTable("StoryApprovals");
        approval.HasIndex(row => new { row.StoryId, row.FellAt });
        approval.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class StoryApprovalSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryApproval> StoryApprovals => db.Set<StoryApproval>();
    }
}
