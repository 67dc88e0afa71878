using NetVips;

namespace OnRecord.Media;

/// <summary>Opens picture files with libvips, within limits, and writes renditions without anything of the camera in them.</summary>
internal static class PictureFile
{
    private const long MaximumPixels = 100_000_000;
    private const int JpegQuality = 80;
    private const int WebpQuality = 78;
    private const int AvifQuality = 58;

    // Only what a newsroom is handed; libvips knows loaders (ImageMagick's, PDF's) that a stranger's file should not reach.
    private static readonly string[] Loaders = ["jpeg", "png", "webp", "gif", "heif", "tiff", "svg"];

    static PictureFile()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <returns>Width and height as shown; null where the file is not a picture, is broken, or is larger than 100 megapixels.</returns>
    public static (int Width, int Height)? Measure(byte[] bytes)
    {
        try
        {
            using var image = Open(bytes);
            if (image is null || (long)image.Width * image.Height > MaximumPixels)
                return null;
            using var upright = image.Autorot();
            // The header may promise what the body does not hold.
            _ = upright.Avg();
            return (upright.Width, upright.Height);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>Writes one rendition.</summary>
    /// <param name="format"><c>avif</c>, <c>webp</c> or <c>jpg</c>.</param>
    /// <param name="credit">Put back into the file, since everything else is taken out.</param>
    public static byte[] Render(byte[] original, int width, string format, string? credit)
    {
        using var thumbnail = Image.ThumbnailBuffer(
            original,
            width,
            height: 10_000_000,
            size: Enums.Size.Down,
            outputProfile: "srgb"
        );
        using var flat = thumbnail.HasAlpha() ? thumbnail.Flatten(background: [255.0]) : thumbnail.Copy();
        using var stamped = flat.Mutate(image => Stamp(image, credit));
        var keep = credit is null ? Enums.ForeignKeep.None : Enums.ForeignKeep.Xmp;
        return format switch
        {
            "avif" => stamped.HeifsaveBuffer(
                q: AvifQuality,
                compression: Enums.ForeignHeifCompression.Av1,
                effort: 2,
                keep: keep
            ),
            "webp" => stamped.WebpsaveBuffer(q: WebpQuality, effort: 4, keep: keep),
            _ => stamped.JpegsaveBuffer(q: JpegQuality, optimizeCoding: true, interlace: true, keep: keep),
        };
    }

    /// <summary>An SVG drawing as a JPEG of a given width.</summary>
    public static byte[] Rasterize(byte[] svg, int width)
    {
        using var image = Image.ThumbnailBuffer(svg, width, outputProfile: "srgb");
        using var flat = image.HasAlpha() ? image.Flatten(background: [255.0]) : image.Copy();
        return flat.JpegsaveBuffer(q: 88, keep: Enums.ForeignKeep.None);
    }

    private static Image? Open(byte[] bytes)
    {
        var loader = Image.FindLoadBuffer(bytes);
        return loader is not null && Loaders.Any(known => loader.Contains(known, StringComparison.OrdinalIgnoreCase))
            ? Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated)
            : null;
    }

    private static void Stamp(MutableImage image, string? credit)
    {
        foreach (
            var field in image
                .GetFields()
                .Where(name => name is "exif-data" or "xmp-data" or "iptc-data" or "icc-profile-data")
        )
            image.Remove(field);
        if (credit is not null)
            image.Set(GValue.BlobType, "xmp-data", CreditXmp.Of(credit));
    }
}
