using System.Text;

namespace OnRecord.Media;

/// <summary>What is said of a picture; each is null where nothing is known.</summary>
internal sealed record PictureWords(
    string? Credit = null,
    string? Caption = null,
    string? Alt = null,
    string? Licence = null
)
{
    public const int LongestLine = 500;
    public const int LongestText = 4000;

    /// <summary>The same, fit for a table, for XML and for one line under a picture.</summary>
    public PictureWords Clean() =>
        new(Line(Credit, LongestLine), Text(Caption), Line(Alt, LongestText), Line(Licence, LongestLine));

    private static string? Text(string? text) => Clean(text, LongestText, keepsLines: true);

    internal static string? Line(string? text, int longest) => Clean(text, longest, keepsLines: false);

    private static string? Clean(string? text, int longest, bool keepsLines)
    {
        if (text is null)
            return null;
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        // EnumerateRunes gives U+FFFD for half a character, which neither PostgreSQL nor XML would take.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
                break;
            if (rune.Value is '\n' && keepsLines)
                clean.Append('\n');
            else if (Rune.IsWhiteSpace(rune))
                Space(clean);
            else if (!Rune.IsControl(rune) && rune.Value is not (0xfffe or 0xffff))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim() is { Length: > 0 } words ? words : null;
    }

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }
}
