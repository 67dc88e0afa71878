using OnRecord.Documents;

namespace OnRecord.Front.Margin;

/// <summary>A stretch of a story's text, and the notes that stand beside its last block.</summary>
/// <param name="Html">One block or several.</param>
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
        var (parts, html) = (new List<TextPart>(), new System.Text.StringBuilder());
        foreach (var part in written)
        {
            html.Append(part.Html);
            if (part.Passages.Count == 0)
                continue;
            parts.Add(
                new TextPart(html.ToString(), [.. part.Passages.Select(id => notes[id]).OrderBy(note => note.Number)])
            );
            html.Clear();
        }
        if (html.Length > 0)
            parts.Add(new TextPart(html.ToString(), []));
        return parts;
    }
}
