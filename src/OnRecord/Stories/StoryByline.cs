using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.People;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Who signs what readers see of a story. The version holds the names; this holds whose they are.</summary>
internal sealed class StoryByline
{
    public required Guid StoryId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Its place in the byline, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>The story's own, by which a person's list is sorted: it never changes.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}

internal sealed class StoryBylineTable : IEntityTypeConfiguration<StoryByline>
{
    public void Configure(EntityTypeBuilder<StoryByline> byline)
    {
        byline.ToTable("StoryBylines");
        byline.HasKey(row => new { row.PersonId, row.StoryId });
        byline.HasIndex(row => row.StoryId);
        byline.HasIndex(row => new
        {
            row.PersonId,
            row.PublishedAt,
            row.StoryId,
        });
        byline.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
        byline.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }
}

internal static class StoryBylineSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryByline> StoryBylines => db.Set<StoryByline>();
    }
}
