using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Workflow;

/// <summary>Somebody who is to write a story.</summary>
internal sealed class StoryAssignment
{
    public required Guid StoryId { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class StoryAssignmentTable : IEntityTypeConfiguration<StoryAssignment>
{
    public void Configure(EntityTypeBuilder<StoryAssignment> assignment)
    {
        assignment.ToTable("StoryAssignments");
        assignment.HasKey(row => new { row.StoryId, row.StaffId });
        assignment.HasIndex(row => row.StaffId);
        assignment.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
        assignment.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId);
    }
}

internal static class StoryAssignmentSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryAssignment> StoryAssignments => db.Set<StoryAssignment>();
    }
}
