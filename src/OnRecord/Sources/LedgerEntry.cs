using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Attribution;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources;

/// <summary>An attribution in a story's ledger: these words are this source's. A mark with its id ties it to the words; where no mark is left, the entry is lost, not gone.</summary>
internal sealed class LedgerEntry
{
    public const int LongestWords = 2000;

    /// <summary>The mark's id as well.</summary>
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public LedgerState State { get; set; }

    /// <summary>Null while it is only proposed and nobody of that name is known.</summary>
    public Guid? SourceId { get; set; }

    /// <summary>Who it seems to be, while no source is picked.</summary>
    public string ProposedName { get; set; } = "";

    public SourceKind ProposedKind { get; set; }

    public bool ProposedIsNamed { get; set; } = true;

    public string? ProposedRole { get; set; }

    /// <summary>The words as they last stood in the text, shortened.</summary>
    public required string Words { get; set; }

    public Form Form { get; set; }

    /// <summary>Null until somebody says it.</summary>
    public SourceStanding? Standing { get; set; }

    /// <summary>How the words reached us; null until somebody says it.</summary>
    public Channel? Channel { get; set; }

    /// <summary>The outlet they came through; null where they came straight, or while it is only proposed.</summary>
    public Guid? ViaId { get; set; }

    /// <summary>The outlet, while no source is picked for it.</summary>
    public string? ProposedVia { get; set; }

    public DateOnly? SaidOn { get; set; }

    public CommentSought Sought { get; set; }

    /// <summary>A line for readers, such as “Public meeting, recorded by the Ledger”.</summary>
    public string? Note { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for the machine.</summary>
    public Guid? CreatedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }
}

internal enum LedgerState
{
    Proposed = 0,
    Accepted = 1,

    /// <summary>Not a source: kept, so that it is not proposed again.</summary>
    Refused = 2,
}

internal enum SourceStanding
{
    OnRecord = 1,
    OnBackground = 2,
    NotNamed = 3,
}

/// <summary>How words reached the newsroom.</summary>
internal enum Channel
{
    SaidToUs = 1,
    PublicStatement = 2,
    Outlet = 3,
    Document = 4,
}

/// <summary>Whether comment was sought, and what came of it.</summary>
internal enum CommentSought
{
    No = 0,
    Answered = 1,
    Declined = 2,
    NoReply = 3,
}

internal sealed class LedgerEntryTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("LedgerEntries");
        entry.HasIndex(row => row.StoryId);
        entry.HasIndex(row => new { row.SourceId, row.StoryId });
        entry.HasIndex(row => new { row.ViaId, row.StoryId });
        entry.HasOne<Source>().WithMany().HasForeignKey(row => row.SourceId);
        entry.HasOne<Source>().WithMany().HasForeignKey(row => row.ViaId);
    }
}

internal static class LedgerEntrySet
{
    extension(OnRecordDb db)
    {
        public DbSet<LedgerEntry> LedgerEntries => db.Set<LedgerEntry>();
    }
}
