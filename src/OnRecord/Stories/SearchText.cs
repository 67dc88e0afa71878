using System.Globalization;
using System.Text;

namespace OnRecord.Stories;

/// <summary>Words as the desk's lists compare them: without case, accents, and the letters that writers of Ukrainian and Russian exchange.</summary>
internal static class SearchText
{
    private const int MaximumLength = 400;

    public static string Of(StoryContent content) => Fold($"{content.Headline} {string.Join(' ', content.Byline)}");

    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in Sound(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && rune.Value != 0)
                folded.Append(Letter(Rune.ToLowerInvariant(rune)));
        return folded.Length > MaximumLength ? folded.ToString(0, MaximumLength) : folded.ToString();
    }

    // FormD has already made ї an і, ё an е and й an и; ґ has no parts.
    private static Rune Letter(Rune rune) => rune.Value == 'ґ' ? new Rune('г') : rune;

    // Normalize throws at half a character and at U+FFFE.
    private static string Sound(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xfffe).Select(rune => rune.ToString()));
}
