using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Drafts;

/// <summary>A colleague's word on a passage. Readers never see it.</summary>
internal sealed class StoryComment
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The id of the mark in the text that it hangs on.</summary>
    public required string Thread { get; init; }

    /// <summary>The comment it answers; null for the first of its thread.</summary>
    public Guid? ReplyTo { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    /// <summary>The words it was put on, for when they are gone.</summary>
    public required string Quote { get; init; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public Guid? ResolvedBy { get; set; }
}

internal sealed class StoryCommentTable : IEntityTypeConfiguration<StoryComment>
{
    public void Configure(EntityTypeBuilder<StoryComment> comment)
    {
        comment.ToTable("StoryComments");
        comment.HasIndex(row => new { row.StoryId, row.At });
        comment.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
        comment.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId);
    }
}

internal static class StoryCommentSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryComment> StoryComments => db.Set<StoryComment>();
    }
}
