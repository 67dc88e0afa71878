using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories;

/// <summary>That readers of a story are shown a source by name.</summary>
internal sealed class StorySource
{
    public required Guid StoryId { get; init; }

    public required Guid SourceId { get; init; }
}

internal sealed class StorySourceTable : IEntityTypeConfiguration<StorySource>
{
    public void Configure(EntityTypeBuilder<StorySource> row)
    {
        row.ToTable("StorySources");
        row.HasKey(one => new { one.SourceId, one.StoryId });
        row.HasIndex(one => one.StoryId);
        row.HasOne<Story>().WithMany().HasForeignKey(one => one.StoryId);
        row.HasOne<Source>().WithMany().HasForeignKey(one => one.SourceId);
    }
}

internal static class StorySourceSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StorySource> StorySources => db.Set<StorySource>();
    }
}
