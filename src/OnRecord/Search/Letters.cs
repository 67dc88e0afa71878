using System.Globalization;
using System.Text;

namespace OnRecord.Search;

/// <summary>Letters as search compares them: small, without accents, and alike where one newsroom's readers write the same name in two alphabets' ways.</summary>
internal static class Letters
{
    /// <summary>What stands for a sign that parts words.</summary>
    public const string Parting = " ";

    // Read and written from many threads; whoever comes second writes the same.
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <returns>The letter; <see cref="Parting"/> for what parts words; nothing for what is left out within one.</returns>
    public static string Fold(char letter) => Known[letter] ??= Fold(new Rune(letter));

    public static string Fold(Rune rune) =>
        IsLeftOut(rune) ? ""
        : Rune.IsLetterOrDigit(rune) || IsMark(rune) ? Alike(Rune.ToLowerInvariant(rune))
        : Parting;

    public static bool IsApostrophe(char sign) => sign is '\'' or '’' or '‘' or 'ʼ' or '`' or '′' or '＇';

    /// <summary>Whether it is of a script that writes words without spaces, or joins what belongs to several into one.</summary>
    public static bool IsRun(int letter) =>
        letter >= 0xe00
        && letter
            is <= 0xfff // Thai, Lao, Tibetan
                or (>= 0x1000 and <= 0x109f) // Myanmar
                or (>= 0x1780 and <= 0x17ff) // Khmer
                or (>= 0x2e80 and <= 0x2fdf)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3021 and <= 0x3029)
                or (>= 0x3040 and <= 0x30ff) // Hiragana, Katakana
                or (>= 0x31f0 and <= 0x31ff)
                or (>= 0x3400 and <= 0x4dbf) // Han
                or (>= 0x4e00 and <= 0x9fff)
                or (>= 0xac00 and <= 0xd7a3) // Hangul
                or (>= 0xf900 and <= 0xfaff)
                or (>= 0x20000 and <= 0x3ffff);

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052f';

    public static bool IsLatin(char letter) => letter is >= 'a' and <= 'z';

    // Points and accents; what shows nothing; the stroke that makes an Arabic word longer.
    private static bool IsLeftOut(Rune rune) =>
        rune.Value
            is (>= 0x300 and <= 0x36f)
                or (>= 0x591 and <= 0x5c7)
                or (>= 0x610 and <= 0x61a)
                or 0x640
                or (>= 0x64b and <= 0x65f)
                or 0x670
                or (>= 0x6d6 and <= 0x6ed)
                or (>= 0xfe00 and <= 0xfe0f)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.IsBmp && IsApostrophe((char)rune.Value);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Alike(Rune rune) =>
        rune.Value switch
        {
            'ї' or 'и' or 'ы' => "і",
            'ґ' => "г",
            'ё' or 'є' or 'э' => "е",
            'ў' => "у",
            'ь' or 'ъ' => "",
            'ł' => "l",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ı' or 'İ' => "i",
            'þ' => "th",
            'ς' => "σ",
            'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
            'ى' or 'ی' => "ي",
            'ک' => "ك",
            'ة' => "ه",
            (>= 0xc0 and < 0x250)
            or (>= 0x370 and < 0x400)
            or (>= 0x1e00 and < 0x2000)
            or (>= 0x2100 and < 0x2150)
            or (>= 0xf900 and < 0x10000) => Plain(rune),
            _ => rune.ToString(),
        };

    private static string Plain(Rune rune)
    {
        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (!IsLeftOut(part) && (Rune.IsLetterOrDigit(part) || IsMark(part)))
                plain.Append(Rune.ToLowerInvariant(part).ToString());
        return plain.ToString();
    }
}
