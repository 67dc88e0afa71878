using System.Text;

namespace OnRecord.Documents;

/// <summary>A writing system, by its ISO 15924 code, and what it says of the language written in it.</summary>
public static class WritingSystem
{
    // The ranges that news is written in; a letter outside them proposes nothing.
    private static readonly (int First, int Last, string Code)[] Ranges =
    [
        (0x0041, 0x024F, "Latn"),
        (0x0370, 0x03FF, "Grek"),
        (0x0400, 0x052F, "Cyrl"),
        (0x0530, 0x058F, "Armn"),
        (0x0590, 0x05FF, "Hebr"),
        (0x0600, 0x06FF, "Arab"),
        (0x0750, 0x077F, "Arab"),
        (0x0900, 0x097F, "Deva"),
        (0x0980, 0x09FF, "Beng"),
        (0x0A00, 0x0A7F, "Guru"),
        (0x0A80, 0x0AFF, "Gujr"),
        (0x0B80, 0x0BFF, "Taml"),
        (0x0C00, 0x0C7F, "Telu"),
        (0x0D80, 0x0DFF, "Sinh"),
        (0x0E00, 0x0E7F, "Thai"),
        (0x1000, 0x109F, "Mymr"),
        (0x10A0, 0x10FF, "Geor"),
        (0x1100, 0x11FF, "Hang"),
        (0x1200, 0x137F, "Ethi"),
        (0x1780, 0x17FF, "Khmr"),
        (0x1E00, 0x1EFF, "Latn"),
        (0x1F00, 0x1FFF, "Grek"),
        (0x3040, 0x30FF, "Jpan"),
        (0x3400, 0x4DBF, "Hani"),
        (0x4E00, 0x9FFF, "Hani"),
        (0xAC00, 0xD7AF, "Hang"),
        (0xF900, 0xFAFF, "Hani"),
        (0xFB50, 0xFDFF, "Arab"),
        (0xFE70, 0xFEFC, "Arab"),
        (0x20000, 0x323AF, "Hani"),
    ];

    private static readonly Dictionary<string, string> SoleLanguages = new()
    {
        ["Grek"] = "el",
        ["Armn"] = "hy",
        ["Hebr"] = "he",
        ["Deva"] = "hi",
        ["Beng"] = "bn",
        ["Guru"] = "pa",
        ["Gujr"] = "gu",
        ["Taml"] = "ta",
        ["Telu"] = "te",
        ["Sinh"] = "si",
        ["Thai"] = "th",
        ["Mymr"] = "my",
        ["Geor"] = "ka",
        ["Hang"] = "ko",
        ["Ethi"] = "am",
        ["Khmr"] = "km",
        ["Jpan"] = "ja",
        ["Hani"] = "zh",
    };

    private static readonly HashSet<string> RightToLeft = ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"];

    /// <summary>The writing system of a letter; null for digits, signs and letters of none that we know.</summary>
    public static string? Of(Rune letter)
    {
        if (!Rune.IsLetter(letter))
            return null;
        foreach (var (first, last, code) in Ranges)
            if (letter.Value >= first && letter.Value <= last)
                return code;
        return null;
    }

    /// <summary>The writing system that most letters of a text are of; null where it has no letters.</summary>
    public static string? MostOf(string text) =>
        text.EnumerateRunes()
            .Select(Of)
            .OfType<string>()
            .CountBy(code => code)
            .OrderByDescending(pair => pair.Value)
            .FirstOrDefault()
            .Key;

    /// <summary>The BCP 47 tag that words in one writing system propose: a language where its letters tell it, else <c>und-Cyrl</c> and the like.</summary>
    /// <param name="code">An ISO 15924 code.</param>
    /// <param name="words">The words.</param>
    public static string Propose(string code, string words) =>
        code switch
        {
            "Cyrl" when words.Any("іїєґІЇЄҐ".Contains) && !words.Any("ыэёъўЫЭЁЪЎ".Contains) => "uk",
            "Cyrl" when words.Any("ўЎ".Contains) => "be",
            "Cyrl" when words.Any("ђјљњћџЂЈЉЊЋЏ".Contains) => "sr-Cyrl",
            "Cyrl" when words.Any("ыэёЫЭЁ".Contains) => "ru",
            "Arab" when words.Any("ٹڈڑے".Contains) => "ur",
            "Arab" when words.Any("پچژگ".Contains) => "fa",
            "Arab" => "ar",
            _ => SoleLanguages.GetValueOrDefault(code) ?? $"und-{code}",
        };

    /// <summary>Whether a language's text usually runs from right to left.</summary>
    /// <param name="tag">A BCP 47 tag.</param>
    public static bool IsRightToLeft(string? tag) =>
        tag is not null
        && (
            RightToLeft.Contains(tag.Split('-')[0].ToLowerInvariant())
            || tag.Contains("-Arab", StringComparison.OrdinalIgnoreCase)
        );

    internal static bool IsWrittenWithoutSpaces(Rune rune) =>
        Of(rune) is "Hani" or "Jpan" or "Thai" or "Khmr" or "Mymr";
}
