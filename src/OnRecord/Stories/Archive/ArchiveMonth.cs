using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OnRecord.Stories.Archive;

/// <summary>How many stories a month has, on the newsroom's clock. Kept by <see cref="CountMonths"/>: to count a million rows for each look at the archive is too slow.</summary>
internal sealed class ArchiveMonth
{
    public required int Year { get; init; }

    /// <summary>From 1.</summary>
    public required int Month { get; init; }

    public required int Stories { get; init; }
}

internal sealed class ArchiveMonthTable : IEntityTypeConfiguration<ArchiveMonth>
{
    public void Configure(EntityTypeBuilder<ArchiveMonth> month)
    {
        month.ToTable("ArchiveMonths");
        month.HasKey(row => new { row.Year, row.Month });
        month.Property(row => row.Year).ValueGeneratedNever();
        month.Property(row => row.Month).ValueGeneratedNever();
    }
}
