using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>The address of a section that was deleted, always before any story stood in it. Who follows it is led to the front.</summary>
internal sealed class FormerSection
{
    public required string Slug { get; init; }

    /// <summary>Remembers a section's address. Within the caller's transaction.</summary>
    public static async Task Remember(OnRecordDb db, Section section)
    {
        if (await db.Set<FormerSection>().FindAsync(section.Slug) is null)
            db.Add(new FormerSection { Slug = section.Slug });
    }
}

internal sealed class FormerSectionTable : IEntityTypeConfiguration<FormerSection>
{
    public void Configure(EntityTypeBuilder<FormerSection> former)
    {
        former.ToTable("FormerSections");
        former.HasKey(row => row.Slug);
    }
}
