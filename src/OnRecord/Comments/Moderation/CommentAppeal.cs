using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>A comment's writer asks for another look at what was decided, once (Regulation (EU) 2022/2065, Article 20).</summary>
internal sealed class CommentAppeal
{
    public const int LongestWords = 2_000;

    /// <summary>Six months, and a day for time zones.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromDays(184);

    public required Guid Id { get; init; }

    public required Guid CommentId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Words { get; init; }

    /// <summary>Null while it is open.</summary>
    public AppealOutcome? Outcome { get; set; }

    /// <summary>What the writer is told.</summary>
    public string Answer { get; set; } = "";

    public DateTimeOffset? AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }
}

internal enum AppealOutcome
{
    /// <summary>The comment is shown.</summary>
    Reversed = 1,

    /// <summary>It stays unseen.</summary>
    Confirmed = 2,
}

internal sealed class CommentAppealTable : IEntityTypeConfiguration<CommentAppeal>
{
    public void Configure(EntityTypeBuilder<CommentAppeal> appeal)
    {
        appeal.ToTable("CommentAppeals");
        appeal.HasIndex(row => row.CommentId).IsUnique();
        appeal.HasIndex(row => new { row.Outcome, row.Id });
        appeal.HasIndex(row => row.At);
        // Two who answer at once: the second is told.
        appeal.Property(row => row.AnsweredAt).IsConcurrencyToken();
    }
}

internal static class CommentAppealSet
{
    extension(OnRecordDb db)
    {
        public DbSet<CommentAppeal> CommentAppeals => db.Set<CommentAppeal>();
    }
}
