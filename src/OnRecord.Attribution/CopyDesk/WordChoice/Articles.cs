using System.Buffers;

namespace OnRecord.Attribution.CopyDesk.WordChoice;

/// <summary><c>A</c> before a vowel and <c>an</c> before a consonant, where spelling tells the sound.</summary>
internal static class Articles
{
    /// <summary>Written with a vowel, said with a consonant.</summary>
    private static readonly string[] Consonants = ["one", "once", "eu", "ew", "oui", "ou"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static IEnumerable<CopyNote> In(CopyText text)
    {
        for (var at = 0; at + 1 < text.Words.Count; at++)
        {
            var article = text.Words[at];
            if (
                article.Lower is not ("a" or "an")
                || Meant(text, at) is not { } meant
                || (article.Capital && !article.Opens)
            )
                continue;
            if (meant != article.Lower)
                yield return new(CopyNoteKind.WrongWord, article.Span, null, null, [text[article.Span], meant]);
        }
    }

    /// <summary>The article that the next word asks for; null where its spelling does not tell.</summary>
    private static string? Meant(CopyText text, int at)
    {
        var next = text.Words[at + 1];
        var word = next.Lower;
        if (!OneSpace(text, at) || word.Length < 4 || text[next.Span] != word || !word.All(char.IsAsciiLetterLower))
            return null;
        return word[0] switch
        {
            'a' or 'e' or 'i' or 'o' => Consonants.Any(start => word.StartsWith(start, StringComparison.Ordinal))
                ? null
                : "an",
            'u' or 'h' or 'x' or 'y' => null,
            _ => word.AsSpan(1, 3).ContainsAny(Vowels) ? "a" : null,
        };
    }

    private static bool OneSpace(CopyText text, int at) =>
        text.Words[at + 1].Joined
        && text.Text[text.Words[at].Span.End] is ' ' or '\u00A0'
        && text.Words[at + 1].Span.Start == text.Words[at].Span.End + 1;
}
