using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OnRecord.Comments.Judging;

/// <summary>
/// Letters without what disguises them: small, without accents, wide and circled ones plain, invisible ones gone; letters of one script that
/// stand in a word of another taken for what they look like.
/// </summary>
internal static class FoldedLetters
{
    /// <summary>What <see cref="Fold"/> gives for a character that is not seen.</summary>
    public const char Unseen = '\0';

    private const string Cyrillic = "авекмнорстухіѕјһԁ";
    private const string Latin = "abekmhopctyxisjhd";

    private static readonly char[] Folded = Table();
    private static readonly FrozenDictionary<char, char> ToLatin = Cyrillic
        .Zip(Latin)
        .ToFrozenDictionary(pair => pair.First, pair => pair.Second);
    private static readonly FrozenDictionary<char, char> ToCyrillic = "abcehikmopstxyu"
        .Zip("авсенікморѕтхуи")
        .ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    public static char Fold(char letter) => Folded[letter];

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052f';

    public static bool IsLatin(char letter) => letter is >= 'a' and <= 'z';

    /// <summary>Zero-width spaces and joiners, marks of direction, soft hyphens: seen by machines only.</summary>
    public static bool IsZeroWidth(char letter) =>
        letter is '\u00ad' or '\u180e' or '\ufeff' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e')
        || letter is >= '\u2060' and <= '\u2064';

    /// <summary>A word of two scripts, folded already: the strangers become what they look like. False when one script is all it has.</summary>
    public static bool Unmix(Span<char> word)
    {
        var (latin, cyrillic) = (false, false);
        foreach (var letter in word)
        {
            latin |= IsLatin(letter);
            cyrillic |= IsCyrillic(letter);
        }
        if (!latin || !cyrillic)
            return false;
        if (!Swap(word, ToLatin, IsCyrillic))
            Swap(word, ToCyrillic, IsLatin);
        return true;
    }

    /// <summary>A word as the other script would spell it by looks, such as “cyka”. False when a letter has no double.</summary>
    public static bool AsCyrillic(Span<char> word) => Swap(word, ToCyrillic, IsLatin);

    /// <summary>Letters in mathematical dress (U+1D400 to U+1D7FF) are plain ones to whoever reads them.</summary>
    public static char Undress(char high, char low)
    {
        if (high != '\ud835' || !char.IsLowSurrogate(low))
            return Unseen;
        var plain = new Rune(high, low).ToString().Normalize(NormalizationForm.FormKC);
        return plain.Length == 1 ? Fold(plain[0]) : Unseen;
    }

    private static bool Swap(Span<char> word, FrozenDictionary<char, char> doubles, Func<char, bool> stranger)
    {
        foreach (var letter in word)
        {
            if (stranger(letter) && !doubles.ContainsKey(letter))
                return false;
        }
        foreach (ref var letter in word)
            letter = stranger(letter) ? doubles[letter] : letter;
        return true;
    }

    private static char[] Table()
    {
        var table = new char[char.MaxValue + 1];
        for (var at = 0; at <= char.MaxValue; at++)
        {
            var letter = (char)at;
            table[at] =
                IsZeroWidth(letter) || letter is >= '\u0300' and <= '\u036f' or >= '\ufe00' and <= '\ufe0f'
                    ? Unseen
                    : char.ToLowerInvariant(Plain(letter));
        }
        table['ё'] = table['Ё'] = 'е';
        table['’'] = table['ʼ'] = table['`'] = table['‘'] = '\'';
        return table;
    }

    private static char Plain(char letter)
    {
        if (letter is < '\u00a0' or (>= '\u0400' and < '\u1d00') or (>= '\u2500' and < '\uff00') or >= '\ufff0')
            return letter;
        var parts = letter.ToString().Normalize(NormalizationForm.FormKD);
        return
            parts.Length == 1
            || parts.Skip(1).All(part => char.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark)
            ? parts[0]
            : letter;
    }
}
