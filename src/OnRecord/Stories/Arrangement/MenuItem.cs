using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Arrangement;

/// <summary>A link beside the sections or in the foot of every page.</summary>
internal sealed class MenuItem
{
    public required Guid Id { get; init; }

    public required MenuPlace Place { get; set; }

    public required string Label { get; set; }

    /// <summary>A path on this site, or an https address.</summary>
    public required string Address { get; set; }

    /// <summary>The language its label is in, a BCP 47 tag; null for the newsroom's own.</summary>
    public string? Language { get; set; }

    /// <summary>Its place among those of its menu.</summary>
    public required int Position { get; set; }
}

internal enum MenuPlace
{
    Head = 0,
    Foot = 1,
}

internal sealed class MenuItemTable : IEntityTypeConfiguration<MenuItem>
{
    public void Configure(EntityTypeBuilder<MenuItem> item) => item.ToTable("MenuItems");
}

internal static class MenuItemSet
{
    extension(OnRecordDb db)
    {
        public DbSet<MenuItem> MenuItems => db.Set<MenuItem>();
    }
}
