using System.Globalization;
using OnRecord.Media.ContentCredentials;

namespace OnRecord.Media.Embedded;

/// <summary>What a picture file says of itself in IPTC, XMP and EXIF, and in its C2PA manifest.</summary>
internal sealed record PictureInside
{
    // What cameras write into the description when nobody described anything.
    private static readonly string[] CameraTalk =
    [
        "DIGITAL CAMERA",
        "SONY DSC",
        "Exif_JPEG_PICTURE",
        "DCIM\\",
        "Processed with",
    ];

    public static readonly PictureInside Empty = new();

    public PictureWords Words { get; private init; } = new();
    public DateTimeOffset? TakenAt { get; private init; }
    public ReadOnlyMemory<byte>? Manifest { get; private init; }

    /// <summary>The manifest in short, as JSON.</summary>
    public string? Provenance { get; private init; }

    public static PictureInside Of(ReadOnlyMemory<byte> file)
    {
        var blocks = FileBlocks.Of(file);
        var (xmp, iim, exif) = (XmpPacket.Of(blocks.Xmp), IimRecords.Of(blocks.Iim), TiffTags.Of(blocks.Exif));
        return new PictureInside
        {
            Words = new PictureWords(
                Credit(xmp, iim, exif),
                Caption(xmp, iim, exif),
                Alt(xmp),
                Licence(xmp, iim, exif)
            ),
            TakenAt = Taken(xmp, iim, exif),
            Manifest = blocks.Manifest.IsEmpty ? null : blocks.Manifest,
            Provenance = blocks.Manifest.IsEmpty ? null : ManifestStore.Summary(blocks.Manifest).ToJson(),
        };
    }

    // A desk's words go before the camera's: XMP and IIM are written by people who handled the picture, EXIF by who owns the camera.
    private static string? Credit(XmpPacket xmp, IimRecords iim, TiffTags exif)
    {
        IEnumerable<string> names = xmp.All(XmpPacket.Dc + "creator");
        if (!names.Any())
            names = iim.All(IimRecords.Byline);
        if (!names.Any() && exif.Text(TiffTags.Artist) is { } artist)
            names = [artist];
        return CreditParts.Join(names, xmp.First(XmpPacket.Photoshop + "Credit") ?? iim.First(IimRecords.Credit))
            ?? xmp.First(XmpPacket.Photoshop + "Source")
            ?? iim.First(IimRecords.Source)
            ?? exif.Text(TiffTags.Copyright);
    }

    private static string? Caption(XmpPacket xmp, IimRecords iim, TiffTags exif) =>
        xmp.First(XmpPacket.Dc + "description")
        ?? iim.First(IimRecords.Caption)
        ?? (
            exif.Text(TiffTags.Description) is { } written
            && !CameraTalk.Any(talk => written.Contains(talk, StringComparison.OrdinalIgnoreCase))
                ? written
                : null
        );

    private static string? Alt(XmpPacket xmp) =>
        xmp.First(XmpPacket.Iptc + "AltTextAccessibility") ?? xmp.First(XmpPacket.Iptc + "ExtDescrAccessibility");

    private static string? Licence(XmpPacket xmp, IimRecords iim, TiffTags exif)
    {
        var terms =
            xmp.First(XmpPacket.Rights + "UsageTerms")
            ?? xmp.First(XmpPacket.Dc + "rights")
            ?? iim.First(IimRecords.Copyright)
            ?? exif.Text(TiffTags.Copyright);
        var page = xmp.First(XmpPacket.Commons + "license") ?? xmp.First(XmpPacket.Rights + "WebStatement");
        return (terms, page) switch
        {
            ({ } said, { } address) when !said.Contains(address, StringComparison.OrdinalIgnoreCase) =>
                $"{said} · {address}",
            _ => terms ?? page,
        };
    }

    private static DateTimeOffset? Taken(XmpPacket xmp, IimRecords iim, TiffTags exif) =>
        Moment($"{exif.Text(TiffTags.Taken)}{exif.Text(TiffTags.TakenOffset)}")
        ?? Moment(xmp.First(XmpPacket.Exif + "DateTimeOriginal"))
        ?? Moment(xmp.First(XmpPacket.Photoshop + "DateCreated"))
        ?? Moment($"{iim.First(IimRecords.Day)}{iim.First(IimRecords.Time)}")
        ?? Moment(xmp.First(XmpPacket.Xmp + "CreateDate"));

    private static DateTimeOffset? Moment(string? written) =>
        DateTimeOffset.TryParseExact(
            written?.Trim(),
            [
                "yyyy:MM:dd HH:mm:ss",
                "yyyy:MM:dd HH:mm:sszzz",
                "yyyyMMdd",
                "yyyyMMddHHmmss",
                "yyyyMMddHHmmsszzz",
                "yyyy-MM-dd",
                "yyyy-MM-dd'T'HH:mm",
                "yyyy-MM-dd'T'HH:mmzzz",
                "yyyy-MM-dd'T'HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ssK",
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
        && at.Year > 1800
            ? at
            : null;
}
