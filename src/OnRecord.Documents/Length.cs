using System.Globalization;
using System.Text;

namespace OnRecord.Documents;

/// <summary>How long a text is to a reader.</summary>
/// <param name="Words">Words parted by spaces or punctuation; Han and kana are written without spaces and are counted apart.</param>
/// <param name="Characters">Han, kana and Hangul-free syllabic characters, each counted as one.</param>
public readonly record struct Length(int Words, int Characters)
{
    // Brysbaert (2019), "How many words do we read per minute?": 238 words of silent reading in English.
    private const double WordsPerMinute = 238;

    // Trauzettel-Klosinski and Dietz (2012), IReST: 255 characters a minute in Chinese.
    private const double CharactersPerMinute = 255;

    /// <summary>Words and characters together, as an editor counts a story.</summary>
    public int Total => Words + Characters;

    /// <summary>Whole minutes to read it, at least one.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round((Words / WordsPerMinute) + (Characters / CharactersPerMinute)));

    /// <summary>The length of a document's running text.</summary>
    public static Length Of(StoryDocument document) => Of(PlainText.Of(document));

    /// <summary>The length of a text.</summary>
    public static Length Of(string text)
    {
        int words = 0,
            characters = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsOfWord(rune, out var isCharacter))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (isCharacter)
            {
                characters++;
                inWord = false;
            }
            else if (!JoinsWords(rune))
            {
                inWord = false;
            }
        }
        return new Length(words, characters);
    }

    // Most of a text is ASCII, and none of that needs to be looked up.
    private static bool IsOfWord(Rune rune, out bool isCharacter)
    {
        isCharacter = !rune.IsAscii && WritingSystem.IsWrittenWithoutSpaces(rune);
        return rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) : !isCharacter && Rune.IsLetterOrDigit(rune);
    }

    // An apostrophe, a hyphen, a decimal point or a combining sign does not end a word.
    private static bool JoinsWords(Rune rune) =>
        rune.Value is '\'' or '’' or '-' or '‑' or '.' or ',' or '\u00ad'
        || (
            !rune.IsAscii
            && Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.Format
        );
}
