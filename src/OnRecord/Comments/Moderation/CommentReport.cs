using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>A reader says that a comment should not be there; of one against the law, a notice (Regulation (EU) 2022/2065, Article 16).</summary>
internal sealed class CommentReport
{
    public const int LongestWords = 4_000;
    public const int LongestLine = 200;

    /// <summary>So long after the answer the reporter's name and address are erased.</summary>
    public const int DaysAfterAnswer = 30;

    /// <summary>And so long after the report, where nobody answered.</summary>
    public const int DaysWithoutAnswer = 180;

    /// <summary>Where it came from is forgotten.</summary>
    public const int DaysOfAddressKey = 30;

    public required Guid Id { get; init; }

    public required Guid CommentId { get; init; }

    /// <summary>In the address of the report's own page.</summary>
    public required string Secret { get; init; }

    public required ReportReason Reason { get; init; }

    /// <summary>What the reporter says of it; of a notice, why it is against the law.</summary>
    public string Words { get; init; } = "";

    /// <summary>Which law, as the reporter named it.</summary>
    public string Law { get; init; } = "";

    /// <summary>Whether it concerns the abuse of a child: then nobody has to say who they are.</summary>
    public bool IsOfChildAbuse { get; init; }

    public string Name { get; set; } = "";

    /// <summary>The reporter's address, sealed for this report's id; null where none was left, or it is erased.</summary>
    public byte[]? Email { get; set; }

    /// <summary>A keyed hash of the internet address it came from; null once it is thirty days old.</summary>
    public byte[]? AddressKey { get; set; }

    /// <summary>In which the reporter is answered; a BCP 47 tag.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null while it is open.</summary>
    public ComplaintOutcome? Outcome { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }

    /// <summary>The decision that answered it; null while it is open, and where somebody else's had come first.</summary>
    public Guid? DecisionId { get; set; }

    /// <summary>The messages to the reporter, which are erased with the address.</summary>
    public Guid? ReceiptMailId { get; set; }

    public Guid? AnswerMailId { get; set; }

    public bool IsNotice => Reason == ReportReason.Illegal;
}

/// <summary>What is wrong with a comment, as its reporter sees it.</summary>
internal enum ReportReason
{
    Spam = 1,
    Insult = 2,
    Threat = 3,
    PrivateData = 4,
    OffTopic = 5,

    /// <summary>It breaks a law.</summary>
    Illegal = 6,
}

/// <summary>What became of a report of a comment.</summary>
internal enum ComplaintOutcome
{
    /// <summary>The comment is not shown any more.</summary>
    Removed = 1,

    /// <summary>The newsroom looked, and it stays.</summary>
    Stands = 2,

    /// <summary>Its writer took it back before anybody looked.</summary>
    Gone = 3,
}

internal sealed class CommentReportTable : IEntityTypeConfiguration<CommentReport>
{
    public void Configure(EntityTypeBuilder<CommentReport> report)
    {
        report.ToTable("CommentReports");
        report.HasIndex(row => row.Secret).IsUnique();
        report.HasIndex(row => new { row.CommentId, row.Outcome });
        report.HasIndex(row => row.At);
        report.Ignore(row => row.IsNotice);
    }
}

internal static class CommentReportSet
{
    extension(OnRecordDb db)
    {
        public DbSet<CommentReport> CommentReports => db.Set<CommentReport>();
    }
}
