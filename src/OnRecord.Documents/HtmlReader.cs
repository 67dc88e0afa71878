using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace OnRecord.Documents;

/// <summary>Reads HTML into a document by an allow-list: elements and attributes that are not named here leave only their words, and those
/// that carry machinery (scripts, frames, forms, styles) leave nothing.</summary>
public static class HtmlReader
{
    /// <summary>Elements may lie this deep; below it only their words are kept.</summary>
    public const int MaximumDepth = 200;

    // A quote, a list, a table make up to three nodes each of ProseMirror's, which allows a hundred.
    internal const int MaximumNodes = 30;

    private static readonly HtmlParser Parser = new();

    /// <summary>Reads an HTML fragment.</summary>
    /// <param name="html">The fragment, or a whole page, of which the body is read.</param>
    /// <param name="page">The page's address, against which relative addresses are read.</param>
    public static StoryDocument Read(string html, Uri? page = null) => Read(Parser.ParseDocument(html).Body, page);

    /// <summary>Reads what an element holds.</summary>
    /// <param name="element">Its children are read; null gives the empty document.</param>
    /// <param name="page">The page's address, against which relative addresses are read.</param>
    public static StoryDocument Read(INode? element, Uri? page = null)
    {
        if (element is null)
            return StoryDocument.Empty;
        var reader = new BlockReader(page, 0);
        reader.ReadChildren(element);
        return new StoryDocument(reader.Finish());
    }
}
