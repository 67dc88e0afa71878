using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Workflow;

/// <summary>A step a story took at the desk.</summary>
internal sealed class StoryMove
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required StoryState From { get; init; }

    public required StoryState To { get; init; }

    /// <summary>Null for the machine itself.</summary>
    public Guid? StaffId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Note { get; init; } = "";
}

internal sealed class StoryMoveTable : IEntityTypeConfiguration<StoryMove>
{
    public void Configure(EntityTypeBuilder<StoryMove> move)
    {
        move.ToTable("StoryMoves");
        move.HasIndex(row => new { row.StoryId, row.At });
        move.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class StoryMoveSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryMove> StoryMoves => db.Set<StoryMove>();
    }
}
