using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>A picture in the library. Its bytes lie in the media folder under its hash.</summary>
internal sealed class Picture
{
    /// <summary>SHA-256 of the original's bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In pixels, as shown: after the camera's turn.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public string Alt { get; set; } = "";

    public string? Caption { get; set; }

    public string? Credit { get; set; }

    /// <summary>Where it came from, for a picture that was imported.</summary>
    public string? Origin { get; init; }

    public string Source => new LibrarySource(Sha256, Width, Height).ToString();
}

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.ToTable("Pictures");
        picture.HasKey(row => row.Sha256);
        picture.Ignore(row => row.Source);
    }
}

internal static class PictureSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Picture> Pictures => db.Set<Picture>();
    }
}
