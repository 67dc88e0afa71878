using NetVips;
using OnRecord.Media.Embedded;

namespace OnRecord.Media;

/// <summary>Why a file is not taken as a picture.</summary>
internal enum PictureFault
{
    TooHeavy = 1,
    TooLarge = 2,
    Unreadable = 3,
    TooSlow = 4,
    TooIntricate = 5,
}

/// <summary>Opens picture files with libvips, within limits, and writes renditions without anything of the camera in them.</summary>
internal static class PictureFile
{
    public const int MaximumBytes = 40_000_000;
    private const long MaximumPixels = 100_000_000;
    private const int DrawingWidth = 480;
    private const int JpegQuality = 80;
    private const int WebpQuality = 78;
    private const int AvifQuality = 58;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Only what a newsroom is handed; libvips knows loaders (ImageMagick's, PDF's) that a stranger's file should not reach.
    private static readonly string[] Loaders = ["jpeg", "png", "webp", "gif", "heif", "tiff", "svg"];

    static PictureFile()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        // What a broken file makes libvips mutter is said to the person who brought it, in a sentence.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    /// <returns>Width and height as shown; null where the file is not a picture, is broken, or is larger than 100 megapixels.</returns>
    public static (int Width, int Height)? Measure(byte[] bytes) => Measure(bytes, out _);

    public static (int Width, int Height)? Measure(byte[] bytes, out PictureFault? fault) =>
        Measure(bytes, out fault, out _);

    /// <param name="tone">Its average colour, found while it is decoded.</param>
    public static (int Width, int Height)? Measure(byte[] bytes, out PictureFault? fault, out PictureTone tone)
    {
        tone = PictureTone.None;
        using var clock = new CancellationTokenSource(Patience);
        try
        {
            using var image = bytes.Length <= MaximumBytes ? Open(bytes) : null;
            fault = image is null
                ? bytes.Length > MaximumBytes
                    ? PictureFault.TooHeavy
                    : PictureFault.Unreadable
                : Forbids(image, bytes);
            if (image is null || fault is not null)
                return null;
            using var looked = IsDrawing(image) ? Image.ThumbnailBuffer(bytes, DrawingWidth) : image.Copy();
            using (clock.Token.Register(() => looked.SetKill(true)))
                // The header may promise what the body does not hold.
                tone = Decode(looked);
            return IsLying(image) ? (image.Height, image.Width) : (image.Width, image.Height);
        }
        catch (VipsException)
        {
            fault = clock.IsCancellationRequested ? PictureFault.TooSlow : PictureFault.Unreadable;
            return null;
        }
    }

    // One pass over all pixels. What has no colours, such as a scientist's measurements, has no average of them.
    private static PictureTone Decode(Image looked)
    {
        if (!HasColours(looked))
        {
            _ = looked.Avg();
            return PictureTone.None;
        }
        using var colours = looked.Colourspace(Enums.Interpretation.Srgb);
        using var stats = colours.Stats();
        // A row for each band after that for all: its least value in the first column, its mean in the fifth.
        double Of(int band, int column) => stats.Getpoint(column, band + 1)[0];
        return colours.Bands < 3 || (colours.Bands > 3 && Of(3, 0) < 255)
            ? PictureTone.None
            : PictureTone.Of(Of(0, 4), Of(1, 4), Of(2, 4));
    }

    private static bool HasColours(Image image) =>
        image.Format is Enums.BandFormat.Uchar or Enums.BandFormat.Ushort
        && image.Interpretation
            is Enums.Interpretation.Srgb
                or Enums.Interpretation.Rgb
                or Enums.Interpretation.Rgb16
                or Enums.Interpretation.Bw
                or Enums.Interpretation.Grey16
                or Enums.Interpretation.Cmyk;

