using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OnRecord.PublicRecord;

/// <summary>An entry of the log. Never changed, never taken out.</summary>
internal sealed class RecordEntry
{
    /// <summary>Its place, counted from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Canonical JSON, as docs/checking-the-record.md describes it.</summary>
    public required byte[] Bytes { get; init; }
}

internal sealed class RecordEntryTable : IEntityTypeConfiguration<RecordEntry>
{
    public void Configure(EntityTypeBuilder<RecordEntry> entry)
    {
        entry.ToTable("RecordEntries");
        entry.HasKey(row => row.Index);
        entry.Property(row => row.Index).ValueGeneratedNever();
    }
}
