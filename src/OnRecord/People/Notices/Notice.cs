using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Notices;

/// <summary>Something a colleague should know, at the desk and, if they like, by mail.</summary>
internal sealed class Notice
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>Who caused it; null for the machine itself.</summary>
    public string? By { get; init; }

    /// <summary>What it is about, such as a headline.</summary>
    public required string About { get; init; }

    /// <summary>Their own words, such as a comment; empty where there are none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where at the desk it leads, a path.</summary>
    public required string Path { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

internal enum NoticeKind
{
    Assigned = 1,
    Mentioned = 2,
    Replied = 3,
    Moved = 4,
    ApprovalFell = 5,
    ScheduleFell = 6,
    DueSoon = 7,
    Overdue = 8,
    Published = 9,
    NotPublished = 10,
    AskedFor = 11,
    TakenOver = 12,
    Withdrawn = 13,

    /// <summary>Somebody who is not named waits for a second editor.</summary>
    UnnamedWaits = 21,

    /// <summary>A witness saw another public record than the newsroom has.</summary>
    RecordContradicted = 31,

    /// <summary>A reader reports an error.</summary>
    ErrorReported = 41,
    AnswerDueSoon = 42,
    AnswerOverdue = 43,

    /// <summary>A reader says that a comment is against the law.</summary>
    CommentReported = 51,

    /// <summary>A comment's writer asks for another look at a decision.</summary>
    CommentAppealed = 52,
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("Notices");
        notice.HasIndex(row => new { row.StaffId, row.ReadAt });
        notice.HasIndex(row => new { row.StaffId, row.At });
        notice.HasOne<Staff.StaffMember>().WithMany().HasForeignKey(row => row.StaffId);
    }
}

internal static class NoticeSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}
