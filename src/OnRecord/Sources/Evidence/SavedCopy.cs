using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources.Evidence;

/// <summary>A copy of what was cited: an address's answer as it came, or a document that somebody brought. Its bytes lie in the evidence folder under their hash.</summary>
internal sealed class SavedCopy
{
    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>The statement it stands behind; null where it stands behind the source as a whole.</summary>
    public Guid? EntryId { get; set; }

    public required SavedCopyKind Kind { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Title { get; set; }

    /// <summary>Where it was fetched; null of a document that was brought.</summary>
    public string? Address { get; init; }

    /// <summary>Of the bytes kept, in lower-case hexadecimal: of a fetched answer's body, of a document.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Such as <c>text/html</c>.</summary>
    public required string MediaType { get; init; }

    public required long Length { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required Guid TakenBy { get; init; }

    /// <summary>Whether readers may open it. Private unless somebody chooses otherwise.</summary>
    public bool IsPublic { get; set; }
}

internal enum SavedCopyKind
{
    Fetched = 1,
    Brought = 2,
}

internal sealed class SavedCopyTable : IEntityTypeConfiguration<SavedCopy>
{
    public void Configure(EntityTypeBuilder<SavedCopy> copy)
    {
        copy.ToTable("SavedCopies");
        copy.HasIndex(row => row.SourceId);
        copy.HasIndex(row => row.EntryId);
        copy.HasOne<Source>().WithMany().HasForeignKey(row => row.SourceId);
        copy.HasOne<LedgerEntry>().WithMany().HasForeignKey(row => row.EntryId);
    }
}

internal static class SavedCopySet
{
    extension(OnRecordDb db)
    {
        public DbSet<SavedCopy> SavedCopies => db.Set<SavedCopy>();
    }
}
