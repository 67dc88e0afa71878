using System.Text;

namespace OnRecord.Documents;

/// <summary>A document's lines of words as one string, in reading order and parted by empty lines, so that what is found in the string can be marked
/// in the document. Pull quotes and captions are left out: they repeat, or stand beside, the running text.</summary>
public sealed class DocumentText
{
    private readonly List<Part> parts = [];
    private readonly List<MarkedWords> marked = [];

    private DocumentText(string text) => Text = text;

    /// <summary>The words. Line breaks are line feeds; an inline that this library does not know is one object replacement character.</summary>
    public string Text { get; private set; }

    /// <summary>The words that have an attribution already: a piece for each run with the same mark.</summary>
    public IReadOnlyList<MarkedWords> Attributed => marked;

    /// <summary>Reads a document.</summary>
    public static DocumentText Of(StoryDocument document)
    {
        var (whole, read) = (new StringBuilder(), new DocumentText(""));
        Lines.Each(
            document,
            (line, at) =>
            {
                if (whole.Length > 0)
                    whole.Append("\n\n");
                var start = whole.Length;
                foreach (var inline in line)
                {
                    var from = whole.Length;
                    whole.Append(Words(inline));
                    foreach (var mark in inline.Marks.OfType<Attribution>())
                        read.marked.Add(new MarkedWords(mark.Id, from, whole.Length));
                }
                read.parts.Add(new Part(at, start, whole.Length));
            }
        );
        read.Text = whole.ToString();
        return read;
    }

    /// <summary>Where a run of the text lies in the document: a piece for each line it touches.</summary>
    /// <param name="start">The first UTF-16 unit.</param>
    /// <param name="end">The unit after the last.</param>
    public IEnumerable<PlaceInLine> Places(int start, int end) =>
        parts
            .Where(part => part.Start < end && start < part.End)
            .Select(part => new PlaceInLine(
                part.Line,
                Math.Max(start, part.Start) - part.Start,
                Math.Min(end, part.End) - part.Start
            ));

    /// <summary>The document with a mark put on some of its words; the marks they have stay.</summary>
    /// <param name="document">The document this text was read from.</param>
    /// <param name="marked">The places, each with its mark.</param>
    public static StoryDocument Mark(StoryDocument document, IEnumerable<(PlaceInLine Place, Mark Mark)> marked)
    {
        var byLine = marked.ToLookup(one => one.Place.Line);
        return Lines.Change(
            document,
            (line, at) => byLine[at].Aggregate(line, (words, one) => On(words, one.Place, one.Mark))
        );
    }

    private static ValueList<Inline> On(ValueList<Inline> line, PlaceInLine place, Mark mark)
    {
        var (changed, at) = (new List<Inline>(), 0);
        foreach (var inline in line)
        {
            var length = Words(inline).Length;
            var (from, to) = (Math.Clamp(place.Start - at, 0, length), Math.Clamp(place.End - at, 0, length));
            at += length;
            if (from >= to || inline is not Text words)
            {
                changed.Add(inline);
                continue;
            }
            changed.Add(words with { Value = words.Value[..from] });
            changed.Add(words with { Value = words.Value[from..to], Marks = [.. words.Marks, mark] });
            changed.Add(words with { Value = words.Value[to..] });
        }
        return Rewrite.Join(changed);
    }

    private static string Words(Inline inline) =>
        inline switch
        {
            Text text => text.Value,
            LineBreak => "\n",
            _ => "\uFFFC",
        };

    private sealed record Part(int Line, int Start, int End);
}

/// <summary>Words of a <see cref="DocumentText"/> under an attribution.</summary>
/// <param name="Id">The attribution's id.</param>
/// <param name="Start">The first UTF-16 unit in the text.</param>
/// <param name="End">The unit after the last.</param>
public readonly record struct MarkedWords(string Id, int Start, int End);

/// <summary>Some words of one line of a document.</summary>
/// <param name="Line">Which line of words, counted from 0 in reading order; captions and pull quotes are counted, code is not.</param>
/// <param name="Start">The first UTF-16 unit in the line; a line break counts as one, and so does an unknown inline.</param>
/// <param name="End">The unit after the last.</param>
public readonly record struct PlaceInLine(int Line, int Start, int End);

/// <summary>The lines of words of a document, numbered in reading order.</summary>
internal static class Lines
{
    /// <summary>Visits the lines of the running text.</summary>
    public static void Each(StoryDocument document, Action<ValueList<Inline>, int> visit)
    {
        var at = 0;
        Each(document.Blocks, visit, alsoAside: false, ref at);
    }

    /// <summary>Visits every line of words, captions and pull quotes among them.</summary>
    public static void All(StoryDocument document, Action<ValueList<Inline>, int> visit)
    {
        var at = 0;
        Each(document.Blocks, visit, alsoAside: true, ref at);
    }

    /// <summary>Changes every line of words, captions and pull quotes among them.</summary>
    public static StoryDocument Change(StoryDocument document, Func<ValueList<Inline>, int, ValueList<Inline>> change)
    {
        var at = 0;
        return Rewrite.Inlines(document, line => change(line, at++));
    }

    private static void Each(
        IEnumerable<Block> blocks,
        Action<ValueList<Inline>, int> visit,
        bool alsoAside,
        ref int at
    )
    {
        foreach (var block in blocks)
            switch (block)
            {
                case Paragraph p:
                    visit(p.Content, at++);
                    break;
                case Heading h:
                    visit(h.Content, at++);
                    break;
                case PullQuote q when alsoAside:
                    visit(q.Content, at++);
                    break;
                case Figure f when alsoAside:
                    visit(f.Caption, at++);
                    break;
                case PullQuote or Figure:
                    at++;
                    break;
                case ListBlock l:
                    foreach (var item in l.Items)
                        Each(item.Blocks, visit, alsoAside, ref at);
                    break;
                default:
                    Each(Within(block), visit, alsoAside, ref at);
                    break;
            }
    }

    private static ValueList<Block> Within(Block block) =>
        block switch
        {
            Quote q => q.Blocks,
            ListItem i => i.Blocks,
            Gallery g => g.Figures,
            SocialPost s => s.Blocks,
            LinkedMedia m => m.Blocks,
            Table t => t.Rows,
            TableRow r => r.Cells,
            TableCell c => c.Blocks,
            Callout c => c.Blocks,
            _ => [],
        };
}
