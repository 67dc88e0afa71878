using OnRecord.Documents;

namespace OnRecord.Media;

/// <summary>In which widths and encodings a picture is offered to browsers, and under which addresses.</summary>
internal static class RenditionSizes
{
    private const int CardWidth = 1200;

    /// <summary>Best first; the last is the one that every browser reads.</summary>
    public static readonly (string Format, string Type)[] Formats =
    [
        ("avif", "image/avif"),
        ("webp", "image/webp"),
        ("jpg", "image/jpeg"),
    ];

    private static readonly int[] Widths = [480, 800, 1200, 1800];

    /// <summary>The widths for an original: none is enlarged, and one is always there.</summary>
    public static int[] For(int originalWidth) =>
        Widths.Where(width => width < originalWidth).ToArray() is { Length: > 0 } smaller
            ? originalWidth <= Widths[^1]
                ? [.. smaller, originalWidth]
                : smaller
            : [originalWidth];

    /// <summary>Whether a rendition is offered of an original of this size. Whether its focal point is allowed is another question.</summary>
    public static bool Offers(RenditionName name, int width, int height) =>
        name.Cut is null
            ? For(width).Contains(name.Width)
            : For(name.Cut.Ratio.Within(width, height).Width).Contains(name.Width);

    public static string? Type(string format) =>
        Formats.FirstOrDefault(offered => offered.Format == format) is { Type: { } type } ? type : null;

    public static string Address(string sha256, int width, string format, PictureCut? cut = null) =>
        $"/media/{sha256}/{new RenditionName(width, cut, format)}";

    /// <summary>How a picture is put into a page.</summary>
    public static PictureRendering Rendering(string sha256, int width, int height, string sizes) =>
        Rendering(sha256, (width, height), sizes, cut: null);

    /// <summary>How a piece of a picture, cut to a shape around its focal point, is put into a page.</summary>
    public static PictureRendering Cut(string sha256, int width, int height, PictureCut cut, string sizes) =>
        Rendering(sha256, cut.Ratio.Within(width, height), sizes, cut);

    /// <summary>The picture as a card that other sites show of a story: a JPEG of 1200 by 675, or as large as it is.</summary>
    public static PictureCard Card(string sha256, int width, int height, int focusX, int focusY)
    {
        var cut = new PictureCut(PictureRatio.Card, focusX, focusY);
        var widths = For(PictureRatio.Card.Within(width, height).Width);
        var usual = widths.LastOrDefault(offered => offered <= CardWidth, widths[0]);
        return new PictureCard(Address(sha256, usual, "jpg", cut), usual, PictureRatio.Card.HeightAt(usual));
    }

    private static PictureRendering Rendering(
        string sha256,
        (int Width, int Height) size,
        string sizes,
        PictureCut? cut
    )
    {
        var widths = For(size.Width);
        var usual = widths.LastOrDefault(offered => offered <= 1200, widths[0]);
        return new PictureRendering(
            Address(sha256, usual, "jpg", cut),
            size.Width,
            size.Height,
            sizes,
            Formats
                .Select(format => new PictureSource(
                    format.Type,
                    string.Join(
                        ", ",
                        widths.Select(offered => $"{Address(sha256, offered, format.Format, cut)} {offered}w")
                    )
                ))
                .ToValueList()
        );
    }
}

/// <summary>A picture for the cards of other sites.</summary>
public sealed record PictureCard(string Address, int Width, int Height);
