using System.Globalization;

namespace OnRecord.Imports.Reading.Writing;

internal static class SourceSet
{
    /// The widest of "a.jpg 320w, b.jpg 2x"; a comma inside an address is not followed by a space.
    public static (string? Address, double Width) Widest(string set)
    {
        var best = (Address: (string?)null, Width: -1.0);
        foreach (
            var candidate in set.Split(
                [", ", ",\n", ",\t", ",\r"],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            var words = candidate.TrimEnd(',').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            var width =
                words.Length > 1
                && double.TryParse(
                    words[^1].AsSpan(0, words[^1].Length - 1),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : 1;
            if (width > best.Width)
                best = (words[0], width);
        }
        return best;
    }
}
