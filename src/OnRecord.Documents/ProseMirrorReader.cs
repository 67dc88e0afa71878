using System.Text.Json;

namespace OnRecord.Documents;

/// <summary>Reads ProseMirror JSON as TipTap writes it. What it does not know it keeps, so that reading and writing loses nothing.</summary>
public static class ProseMirrorReader
{
    /// <summary>Nodes may lie this deep; a text written by hand reaches about ten.</summary>
    public const int MaximumDepth = 100;

    // A level of nodes is an object and an array, and attributes may go a little deeper.
    internal const int MaximumJsonDepth = (2 * MaximumDepth) + 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumJsonDepth };

    /// <summary>Reads a document.</summary>
    /// <param name="json">A ProseMirror node of type <c>doc</c>.</param>
    /// <exception cref="DocumentFormatException">It is not JSON, not a document, or nested deeper than <see cref="MaximumDepth"/>.</exception>
    public static StoryDocument Read(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, Options);
            return Read(parsed.RootElement);
        }
        catch (JsonException failure)
        {
            throw new DocumentFormatException($"This is not readable as a story's text: {failure.Message}", failure);
        }
    }

    /// <summary>Reads a document from JSON that is already parsed.</summary>
    /// <exception cref="DocumentFormatException">It is not a document.</exception>
    public static StoryDocument Read(JsonElement json)
    {
        var node = new ProseMirrorNode(json);
        if (node.Type != "doc")
            throw new DocumentFormatException($"A story's text is a node of type doc, this one is {node.Type}.");
        return new StoryDocument(Blocks(node)) { OtherAttributes = node.OtherAttributes() };
    }

    private static ValueList<Block> Blocks(ProseMirrorNode node) => node.Children(ReadBlock);

    private static ValueList<Inline> Inlines(ProseMirrorNode node) => node.Children(ReadInline);

    private static Block ReadBlock(ProseMirrorNode node) =>
        node.Type switch
        {
            "paragraph" => new Paragraph(Inlines(node)) { OtherAttributes = node.OtherAttributes() },
            "heading" => new Heading(node.Number("level") ?? 2, Inlines(node))
            {
                OtherAttributes = node.OtherAttributes("level"),
            },
            "blockquote" => new Quote(Blocks(node)) { OtherAttributes = node.OtherAttributes() },
            "pullQuote" => new PullQuote(Inlines(node)) { OtherAttributes = node.OtherAttributes() },
            "bulletList" => new ListBlock(false, 1, Items(node)) { OtherAttributes = node.OtherAttributes() },
            "orderedList" => new ListBlock(true, node.Number("start") ?? 1, Items(node))
            {
                OtherAttributes = node.OtherAttributes("start"),
            },
            "listItem" => Item(node),
            "figure" => ReadFigure(node),
            "gallery" => new Gallery(Blocks(node)) { OtherAttributes = node.OtherAttributes() },
            "socialPost" => ReadSocialPost(node),
            "linkedMedia" => new LinkedMedia(node.String("kind") ?? "video", node.String("address") ?? "", Blocks(node))
            {
                OtherAttributes = node.OtherAttributes("kind", "address"),
            },
            "table" => new Table(Blocks(node)) { OtherAttributes = node.OtherAttributes() },
            "tableRow" => new TableRow(Blocks(node)) { OtherAttributes = node.OtherAttributes() },
            "tableCell" => ReadCell(node, header: false),
            "tableHeader" => ReadCell(node, header: true),
            "callout" => new Callout(Blocks(node)) { OtherAttributes = node.OtherAttributes() },
            "horizontalRule" => new Divider { OtherAttributes = node.OtherAttributes() },
            "codeBlock" => ReadCode(node),
            _ => new UnknownBlock(node.Raw),
        };

    private static ValueList<ListItem> Items(ProseMirrorNode node) => node.Children(Item);

    private static ListItem Item(ProseMirrorNode node) =>
        node.Type == "listItem"
            ? new ListItem(Blocks(node)) { OtherAttributes = node.OtherAttributes() }
            : throw node.Refuse($"a list holds listItem nodes, not {node.Type}");

    private static Figure ReadFigure(ProseMirrorNode node) =>
        new(node.String("src") ?? "", node.String("alt") ?? "", Inlines(node), node.String("credit"))
        {
            FocusX = node.Number("focusX"),
            FocusY = node.Number("focusY"),
            OtherAttributes = node.OtherAttributes("src", "alt", "credit", "focusX", "focusY"),
        };

    private static SocialPost ReadSocialPost(ProseMirrorNode node) =>
        new(
            node.String("network"),
            node.String("author"),
            node.String("handle"),
            node.String("address"),
            node.String("postedOn"),
            Blocks(node)
        )
        {
            OtherAttributes = node.OtherAttributes("network", "author", "handle", "address", "postedOn"),
        };

    private static TableCell ReadCell(ProseMirrorNode node, bool header) =>
        new(header, node.Number("colspan") ?? 1, node.Number("rowspan") ?? 1, Blocks(node))
        {
            OtherAttributes = node.OtherAttributes("colspan", "rowspan"),
        };

    private static Block ReadCode(ProseMirrorNode node)
    {
        var lines = node.Children().ToList();
        // Code is plain text in ProseMirror too; anything else inside it is kept as it came.
        if (lines.Exists(line => line.Type != "text" || line.Marks().Any() || line.OtherAttributes() is not null))
            return new UnknownBlock(node.Raw);
        return new CodeBlock(string.Concat(lines.Select(line => line.Text)), node.String("language"))
        {
            OtherAttributes = node.OtherAttributes("language"),
        };
    }

    private static Inline ReadInline(ProseMirrorNode node) =>
        node.Type switch
        {
            "text" => new Text(node.Text is { Length: > 0 } text ? text : throw node.Refuse("a text node has no text"))
            {
                Marks = Marks(node),
                OtherAttributes = node.OtherAttributes(),
            },
            "hardBreak" => new LineBreak { Marks = Marks(node), OtherAttributes = node.OtherAttributes() },
            _ => new UnknownInline(node.Raw),
        };

    private static ValueList<Mark> Marks(ProseMirrorNode node) => node.Marks(ReadMark);

    private static Mark ReadMark(ProseMirrorNode mark) =>
        mark.Type switch
        {
            "bold" => new Strong { OtherAttributes = mark.OtherAttributes() },
            "italic" => new Emphasis { OtherAttributes = mark.OtherAttributes() },
            "subscript" => new Subscript { OtherAttributes = mark.OtherAttributes() },
            "superscript" => new Superscript { OtherAttributes = mark.OtherAttributes() },
            "code" => new Code { OtherAttributes = mark.OtherAttributes() },
            "link" when mark.String("href") is { } address => new Link(address)
            {
                OtherAttributes = mark.OtherAttributes("href"),
            },
            "lang" when mark.String("lang") is { } tag => new Language(tag)
            {
                OtherAttributes = mark.OtherAttributes("lang"),
            },
            "attribution" when mark.String("id") is { } id => new Attribution(id)
            {
                OtherAttributes = mark.OtherAttributes("id"),
            },
            "comment" => new Comment(mark.String("id")) { OtherAttributes = mark.OtherAttributes("id") },
            "insertion" => new Insertion(mark.String("id"), mark.String("by"), mark.String("at"))
            {
                OtherAttributes = mark.OtherAttributes("id", "by", "at"),
            },
            "deletion" => new Deletion(mark.String("id"), mark.String("by"), mark.String("at"))
            {
                OtherAttributes = mark.OtherAttributes("id", "by", "at"),
            },
            _ => new UnknownMark(mark.Raw),
        };
}
