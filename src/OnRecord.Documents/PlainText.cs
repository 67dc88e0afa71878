using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OnRecord.Documents;

/// <summary>A story's running text without form. Captions, credits and pull quotes are not part of it; the wording of social posts is.</summary>
public static class PlainText
{
    /// <summary>The text, its blocks parted by an empty line.</summary>
    public static string Of(StoryDocument document) => Of(document.Blocks);

    /// <summary>The text of some blocks, parted by an empty line.</summary>
    public static string Of(IEnumerable<Block> blocks) => Join("\n\n", blocks.Select(Of));

    /// <summary>The text of one block; empty for those that hold none.</summary>
    public static string Of(Block block) =>
        block switch
        {
            Paragraph p => Of(p.Content),
            Heading h => Of(h.Content),
            Quote q => Of(q.Blocks),
            ListBlock l => Join("\n", l.Items.Select((item, at) => Marker(l, at) + Of(item))),
            ListItem i => Join("\n", i.Blocks.Select(Of)),
            SocialPost s => Join("\n", [Of(s.Blocks), Signature(s)]),
            LinkedMedia m => Of(m.Blocks),
            Table t => Join("\n", t.Rows.Select(Of)),
            TableRow r => Join("\t", r.Cells.Select(Of)),
            TableCell c => Join(" ", c.Blocks.Select(Of)),
            Callout c => Of(c.Blocks),
            CodeBlock c => c.Text,
            UnknownBlock u => TextWithin(u.Json),
            _ => "",
        };

    /// <summary>The words of a line, its breaks as line feeds.</summary>
    public static string Of(IEnumerable<Inline> content)
    {
        // Most lines.
        if (content is IReadOnlyList<Inline> and [Text alone])
            return alone.Value;
        var text = new StringBuilder();
        foreach (var inline in content)
            text.Append(
                inline switch
                {
                    Text words => words.Value,
                    LineBreak => "\n",
                    UnknownInline unknown => TextWithin(unknown.Json),
                    _ => "",
                }
            );
        return text.ToString();
    }

    /// <summary>Who posted it and when, as a line: <c>— Name (@handle) 2 March 2026</c>; empty where nothing is known.</summary>
    public static string Signature(SocialPost post)
    {
        var handle =
            post.Handle is null ? null
            : post.Author is null ? post.Handle
            : $"({post.Handle})";
        var signature = Join(" ", new[] { post.Author, handle, post.PostedOn }.OfType<string>());
        return signature.Length == 0 ? "" : $"— {signature}";
    }

    private static string Marker(ListBlock list, int at) =>
        list.Ordered ? string.Create(CultureInfo.InvariantCulture, $"{list.Start + at}. ") : "• ";

    private static string Join(string separator, IEnumerable<string> parts) =>
        string.Join(separator, parts.Where(part => part.Length > 0));

    private static string TextWithin(string json)
    {
        using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        var text = new StringBuilder();
        Collect(parsed.RootElement, text);
        return text.ToString();
    }

    private static void Collect(JsonElement node, StringBuilder text)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (node.TryGetProperty("text", out var words) && words.ValueKind == JsonValueKind.String)
            text.Append(words.GetString());
        if (node.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array)
            foreach (var child in content.EnumerateArray())
                Collect(child, text);
    }
}
