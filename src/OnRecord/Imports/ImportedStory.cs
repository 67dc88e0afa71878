using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Imports;

/// <summary>Ties a story to the page it came from, so that the same page is known again.</summary>
internal sealed class ImportedStory
{
    /// <summary>Its canonical address, or the hash of its content: see <see cref="ReadStory.Identity"/>.</summary>
    public required string Identity { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>Of the page as last taken in.</summary>
    public required string ContentHash { get; set; }

    /// <summary>Of the draft as the import left it. A draft with another one was edited at the desk.</summary>
    public required string DraftFingerprint { get; set; }

    public required DateTimeOffset ImportedAt { get; set; }
}

internal sealed class ImportedStoryTable : IEntityTypeConfiguration<ImportedStory>
{
    public void Configure(EntityTypeBuilder<ImportedStory> imported)
    {
        imported.ToTable("ImportedStories");
        imported.HasKey(row => row.Identity);
        imported.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class ImportedStorySet
{
    extension(OnRecordDb db)
    {
        public DbSet<ImportedStory> ImportedStories => db.Set<ImportedStory>();
    }
}
