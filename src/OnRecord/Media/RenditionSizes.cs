using OnRecord.Documents;

namespace OnRecord.Media;

/// <summary>In which widths and encodings a picture is offered to browsers, and under which addresses.</summary>
internal static class RenditionSizes
{
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

    public static string Address(string sha256, int width, string format) => $"/media/{sha256}/{width}.{format}";

    /// <summary>How a picture is put into a page.</summary>
    public static PictureRendering Rendering(string sha256, int width, int height, string sizes)
    {
        var widths = For(width);
        var usual = widths.LastOrDefault(offered => offered <= 1200, widths[0]);
        return new PictureRendering(
            Address(sha256, usual, "jpg"),
            width,
            height,
            sizes,
            Formats
                .Select(format => new PictureSource(
                    format.Type,
                    string.Join(", ", widths.Select(offered => $"{Address(sha256, offered, format.Format)} {offered}w"))
                ))
                .ToValueList()
        );
    }
}
