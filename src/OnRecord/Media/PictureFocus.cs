using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OnRecord.Media;

/// <summary>A focal point that was given to a picture, in the library or on a story. Only around these is it cut, so that no stranger can have ten thousand cuts made.</summary>
internal sealed class PictureFocus
{
    public const int Middle = 50;

    public required string Sha256 { get; init; }

    /// <summary>In hundredths of the width, from the left.</summary>
    public required int X { get; init; }

    /// <summary>In hundredths of the height, from above.</summary>
    public required int Y { get; init; }
}

internal sealed class PictureFocusTable : IEntityTypeConfiguration<PictureFocus>
{
    public void Configure(EntityTypeBuilder<PictureFocus> focus)
    {
        focus.ToTable("PictureFocus");
        focus.HasKey(row => new
        {
            row.Sha256,
            row.X,
            row.Y,
        });
        focus.HasOne<Picture>().WithMany().HasForeignKey(row => row.Sha256).OnDelete(DeleteBehavior.Cascade);
    }
}
