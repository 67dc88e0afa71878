using System.Text.Json;
using System.Text.Json.Nodes;

namespace OnRecord.Documents;

/// <summary>A text as readers see it: nothing that is only suggested, and no mark of the desk.</summary>
public static class Published
{
    /// <summary>The document without comments and suggestions: words suggested to be added are left out, words suggested to be taken out
    /// stay, and blocks that this leaves empty go.</summary>
    public static StoryDocument Of(StoryDocument document) => document with { Blocks = Of(document.Blocks) };

    internal static ValueList<Block> Of(IEnumerable<Block> blocks) => blocks.Select(Of).OfType<Block>().ToValueList();

    // A figure, a post, a cell stand without words; what only holds words goes with them.
    private static Block? Of(Block block) =>
        block switch
        {
            // Nearly all of a text, and nearly always as it is.
            Paragraph p when ReferenceEquals(Of(p.Content), p.Content) => p,
            Paragraph p => Line(p.Content, words => p with { Content = words }),
            Heading h => Line(h.Content, words => h with { Content = words }),
            PullQuote q => Line(q.Content, words => q with { Content = words }),
            Figure f => f with { Caption = Of(f.Caption) },
            Quote q => Around(q.Blocks, blocks => q with { Blocks = blocks }),
            Callout c => Around(c.Blocks, blocks => c with { Blocks = blocks }),
            ListItem i => Around(i.Blocks, blocks => i with { Blocks = blocks }),
            ListBlock l => List(l),
            Gallery g => g with { Figures = Of(g.Figures) },
            SocialPost s => s with { Blocks = Of(s.Blocks) },
            LinkedMedia m => m with { Blocks = Of(m.Blocks) },
            Table t => t with { Rows = Of(t.Rows) },
            TableRow r => r with { Cells = Of(r.Cells) },
            TableCell c => c with { Blocks = Of(c.Blocks) },
            UnknownBlock u => Unknown(u.Json) is { } json ? new UnknownBlock(json) : null,
            _ => block,
        };

    private static Block? Line(ValueList<Inline> content, Func<ValueList<Inline>, Block> with)
    {
        var words = Of(content);
        return words.Count == 0 && content.Count > 0 ? null : with(words);
    }

    private static Block? Around(ValueList<Block> blocks, Func<ValueList<Block>, Block> with)
    {
        var kept = Of(blocks);
        return kept.Count == 0 && blocks.Count > 0 ? null : with(kept);
    }

    private static ListBlock? List(ListBlock list)
    {
        var items = list.Items.Select(item => (ListItem?)Of(item)).OfType<ListItem>().ToValueList();
        return items.Count == 0 && list.Items.Count > 0 ? null : list with { Items = items };
    }

    private static ValueList<Inline> Of(ValueList<Inline> content)
    {
        for (var at = 0; at < content.Count; at++)
            if (IsOfDesk(content[at]))
                return Rewrite.Join(content.Select(Of).OfType<Inline>());
        return content;
    }

    private static bool IsOfDesk(Inline inline)
    {
        if (inline is UnknownInline)
            return true;
        for (var at = 0; at < inline.Marks.Count; at++)
            if (IsOfDesk(inline.Marks[at]))
                return true;
        return false;
    }

    private static bool IsOfDesk(Mark mark) => mark is Comment or Insertion or Deletion;

    private static Inline? Of(Inline inline) =>
        inline switch
        {
            UnknownInline u => Unknown(u.Json) is { } json ? new UnknownInline(json) : null,
            _ when inline.Marks.Any(mark => mark is Insertion) => null,
            _ => inline with { Marks = inline.Marks.Where(mark => !IsOfDesk(mark)).ToValueList() },
        };

    // What this library does not know may still hold words with marks of the desk.
    private static string? Unknown(string json)
    {
        if (!json.Contains("\"comment\"") && !json.Contains("\"insertion\"") && !json.Contains("\"deletion\""))
            return json;
        var options = new JsonDocumentOptions { MaxDepth = ProseMirrorReader.MaximumJsonDepth };
        return JsonNode.Parse(json, documentOptions: options) is JsonObject node && Keep(node)
            ? ProseMirrorWriter.Text(node)
            : null;
    }

    private static bool Keep(JsonObject node)
    {
        if (node["marks"] is JsonArray marks)
        {
            if (marks.Any(mark => TypeOf(mark) == "insertion"))
                return false;
            marks.RemoveAll(mark => TypeOf(mark) is "comment" or "deletion");
            if (marks.Count == 0)
                node.Remove("marks");
        }
        (node["content"] as JsonArray)?.RemoveAll(child => child is JsonObject inner && !Keep(inner));
        return true;
    }

    private static string? TypeOf(JsonNode? mark) =>
        mark is JsonObject named && named["type"] is JsonValue type && type.TryGetValue<string>(out var name)
            ? name
            : null;
}
