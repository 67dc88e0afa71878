using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>What readers were shown from one moment on. Never changed once made.</summary>
internal sealed class StoryVersion
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>1 for the first, then one more for each.</summary>
    public required int Number { get; init; }

    public required VersionKind Kind { get; init; }

    /// <summary>What changed, in plain words; empty for the first.</summary>
    public required string Note { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A spelling: readers who have read it need not be told.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Who showed it; null for an import. Not for readers.</summary>
    public Guid? StaffId { get; init; }

    public required StoryContent Content { get; init; }
}

internal enum VersionKind
{
    First = 1,
    Update = 2,
    Clarification = 3,
    Correction = 4,
    Retraction = 5,
    Takedown = 6,
}

internal sealed class StoryVersionTable : IEntityTypeConfiguration<StoryVersion>
{
    public void Configure(EntityTypeBuilder<StoryVersion> version)
    {
        version.ToTable("StoryVersions");
        version.HasIndex(row => new { row.StoryId, row.Number }).IsUnique();
        version.ComplexProperty(row => row.Content, StoryContentColumns.Map);
        version.HasOne<Story>().WithMany(story => story.Versions).HasForeignKey(row => row.StoryId);
    }
}

internal static class StoryVersionSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryVersion> StoryVersions => db.Set<StoryVersion>();
    }
}
