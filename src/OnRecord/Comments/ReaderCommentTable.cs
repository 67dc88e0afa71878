using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments;

internal sealed class ReaderCommentTable : IEntityTypeConfiguration<ReaderComment>
{
    public void Configure(EntityTypeBuilder<ReaderComment> comment)
    {
        comment.ToTable("ReaderComments");
        // The list below a story, by time and by what the newsroom liked.
        comment
            .HasIndex(row => new
            {
                row.StoryId,
                row.ListedAt,
                row.Id,
            })
            .HasFilter("\"ListedAt\" IS NOT NULL");
        comment
            .HasIndex(row => new
            {
                row.StoryId,
                row.Likes,
                row.ListedAt,
                row.Id,
            })
            .HasFilter("\"ListedAt\" IS NOT NULL");
        comment.HasIndex(row => new
        {
            row.ThreadId,
            row.State,
            row.Id,
        });
        // The moderators' queues.
        comment.HasIndex(row => new { row.State, row.Id });
        comment.HasIndex(row => new { row.StoryId, row.Id }).HasFilter("\"State\" = 1");
        comment.HasIndex(row => new { row.OpenReports, row.Id }).HasFilter("\"OpenReports\" > 0");
        // What somebody wrote; and whether they wrote the same just now.
        comment.HasIndex(row => new
        {
            row.CommenterId,
            row.Id,
            row.Sameness,
        });
        comment.HasIndex(row => new { row.LettersDue, row.Id }).HasFilter("\"LettersDue\" > 0");
        comment.HasIndex(row => row.At).HasFilter("\"AddressKey\" IS NOT NULL");
        // What is refused and not yet emptied.
        comment
            .HasIndex(row => new { row.State, row.At })
            .HasFilter($"\"State\" = {(int)CommentState.Rejected} AND \"Text\" <> ''");
        // A story's feed.
        comment.HasIndex(row => new { row.StoryId, row.Id }).HasFilter($"\"State\" = {(int)CommentState.Published}");
        // Two moderators at once: the second is told.
        comment.Property(row => row.State).IsConcurrencyToken();
        comment.Ignore(row => row.IsShown);
        comment.Ignore(row => row.RepliesTo);
    }
}

internal static class ReaderCommentSet
{
    extension(OnRecordDb db)
    {
        public DbSet<ReaderComment> ReaderComments => db.Set<ReaderComment>();
    }
}
