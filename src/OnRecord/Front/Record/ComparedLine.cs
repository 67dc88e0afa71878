using System.Text;
using OnRecord.Documents;
using OnRecord.Media;

namespace OnRecord.Front.Record;

/// <summary>A line of a story as two versions are compared by: a paragraph, a heading, a table's row, a picture with its caption.</summary>
/// <param name="Words">As they are read.</param>
/// <param name="Linked">The same with each link's address after its words.</param>
/// <param name="Picture">The source of its picture.</param>
internal sealed record ComparedLine(string Words, string Linked, string? Picture = null, string Alt = "")
{
    /// <summary>What is the same of the same line.</summary>
    public string Key => Picture is null ? Linked : $"{Picture}\u001f{Alt}\u001f{Linked}";

    public static IReadOnlyList<ComparedLine> Of(StoryDocument text)
    {
        var lines = new List<ComparedLine>();
        Add(lines, text.Blocks);
        return lines;
    }

    private static void Add(List<ComparedLine> lines, IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
            Add(lines, block);
    }

    private static void Add(List<ComparedLine> lines, Block block)
    {
        switch (block)
        {
            case Paragraph p:
                Add(lines, p.Content);
                break;
            case Heading h:
                Add(lines, h.Content);
                break;
            case PullQuote q:
                Add(lines, q.Content);
                break;
            case Figure f:
                lines.Add(Of(f));
                break;
            case Quote q:
                Add(lines, q.Blocks);
                break;
            case Callout c:
                Add(lines, c.Blocks);
                break;
            case ListBlock l:
                Add(lines, l.Items);
                break;
            case ListItem i:
                Add(lines, i.Blocks);
                break;
            case Gallery g:
                Add(lines, g.Figures);
                break;
            case SocialPost s:
                Add(lines, s.Blocks);
                Add(lines, $"{PlainText.Signature(s)} {s.Network}".Trim(), s.Address);
                break;
            case LinkedMedia m:
                Add(lines, m.Blocks);
                Add(lines, m.Address, null);
                break;
            case Table t:
                Add(lines, t.Rows);
                break;
            case TableRow r:
                Add(lines, r);
                break;
            case Divider:
                break;
            default:
                Add(lines, PlainText.Of(block), null);
                break;
        }
    }

    private static void Add(List<ComparedLine> lines, TableRow row)
    {
        var cells = new List<ComparedLine>();
        foreach (var cell in row.Cells.OfType<TableCell>())
        {
            var inside = new List<ComparedLine>();
            Add(inside, cell.Blocks);
            cells.Add(
                new ComparedLine(
                    string.Join(' ', inside.Select(line => line.Words)),
                    string.Join(' ', inside.Select(line => line.Linked))
                )
            );
        }
        lines.Add(
            new ComparedLine(
                string.Join(" | ", cells.Select(cell => cell.Words)),
                string.Join(" | ", cells.Select(cell => cell.Linked))
            )
        );
    }

    private static void Add(List<ComparedLine> lines, string words, string? address)
    {
        if (words.Length > 0)
            lines.Add(new ComparedLine(words, address is null ? words : $"{words} ⟨{address}⟩"));
    }

    private static void Add(List<ComparedLine> lines, ValueList<Inline> content)
    {
        var (words, linked) = (PlainText.Of(content), Linking(content));
        if (linked.Length > 0)
            lines.Add(new ComparedLine(words, linked));
    }

    private static ComparedLine Of(Figure figure)
    {
        var credit =
            figure.Credit is null ? ""
            : figure.Caption.Count == 0 ? figure.Credit
            : $" {figure.Credit}";
        return new ComparedLine(
            PlainText.Of(figure.Caption) + credit,
            Linking(figure.Caption) + credit,
            LibrarySource.Read(figure.Source)?.ToString() ?? figure.Source,
            figure.Alt
        );
    }

    // A link may lie over several runs of words; its address stands after the last.
    private static string Linking(ValueList<Inline> content)
    {
        var text = new StringBuilder();
        string? open = null;
        foreach (var inline in content)
        {
            var link = inline.Marks.OfType<Link>().FirstOrDefault()?.Address;
            if (open is not null && link != open)
                text.Append(" ⟨").Append(open).Append('⟩');
            text.Append(PlainText.Of([inline]));
            open = link;
        }
        return open is null ? text.ToString() : text.Append(" ⟨").Append(open).Append('⟩').ToString();
    }
}
