using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OnRecord.Documents;

/// <summary>Writes a document as ProseMirror JSON, with the node and mark names of TipTap's extensions where they exist.</summary>
public static class ProseMirrorWriter
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = ProseMirrorReader.MaximumJsonDepth,
    };

    /// <summary>The document as one line of JSON.</summary>
    public static string Write(StoryDocument document) => Text(WriteNode(document));

    /// <summary>The document as a JSON object.</summary>
    public static JsonObject WriteNode(StoryDocument document) =>
        Node("doc", [], document.OtherAttributes, document.Blocks.Select(Write));

    internal static string Text(JsonNode node) => node.ToJsonString(Plain);

    private static JsonNode Write(Block block) =>
        block switch
        {
            Paragraph p => Node("paragraph", [], p.OtherAttributes, p.Content.Select(Write)),
            Heading h => Node("heading", [("level", h.Level)], h.OtherAttributes, h.Content.Select(Write)),
            Quote q => Node("blockquote", [], q.OtherAttributes, q.Blocks.Select(Write)),
            PullQuote q => Node("pullQuote", [], q.OtherAttributes, q.Content.Select(Write)),
            ListBlock l => WriteList(l),
            ListItem i => Node("listItem", [], i.OtherAttributes, i.Blocks.Select(Write)),
            Figure f => WriteFigure(f),
            Gallery g => Node("gallery", [], g.OtherAttributes, g.Figures.Select(Write)),
            SocialPost s => WriteSocialPost(s),
            LinkedMedia m => Node(
                "linkedMedia",
                [("kind", m.Kind), ("address", m.Address)],
                m.OtherAttributes,
                m.Blocks.Select(Write)
            ),
            Table t => Node("table", [], t.OtherAttributes, t.Rows.Select(Write)),
            TableRow r => Node("tableRow", [], r.OtherAttributes, r.Cells.Select(Write)),
            TableCell c => WriteCell(c),
            Callout c => Node("callout", [], c.OtherAttributes, c.Blocks.Select(Write)),
            Divider d => Node("horizontalRule", [], d.OtherAttributes, []),
            CodeBlock c => WriteCode(c),
            UnknownBlock u => Parse(u.Json),
            _ => throw new ArgumentException($"A {block.GetType().Name} is not a block of a story.", nameof(block)),
        };

    private static JsonObject WriteList(ListBlock list) =>
        list.Ordered
            ? Node("orderedList", [("start", list.Start)], list.OtherAttributes, list.Items.Select(Write))
            : Node("bulletList", [], list.OtherAttributes, list.Items.Select(Write));

    private static JsonObject WriteFigure(Figure figure) =>
        Node(
            "figure",
            [
                ("src", figure.Source),
                ("alt", figure.Alt),
                ("credit", figure.Credit),
                ("focusX", figure.FocusX),
                ("focusY", figure.FocusY),
            ],
            figure.OtherAttributes,
            figure.Caption.Select(Write)
        );

    private static JsonObject WriteSocialPost(SocialPost post) =>
        Node(
            "socialPost",
            [
                ("network", post.Network),
                ("author", post.Author),
                ("handle", post.Handle),
                ("address", post.Address),
                ("postedOn", post.PostedOn),
            ],
            post.OtherAttributes,
            post.Blocks.Select(Write)
        );

    private static JsonObject WriteCell(TableCell cell) =>
        Node(
            cell.Header ? "tableHeader" : "tableCell",
            [("colspan", cell.ColumnSpan), ("rowspan", cell.RowSpan)],
            cell.OtherAttributes,
            cell.Blocks.Select(Write)
        );

    private static JsonObject WriteCode(CodeBlock code) =>
        Node(
            "codeBlock",
            [("language", code.Language)],
            code.OtherAttributes,
            code.Text.Length == 0 ? [] : [TextNode(code.Text)]
        );

    private static JsonNode Write(Inline inline)
    {
        if (inline is UnknownInline unknown)
            return Parse(unknown.Json);
        var node = inline is Text text ? TextNode(text.Value) : new JsonObject { ["type"] = "hardBreak" };
        if (inline.OtherAttributes is { } others)
            node["attrs"] = JsonNode.Parse(others);
        if (inline.Marks.Count > 0)
            node["marks"] = new JsonArray([.. inline.Marks.Select(Write)]);
        return node;
    }

    private static JsonNode Parse(string json) =>
        JsonNode.Parse(
            json,
            documentOptions: new JsonDocumentOptions { MaxDepth = ProseMirrorReader.MaximumJsonDepth }
        )!;

    private static JsonObject TextNode(string text) => new() { ["type"] = "text", ["text"] = text };

    private static JsonNode Write(Mark mark) =>
        mark switch
        {
            Strong => WriteMark("bold", [], mark),
            Emphasis => WriteMark("italic", [], mark),
            Subscript => WriteMark("subscript", [], mark),
            Superscript => WriteMark("superscript", [], mark),
            Code => WriteMark("code", [], mark),
            Link link => WriteMark("link", [("href", link.Address)], mark),
            Language language => WriteMark("lang", [("lang", language.Tag)], mark),
            Attribution attribution => WriteMark("attribution", [("id", attribution.Id)], mark),
            Comment comment => WriteMark("comment", [("id", comment.Id)], mark),
            Insertion added => WriteMark("insertion", [("id", added.Id), ("by", added.By), ("at", added.At)], mark),
            Deletion gone => WriteMark("deletion", [("id", gone.Id), ("by", gone.By), ("at", gone.At)], mark),
            UnknownMark unknown => Parse(unknown.Json),
            _ => throw new ArgumentException($"A {mark.GetType().Name} is not a mark of a story.", nameof(mark)),
        };

    private static JsonObject WriteMark(
        string type,
        ReadOnlySpan<(string Name, JsonNode? Value)> attributes,
        Mark mark
    ) => WithAttributes(new JsonObject { ["type"] = type }, attributes, mark.OtherAttributes);

    private static JsonObject Node(
        string type,
        ReadOnlySpan<(string Name, JsonNode? Value)> attributes,
        string? others,
        IEnumerable<JsonNode> content
    )
    {
        var node = WithAttributes(new JsonObject { ["type"] = type }, attributes, others);
        var children = new JsonArray([.. content]);
        if (children.Count > 0)
            node["content"] = children;
        return node;
    }

    private static JsonObject WithAttributes(
        JsonObject node,
        ReadOnlySpan<(string Name, JsonNode? Value)> attributes,
        string? others
    )
    {
        var attrs = new JsonObject();
        foreach (var (name, value) in attributes)
            if (value is not null)
                attrs[name] = value;
        if (others is not null)
            foreach (var (name, value) in Parse(others).AsObject())
                attrs[name] = value?.DeepClone();
        if (attrs.Count > 0)
            node["attrs"] = attrs;
        return node;
    }
}
