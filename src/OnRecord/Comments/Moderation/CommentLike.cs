using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Somebody of the newsroom likes a comment.</summary>
internal sealed class CommentLike
{
    public required Guid CommentId { get; init; }

    public required Guid StaffId { get; init; }

    public required Guid StoryId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class CommentLikeTable : IEntityTypeConfiguration<CommentLike>
{
    public void Configure(EntityTypeBuilder<CommentLike> like)
    {
        like.ToTable("CommentLikes");
        like.HasKey(row => new { row.CommentId, row.StaffId });
    }
}

internal static class CommentLikeSet
{
    extension(OnRecordDb db)
    {
        public DbSet<CommentLike> CommentLikes => db.Set<CommentLike>();
    }
}
