using System.Globalization;
using System.Text;

namespace OnRecord.Media;

/// <summary>The colours of several pictures as one column holds them: of each the beginning of its hash and the number of its tone, in hexadecimal.
/// A page reads them with its story, and asks the library nothing.</summary>
internal static class PictureTones
{
    private const int Hash = 8;
    private const int Entry = Hash + 2;

    /// <returns>Null where none of them has a colour.</returns>
    public static string? Write(IEnumerable<Picture> pictures)
    {
        var written = new StringBuilder();
        foreach (var picture in pictures.Where(picture => picture.Tone > 0).OrderBy(picture => picture.Sha256))
            written.Append(CultureInfo.InvariantCulture, $"{picture.Sha256.AsSpan(0, Hash)}{picture.Tone:x2}");
        return written.Length == 0 ? null : written.ToString();
    }

    /// <returns>The class for the style sheet; null where the picture has no colour.</returns>
    public static string? ClassOf(string? tones, string sha256)
    {
        for (var at = 0; at + Entry <= tones?.Length; at += Entry)
            if (sha256.AsSpan().StartsWith(tones.AsSpan(at, Hash), StringComparison.Ordinal))
                return int.TryParse(
                    tones.AsSpan(at + Hash, 2),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? new PictureTone(number).Class
                    : null;
        return null;
    }
}
