using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>What somebody of the newsroom decided of a comment, and why. The last one of a comment is its statement of reasons (Regulation (EU) 2022/2065, Article 17).</summary>
internal sealed class CommentDecision
{
    public const int LongestWords = 1_000;

    public required Guid Id { get; init; }

    public required Guid CommentId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where a machine decided.</summary>
    public Guid? StaffId { get; init; }

    public required DecisionAct Act { get; init; }

    /// <summary>What the comment was before.</summary>
    public required CommentState Was { get; init; }

    /// <summary>Why it had waited, or was refused before, as <see cref="Doubt"/> writes it.</summary>
    public string WhyBefore { get; init; } = "";

    /// <summary>The rule it broke; null where it broke none.</summary>
    public Ground? Ground { get; init; }

    /// <summary>What its writer is told besides; empty where nothing is.</summary>
    public string Words { get; init; } = "";

    /// <summary>From its arrival; null where it was not the first decision.</summary>
    public int? Seconds { get; init; }

    /// <summary>Whether no person looked at it.</summary>
    public bool IsAutomatic { get; init; }
}

internal enum DecisionAct
{
    /// <summary>Shown, or left where it was shown already.</summary>
    Approved = 1,
    Rejected = 2,

    /// <summary>Taken from readers until somebody has looked again.</summary>
    Held = 3,

    /// <summary>Shown again after it had been refused.</summary>
    Restored = 4,

    /// <summary>Asked for another look, somebody agreed with the refusal.</summary>
    Confirmed = 5,

    /// <summary>Asked for another look, somebody showed it.</summary>
    Reversed = 6,
}

/// <summary>Which rule a comment breaks.</summary>
internal enum Ground
{
    Spam = 1,
    Insult = 2,
    Hate = 3,
    Threat = 4,
    PrivateData = 5,
    OffTopic = 6,
    Impersonation = 7,

    /// <summary>It breaks a law.</summary>
    Illegal = 8,

    /// <summary>What the moderator's own words say.</summary>
    Other = 9,
}

internal sealed class CommentDecisionTable : IEntityTypeConfiguration<CommentDecision>
{
    public void Configure(EntityTypeBuilder<CommentDecision> decision)
    {
        decision.ToTable("CommentDecisions");
        decision.HasIndex(row => new { row.CommentId, row.Id });
        decision.HasIndex(row => row.At);
    }
}

internal static class CommentDecisionSet
{
    extension(OnRecordDb db)
    {
        public DbSet<CommentDecision> CommentDecisions => db.Set<CommentDecision>();
    }
}
