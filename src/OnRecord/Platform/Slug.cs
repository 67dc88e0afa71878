using System.Globalization;
using System.Text;

namespace OnRecord.Platform;

/// <summary>The part of an address made from a headline or a name: lower-case letters of its own script, digits and hyphens.</summary>
internal static class Slug
{
    private const int MaximumLength = 80;

    /// <summary>A slug for a text; the fallback where the text has no letter or digit.</summary>
    public static string From(string text, string fallback)
    {
        var slug = new StringBuilder();
        foreach (var rune in Latin(Sound(text).Normalize(NormalizationForm.FormC)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsVowelSign(rune))
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (!IsDropped(rune) && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var whole = slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
        return whole.Length == 0 ? fallback : Cut(whole);
    }

    /// <summary>The slug itself, or with the first free number behind it.</summary>
    public static string Free(string slug, Func<string, bool> taken)
    {
        var free = slug;
        for (var number = 2; taken(free); number++)
            free = $"{slug}-{number}";
        return free;
    }

    // Normalize throws at half a character and at U+FFFE; a page may hold either.
    private static string Sound(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xfffe).Select(rune => rune.ToString()));

    // Café is cafe; but й is no и, and the vowels of Devanagari are marks.
    private static string Latin(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is >= 0xC0 and < 0x250 or >= 0x1E00 and < 0x1F00)
                plain.Append(
                    rune.ToString()
                        .Normalize(NormalizationForm.FormKD)
                        .Where(c => !char.IsBetween(c, '\u0300', '\u036f'))
                        .ToArray()
                );
            else
                plain.Append(rune.ToString());
        return plain.ToString();
    }

    // An apostrophe does not part words: Russia's is one.
    private static bool IsDropped(Rune rune) => rune.Value is '\'' or '’' or '‘' or 'ʼ' or (>= 0x300 and <= 0x36f);

    private static bool IsVowelSign(Rune rune) =>
        rune.Value > 0x36f
        && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string Cut(string slug)
    {
        if (slug.Length <= MaximumLength)
            return slug;
        var end = slug.LastIndexOf('-', MaximumLength);
        return (end > MaximumLength / 2 ? slug[..end] : slug[..MaximumLength]).TrimEnd('-');
    }
}
