using System.Text;

namespace OnRecord.Media;

/// <summary>Makes words comparable: lower case, no Latin accents, ї as і, ґ as г, ё as е, one apostrophe.</summary>
internal static class SearchFold
{
    /// <param name="longest">How many bytes it may take as UTF-8; words that no longer fit are left out.</param>
    public static string Of(string text, int longest)
    {
        var folded = Of(text);
        if (Encoding.UTF8.GetByteCount(folded) <= longest)
            return folded;
        var bytes = Encoding.UTF8.GetBytes(folded).AsSpan(0, longest);
        return Encoding.UTF8.GetString(bytes[..Math.Max(bytes.LastIndexOf((byte)' '), 0)]);
    }

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Replaces half characters, at which Normalize would throw.
        foreach (var rune in text.EnumerateRunes())
            Add(folded, Rune.ToLowerInvariant(rune));
        return folded.ToString().Trim();
    }

    /// <summary>The words of a question, each to be found.</summary>
    public static string[] Words(string? question) =>
        Of(question ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8).ToArray();

    private static void Add(StringBuilder folded, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
            return;
        }
        folded.Append(
            rune.Value switch
            {
                'ї' => "і",
                'ґ' => "г",
                'ё' => "е",
                '’' or '‘' or 'ʼ' or '`' or '′' => "'",
                'ł' => "l",
                'ø' => "o",
                'đ' or 'ð' => "d",
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'ı' => "i",
                'þ' => "th",
                // An accent by itself, as some systems write é.
                >= 0x300 and <= 0x36f => Accent(folded, rune),
                >= 0xc0 and < 0x250 or >= 0x1e00 and < 0x1f00 => Plain(rune),
                _ => rune.ToString(),
            }
        );
    }

    // й is a letter of its own, also when it comes in two parts.
    private static string Accent(StringBuilder folded, Rune accent)
    {
        var letter = folded.Length > 0 ? folded[^1] : ' ';
        if (letter == 'и' && accent.Value == 0x306)
            folded[^1] = 'й';
        return "";
    }

    private static string Plain(Rune rune) =>
        string.Concat(
            rune.ToString().Normalize(NormalizationForm.FormKD).Where(c => !char.IsBetween(c, '\u0300', '\u036f'))
        );
}
