using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>What was done about somebody who comments. What holds at present stands in <see cref="Commenter"/>.</summary>
internal sealed class CommenterSanction
{
    public const int LongestWords = 1_000;

    public required Guid Id { get; init; }

    public required Guid CommenterId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid StaffId { get; init; }

    public required SanctionAct Act { get; init; }

    /// <summary>Of a suspension, when it ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Why. They are told.</summary>
    public required string Words { get; init; }
}

internal enum SanctionAct
{
    Warned = 1,

    /// <summary>All they write waits for a moderator.</summary>
    Held = 2,
    Suspended = 3,
    Banned = 4,

    /// <summary>Nothing of that holds any more.</summary>
    Lifted = 5,
}

internal sealed class CommenterSanctionTable : IEntityTypeConfiguration<CommenterSanction>
{
    public void Configure(EntityTypeBuilder<CommenterSanction> sanction)
    {
        sanction.ToTable("CommenterSanctions");
        sanction.HasIndex(row => new { row.CommenterId, row.Id });
        sanction.HasIndex(row => row.At);
    }
}

internal static class CommenterSanctionSet
{
    extension(OnRecordDb db)
    {
        public DbSet<CommenterSanction> CommenterSanctions => db.Set<CommenterSanction>();
    }
}
