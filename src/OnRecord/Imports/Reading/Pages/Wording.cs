using System.Text;

namespace OnRecord.Imports.Reading.Pages;

internal static class Wording
{
    private const int LongestExcerpt = 120;

    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.Length > 0 && line[^1] == ' ' ? line.ToString(0, line.Length - 1) : line.ToString();
    }

    public static string Excerpt(string text) =>
        text.Length <= LongestExcerpt
            ? text
            : string.Concat(
                text.AsSpan(0, char.IsHighSurrogate(text[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt),
                "…"
            );

    // A character of Chinese, Japanese or Korean says about as much as three letters of an alphabet.
    public static int Weigh(string? text)
    {
        var weight = 0;
        foreach (var letter in text ?? "")
        {
            if (letter < 128 ? char.IsAsciiLetterOrDigit(letter) : char.IsLetterOrDigit(letter))
                weight += letter is >= '\u3040' and <= '\ud7ff' ? 3 : 1;
        }
        return weight;
    }

    public static string Letters(string? text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text ?? "")
        {
            if (char.IsLetterOrDigit(letter))
                letters.Append(char.ToLowerInvariant(letter));
        }
        return letters.ToString();
    }

    public static bool Same(string? one, string? other) =>
        one is not null && other is not null && Letters(one) is { Length: > 0 } letters && letters == Letters(other);
}
