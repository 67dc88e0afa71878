using OnRecord.Documents;

namespace OnRecord.Imports;

/// <summary>Guesses the language of a text that does not say it, from its letters and its commonest small words.</summary>
internal static class LanguageGuess
{
    private static readonly (string Tag, HashSet<string> Words)[] SmallWords =
    [
        ("en", ["the", "and", "of", "to", "in", "that", "is", "was", "for", "with"]),
        ("de", ["der", "die", "und", "das", "nicht", "ist", "mit", "von", "den", "auf"]),
        ("fr", ["le", "les", "des", "et", "est", "une", "dans", "que", "pour", "du"]),
        ("es", ["el", "los", "las", "que", "y", "una", "por", "con", "del", "para"]),
        ("it", ["il", "di", "che", "della", "una", "per", "con", "non", "sono", "gli"]),
        ("pt", ["o", "os", "que", "uma", "não", "para", "com", "dos", "da", "em"]),
        ("nl", ["het", "een", "van", "niet", "dat", "zijn", "voor", "met", "ook", "aan"]),
        ("pl", ["nie", "się", "na", "jest", "że", "do", "przez", "oraz", "dla", "jak"]),
        ("uk", ["і", "що", "не", "на", "та", "це", "як", "від", "до", "про"]),
        ("ru", ["и", "что", "не", "на", "это", "как", "от", "по", "из", "был"]),
    ];

    /// <summary>A BCP 47 tag; <c>en</c> where the text says nothing.</summary>
    public static string Of(string text)
    {
        if (WritingSystem.MostOf(text) is not { } script)
            return "en";
        if (script is not ("Latn" or "Cyrl"))
            return WritingSystem.Propose(script, text);
        var words = text.ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Take(2000)
            .CountBy(word => word.Trim('.', ',', '“', '”', '"'))
            .ToDictionary();
        var best = SmallWords
            .Where(language => (language.Tag is "uk" or "ru") == (script == "Cyrl"))
            .Select(language => (language.Tag, Count: language.Words.Sum(word => words.GetValueOrDefault(word))))
            .MaxBy(language => language.Count);
        return best.Count > 0 ? best.Tag
            : script == "Cyrl" ? WritingSystem.Propose(script, text)
            : "en";
    }
}
