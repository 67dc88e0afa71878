using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>What moderators tell each other of somebody who comments.</summary>
internal sealed class CommenterNote
{
    public const int LongestText = 2_000;

    public required Guid Id { get; init; }

    public required Guid CommenterId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid StaffId { get; init; }

    public required string Text { get; init; }
}

internal sealed class CommenterNoteTable : IEntityTypeConfiguration<CommenterNote>
{
    public void Configure(EntityTypeBuilder<CommenterNote> note)
    {
        note.ToTable("CommenterNotes");
        note.HasIndex(row => new { row.CommenterId, row.Id });
    }
}

internal static class CommenterNoteSet
{
    extension(OnRecordDb db)
    {
        public DbSet<CommenterNote> CommenterNotes => db.Set<CommenterNote>();
    }
}
