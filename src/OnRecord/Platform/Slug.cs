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
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
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

    // Apostrophes and accents do not part words: Russia's is one, café is cafe.
    private static bool IsDropped(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or 'ʼ'
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static string Cut(string slug)
    {
        if (slug.Length <= MaximumLength)
            return slug;
        var end = slug.LastIndexOf('-', MaximumLength);
        return (end > MaximumLength / 2 ? slug[..end] : slug[..MaximumLength]).TrimEnd('-');
    }
}
