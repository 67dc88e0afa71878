using OnRecord.Documents;

namespace OnRecord.Front.Margin;

/// <summary>A block of a story's text, and the notes that stand beside it.</summary>
/// <param name="Html">The block, with the numbers of passages that end in it.</param>
public sealed record TextPart(string Html, IReadOnlyList<SourceNoteView> Notes)
{
    /// <summary>A story's text cut where notes stand.</summary>
    /// <param name="blocks">How many blocks go before the fold.</param>
    /// <returns>What stands before the fold, and what after it; nothing after it where all goes before.</returns>
    internal static (IReadOnlyList<TextPart> First, IReadOnlyList<TextPart> Others) Cut(
        IReadOnlyList<HtmlPart> written,
        int blocks,
        IReadOnlyDictionary<string, SourceNoteView> notes
    ) => (Join(written.Take(blocks), notes), Join(written.Skip(blocks), notes));

    private static List<TextPart> Join(IEnumerable<HtmlPart> written, IReadOnlyDictionary<string, SourceNoteView> notes)
    {
        // Each block by itself: to put together what is written one after the other anyway is to copy it.
        return
        [
            .. written.Select(part => new TextPart(
                part.Html,
                part.Passages.Count == 0 ? [] : [.. part.Passages.Select(id => notes[id]).OrderBy(note => note.Number)]
            )),
        ];
    }
}
