using OnRecord.Documents;

namespace OnRecord.Attribution.CopyDesk.WordChoice;

/// <summary>A word that sounds like the one meant, such as <c>in a dual</c>, where the words beside it leave no doubt.</summary>
internal static class WrongWords
{
    private static readonly ILookup<string, (Confusion Confusion, string Meant)> ByWord = (
        from confusion in Confusions.All
        from pair in confusion.Pairs
        select (Confusion: confusion, Word: pair.Key, Meant: pair.Value)
    ).ToLookup(one => one.Word, one => (one.Confusion, one.Meant));

    public static IEnumerable<CopyNote> In(CopyText text)
    {
        for (var at = 0; at < text.Words.Count; at++)
        {
            var word = text.Words[at];
            foreach (var (confusion, meant) in ByWord[word.Lower])
                if ((!word.Capital || word.Opens) && confusion.Fits(text, at))
                {
                    yield return new(CopyNoteKind.WrongWord, word.Span, null, null, [text[word.Span], meant]);
                    break;
                }
        }
    }
}
