using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>A picture in the library. Its bytes lie in the media folder under its hash.</summary>
internal sealed class Picture
{
    // In bytes: what an index of PostgreSQL takes beside a key.
    private const int LongestSearch = 2000;

    /// <summary>SHA-256 of the original's bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In pixels, as shown: after the camera's turn.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The number of the <see cref="PictureTone"/> that stands in its place until it has arrived; null where it was added before they were looked for.</summary>
    public int? Tone { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The account that added it; null for an import.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>The file's name as it came; empty where it had none.</summary>
    public string Name { get; init; } = "";

    public string Alt { get; private set; } = "";

    public string? Caption { get; private set; }

    public string? Credit { get; private set; }

    /// <summary>On what terms it may be shown.</summary>
    public string? Licence { get; private set; }

    /// <summary>What must stay in sight when it is cut: 0 is the left edge, 100 the right one.</summary>
    public int FocusX { get; private set; } = PictureFocus.Middle;

    /// <summary>0 is the upper edge, 100 the lower one.</summary>
    public int FocusY { get; private set; } = PictureFocus.Middle;

    /// <summary>By the camera's clock, taken for UTC where the camera names no zone.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>What its C2PA manifest says of it, as JSON: see <see cref="ContentCredentials.ManifestSummary"/>.</summary>
    public string? Provenance { get; init; }

    /// <summary>Where it came from, for a picture that was imported.</summary>
    public string? Origin { get; init; }

    /// <summary>All its words, folded, for the library's search.</summary>
    public string Search { get; private set; } = "";

    public string Source => new LibrarySource(Sha256, Width, Height).ToString();

    public PictureWords Words => new(Credit, Caption, Alt.Length == 0 ? null : Alt, Licence);

    public void Describe(PictureWords words)
    {
        var clean = words.Clean();
        (Credit, Caption, Alt, Licence) = (clean.Credit, clean.Caption, clean.Alt ?? "", clean.Licence);
        Refold();
    }

    /// <summary>The focal point must also be allowed: <see cref="AllowFocus"/>.</summary>
    public void FocusOn(int x, int y) => (FocusX, FocusY) = (Math.Clamp(x, 0, 100), Math.Clamp(y, 0, 100));

    /// <summary>Never empty, so that rows from before there was a search are known by it.</summary>
    public void Refold() =>
        Search = SearchFold.Of(string.Join(' ', Sha256[..12], Name, Credit, Licence, Alt, Caption), LongestSearch);
}

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.ToTable("Pictures");
        picture.HasKey(row => row.Sha256);
        picture.Ignore(row => row.Source);
        picture.Ignore(row => row.Words);
        // The sentinel is the default, so that a focal point of 0 is not taken for none.
        picture.Property(row => row.FocusX).HasDefaultValue(PictureFocus.Middle).HasSentinel(PictureFocus.Middle);
        picture.Property(row => row.FocusY).HasDefaultValue(PictureFocus.Middle).HasSentinel(PictureFocus.Middle);
        // In the list's order and with the words, so that words are sought without opening a row.
        picture.HasIndex(row => new
        {
            row.AddedAt,
            row.Sha256,
            row.Search,
        });
        picture.HasIndex(row => new
        {
            row.AddedBy,
            row.AddedAt,
            row.Sha256,
        });
        picture.HasIndex(row => row.Origin);
    }
}

internal static class PictureSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Picture> Pictures => db.Set<Picture>();
    }
}
