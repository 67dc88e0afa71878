namespace OnRecord.Search;

/// <summary>Other forms of a folded word that a reader means as well: the plural of a Latin word, the cases of a Cyrillic one, the article of an Arabic one.</summary>
internal static class WordForms
{
    public const int ShortestBeginning = 3;

    private const string Vowels = "аеіоуюя";
    private const int LongestEnding = 3;

    // After folding: і stands for и and ї too, е for є, and the soft sign is gone.
    private static readonly string[] Endings =
    [
        "ого",
        "ому",
        "іму",
        "імі",
        "амі",
        "ямі",
        "ові",
        "еві",
        "ою",
        "ею",
        "ій",
        "ой",
        "ей",
        "ом",
        "ем",
        "ам",
        "ям",
        "ах",
        "ях",
        "іх",
        "ім",
        "ів",
        "ов",
        "ев",
        "ая",
        "яя",
        "ое",
        "ую",
        "юю",
        "іі",
        "ію",
        "ія",
        "іе",
    ];

    /// <summary>Words that mean the same, itself first.</summary>
    public static IReadOnlyList<string> Same(string word) =>
        word.Length < 3 ? [word]
        : word.All(Letters.IsLatin) ? [word, .. Numbers(word)]
        : word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 4 ? [word, word[2..]]
        : word[0] is >= '\u0620' and <= '\u064a' ? [word, $"ال{word}"]
        : [word];

    /// <summary>The part of a word that stays in its cases, and how long its forms may be; null where it is taken as it is.</summary>
    public static (string Stem, int Longest)? Stem(string word)
    {
        if (word.Length < 4 || !word.All(Letters.IsCyrillic))
            return null;
        var ending = Endings.FirstOrDefault(end =>
            word.Length - end.Length >= ShortestBeginning && word.EndsWith(end, StringComparison.Ordinal)
        );
        var cut = ending?.Length ?? (Vowels.Contains(word[^1]) || word[^1] == 'й' ? 1 : 0);
        var stem = word[..^cut];
        return (stem, stem.Length + LongestEnding);
    }

    private static IEnumerable<string> Numbers(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            yield return $"{word[..^3]}y";
        if (word.EndsWith("es", StringComparison.Ordinal) && word.Length > 4)
            yield return word[..^2];
        if (word[^1] == 's' && word[^2] != 's')
        {
            yield return word[..^1];
            yield break;
        }
        yield return $"{word}s";
        if (word[^1] is 's' or 'x' or 'z' or 'h')
            yield return $"{word}es";
        if (word[^1] == 'y')
            yield return $"{word[..^1]}ies";
    }
}
