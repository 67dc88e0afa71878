using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Letters;

/// <summary>That a message in the queue is to a commenter. By it their mail is found again, and nobody gets too much of it.</summary>
internal sealed class CommentLetter
{
    public required Guid MailId { get; init; }
    public required Guid CommenterId { get; init; }
    public required LetterKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal enum LetterKind
{
    Receipt = 1,
    Reply = 2,
    Decision = 3,

    /// <summary>The link to all that is held of somebody.</summary>
    Data = 4,

    /// <summary>What the newsroom decided of them.</summary>
    Sanction = 5,
}

internal sealed class CommentLetterTable : IEntityTypeConfiguration<CommentLetter>
{
    public void Configure(EntityTypeBuilder<CommentLetter> letter)
    {
        letter.ToTable("CommentLetters");
        letter.HasKey(row => row.MailId);
        letter.HasIndex(row => new { row.CommenterId, row.At });
        letter.HasIndex(row => row.At);
    }
}

internal static class CommentLetterSet
{
    extension(OnRecordDb db)
    {
        public DbSet<CommentLetter> CommentLetters => db.Set<CommentLetter>();
    }
}