    /// <summary>Writes one rendition.</summary>
    /// <param name="size">The original's width and height as shown.</param>
    /// <param name="words">Put back into the file, since everything else is taken out.</param>
    public static byte[] Render(byte[] original, (int Width, int Height) size, RenditionName name, PictureWords words)
    {
        using var thumbnail = Thumbnail(original, size, name);
        using var flat = thumbnail.HasAlpha() ? thumbnail.Flatten(background: [255.0]) : thumbnail.Copy();
        using var stamped = flat.Mutate(image => Stamp(image, name.Format, words));
        const Enums.ForeignKeep Keep = Enums.ForeignKeep.Xmp | Enums.ForeignKeep.Iptc;
        return name.Format switch
        {
            "avif" => stamped.HeifsaveBuffer(
                q: AvifQuality,
                compression: Enums.ForeignHeifCompression.Av1,
                effort: 2,
                keep: Keep
            ),
            "webp" => stamped.WebpsaveBuffer(q: WebpQuality, effort: 4, keep: Keep),
            _ => stamped.JpegsaveBuffer(q: JpegQuality, optimizeCoding: true, interlace: true, keep: Keep),
        };
    }

    /// <summary>An SVG drawing as a JPEG of a given width.</summary>
    public static byte[] Rasterize(byte[] svg, int width)
    {
        using var image = Image.ThumbnailBuffer(svg, width, outputProfile: "srgb");
        using var flat = image.HasAlpha() ? image.Flatten(background: [255.0]) : image.Copy();
        return flat.JpegsaveBuffer(q: 88, keep: Enums.ForeignKeep.None);
    }

    private static Image Thumbnail(byte[] original, (int Width, int Height) size, RenditionName name)
    {
        if (name.Cut is not { } cut)
            return Image.ThumbnailBuffer(
                original,
                name.Width,
                height: 10_000_000,
                size: Enums.Size.Down,
                outputProfile: "srgb"
            );
        var piece = cut.Ratio.Within(size.Width, size.Height);
        var height = Math.Min(cut.Ratio.HeightAt(name.Width), piece.Height);
        // The whole, so small that the piece has the width asked for; forced, because a pixel lost to rounding would be missing from the piece.
        using var whole = Image.ThumbnailBuffer(
            original,
            Scaled(size.Width, name.Width, piece.Width),
            height: Math.Max(height, Scaled(size.Height, name.Width, piece.Width)),
            size: Enums.Size.Force,
            outputProfile: "srgb"
        );
        return whole.Crop(
            Start(whole.Width, name.Width, cut.X),
            Start(whole.Height, height, cut.Y),
            name.Width,
            height
        );
    }

    private static int Scaled(int length, int wanted, int piece) => (int)Math.Ceiling((double)length * wanted / piece);

    // As near to the middle of the piece as the picture's edges let the focal point be.
    private static int Start(int whole, int piece, int focus) =>
        Math.Clamp((int)Math.Round((whole * focus / 100.0) - (piece / 2.0)), 0, whole - piece);

    // EXIF's orientations from 5 on say that the camera was held upright. A file read in sequence cannot be turned.
    private static bool IsLying(Image image) =>
        image.Contains("orientation") && image.Get("orientation") is int and >= 5 and <= 8;

    private static PictureFault? Forbids(Image image, byte[] bytes) =>
        (long)image.Width * image.Height > MaximumPixels ? PictureFault.TooLarge
        : IsDrawing(image) && !DrawingCost.IsBearable(bytes) ? PictureFault.TooIntricate
        : null;

    // A drawing has no pixels of its own; to see that it can be drawn, a small one will do.
    private static bool IsDrawing(Image image) =>
        image.Contains("vips-loader") && ((string)image.Get("vips-loader")).StartsWith("svg", StringComparison.Ordinal);

    private static Image? Open(byte[] bytes)
    {
        var loader = Image.FindLoadBuffer(bytes);
        return loader is not null && Loaders.Any(known => loader.Contains(known, StringComparison.OrdinalIgnoreCase))
            ? Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated)
            : null;
    }

    private static void Stamp(MutableImage image, string format, PictureWords words)
    {
        foreach (
            var field in image
                .GetFields()
                .Where(name =>
                    name is "exif-data" or "xmp-data" or "iptc-data" or "icc-profile-data" or "photoshop-data"
                )
        )
            image.Remove(field);
        if (words == new PictureWords())
            return;
        image.Set(GValue.BlobType, "xmp-data", XmpStamp.Of(words));
        if (format == "jpg")
            image.Set(GValue.BlobType, "iptc-data", IimStamp.Of(words));
    }
}
