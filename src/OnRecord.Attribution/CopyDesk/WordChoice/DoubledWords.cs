namespace OnRecord.Attribution.CopyDesk.WordChoice;

/// <summary>A word that stands twice, as in <c>of the the council</c>.</summary>
internal static class DoubledWords
{
    /// <summary>Elsewhere a word is doubled to mean more of it.</summary>
    private static readonly HashSet<string> Languages =
    [
        .. "en de uk fr es it nl pl pt cs sk sv da nb nn no fi et lv lt ro bg hr sr sl hu el be ru ca ga cy".Split(' '),
    ];

    /// <summary>English words that may stand twice: <c>had had</c>, <c>very very</c>.</summary>
    private static readonly HashSet<string> Welcome =
    [
        .. (
            "had that is was do does her in on it so no yes ha bye very really many much long far never ever more well same only "
            + "old good great deep slowly over again round around please little wait big small soon now then there come go years "
            + "days hours miles hard fast high too out up down day night night knock tut win what who you me oh "
            + "hear here okay ok tick drip chop bang run stop help why how"
        ).Split(' '),
    ];

    public static IEnumerable<CopyNote> In(CopyText text, string language)
    {
        if (!Languages.Contains(language))
            yield break;
        for (var at = 1; at < text.Words.Count; at++)
        {
            var (first, second) = (text.Words[at - 1], text.Words[at]);
            if (
                first.Lower == second.Lower
                && !second.Capital
                && OnlySpaces(text.Text, first.Span.End, second.Span.Start)
                && !second.Opens
                && Suspect(second.Lower, language)
                && text.At(at + 1) != second.Lower
                && text.At(at - 2) != second.Lower
            )
                yield return new(
                    CopyNoteKind.DoubledWord,
                    text.Between(at - 1, at),
                    null,
                    null,
                    [text[text.Between(at - 1, at)]]
                );
        }
    }

    private static bool Suspect(string word, string language) =>
        char.IsLetter(word[0])
        && (language == "en" ? (word.Length > 1 || word == "a") && !Welcome.Contains(word) : word.Length >= 5);

    private static bool OnlySpaces(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
            if (text[at] is not (' ' or '\u00A0' or '\n' or '\r'))
                return false;
        return true;
    }
}
