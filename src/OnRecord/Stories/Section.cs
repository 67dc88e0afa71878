using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>A part of the paper: Water, Schools, Work.</summary>
internal sealed class Section
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>The language its name is in, a BCP 47 tag; null for the newsroom's own.</summary>
    public string? Language { get; set; }

    /// <summary>Its place in the masthead.</summary>
    public required int Position { get; set; }

    /// <summary>What its page says above its stories; empty where it says nothing.</summary>
    public string Description { get; set; } = "";

    /// <summary>Whether the masthead leaves it out. Its page and address stay.</summary>
    public bool Hidden { get; set; }

    /// <summary>The section of a name, made at the end of the masthead when there is none.</summary>
    public static async Task<Section> Named(OnRecordDb db, string name)
    {
        var sections = await db.Sections.ToListAsync();
        var found = sections
            .Concat(db.Sections.Local)
            .FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
            return found;
        var section = new Section
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Slug = Platform.Slug.Free(
                Platform.Slug.From(name, "section"),
                slug => sections.Exists(row => row.Slug == slug)
            ),
            Position = sections.Count == 0 ? 1 : sections.Max(row => row.Position) + 1,
        };
        db.Sections.Add(section);
        return section;
    }
}

internal sealed class SectionTable : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.ToTable("Sections");
        section.HasIndex(row => row.Slug).IsUnique();
    }
}

internal static class SectionSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Section> Sections => db.Set<Section>();
    }
}
