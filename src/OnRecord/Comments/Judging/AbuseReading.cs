namespace OnRecord.Comments.Judging;

/// <summary>Reads words through what is put in to get them past a list.</summary>
internal static class AbuseReading
{
    public delegate bool Listed(ReadOnlySpan<char> word);

    private const int LongestChunk = 40;

    /// <summary>A line of a list in the form that <see cref="CommentText"/> gives words.</summary>
    public static string Plain(string word)
    {
        Span<char> folded = stackalloc char[word.Length];
        var length = 0;
        foreach (var letter in word)
        {
            if (FoldedLetters.Fold(letter) is var plain and not (FoldedLetters.Unseen or '\''))
                folded[length++] = plain;
        }
        return folded[..length].ToString();
    }

    /// <summary>Looks through digits and signs that stand for letters, and through Latin letters that spell a Cyrillic word.</summary>
    public static string? FindDisguised(CommentText text, Listed listed)
    {
        Span<char> word = stackalloc char[LongestChunk];
        for (var at = 0; at < text.Count; at++)
        {
            if (
                text[at].Link >= 0
                || text[at].Length is < 3 or > LongestChunk
                || !FoldedLetters.IsLatin(text.Word(at)[0])
            )
                continue;
            text.Word(at).CopyTo(word);
            var latin = word[..text[at].Length];
            if (FoldedLetters.AsCyrillic(latin) && listed(latin))
                return Written(text, at);
        }
        var plain = text.Plain.AsSpan();
        foreach (var range in plain.SplitAny(' ', '\n', '\t', '\r'))
        {
            var chunk = plain[range].Trim(".,:;?()[]«»“”\"'…");
            if (chunk.Length is < 3 or > LongestChunk || !IsDisguised(chunk))
                continue;
            if (Undisguise(chunk, word) is var length && length > 2 && listed(word[..length]))
                return chunk.ToString();
        }
        return null;
    }

    // Only where a sign or digit stands among letters: “f@ce”, not “2024” and not “well-known”.
    private static bool IsDisguised(ReadOnlySpan<char> chunk)
    {
        var (letters, signs) = (0, 0);
        foreach (var letter in chunk)
        {
            letters += char.IsLetter(letter) ? 1 : 0;
            signs += AsLetter(letter) != letter ? 1 : 0;
        }
        return letters > 0 && signs > 0;
    }

    private static int Undisguise(ReadOnlySpan<char> chunk, Span<char> word)
    {
        var length = 0;
        foreach (var letter in chunk)
        {
            var plain = FoldedLetters.Fold(AsLetter(letter));
            if (plain == FoldedLetters.Unseen)
                continue;
            if (!char.IsLetter(plain))
                return 0;
            if (length > 1 && word[length - 1] == plain && word[length - 2] == plain)
                length--;
            word[length++] = plain;
        }
        // An exclamation mark at the end ends a sentence.
        if (length > 1 && chunk[^1] == '!')
            length--;
        FoldedLetters.Unmix(word[..length]);
        return length;
    }

    private static char AsLetter(char letter) =>
        letter switch
        {
            '0' => 'o',
            '1' or '!' or '|' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' or '+' => 't',
            _ => letter,
        };

    private static string Written(CommentText text, int at) => text.Plain[text[at].SourceStart..text[at].SourceEnd];
}
