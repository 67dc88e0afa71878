namespace OnRecord.Documents;

/// <summary>Makes a changed copy of a document.</summary>
public static class Rewrite
{
    /// <summary>The document with each line of words replaced, captions among them. Adjacent words with the same marks are joined.</summary>
    /// <param name="document">The text.</param>
    /// <param name="change">From a line's inlines to those that replace them.</param>
    public static StoryDocument Inlines(StoryDocument document, Func<ValueList<Inline>, ValueList<Inline>> change) =>
        document with
        {
            Blocks = Each(document.Blocks, change),
        };

    /// <summary>The document with each figure replaced, or left out where the change gives null; a gallery left empty goes too.</summary>
    public static StoryDocument Figures(StoryDocument document, Func<Figure, Figure?> change) =>
        document with
        {
            Blocks = EachFigure(document.Blocks, change),
        };

    internal static ValueList<Inline> Join(IEnumerable<Inline> content)
    {
        var joined = new List<Inline>();
        foreach (var inline in content)
        {
            if (inline is Text { Value.Length: 0 })
                continue;
            if (
                inline is Text next
                && joined is [.., Text last]
                && last.Marks.Equals(next.Marks)
                && last.OtherAttributes == next.OtherAttributes
            )
                joined[^1] = last with { Value = last.Value + next.Value };
            else
                joined.Add(inline);
        }
        return joined.ToValueList();
    }

    private static ValueList<Block> Each(ValueList<Block> blocks, Func<ValueList<Inline>, ValueList<Inline>> change) =>
        blocks.Select(block => Each(block, change)).ToValueList();

    private static Block Each(Block block, Func<ValueList<Inline>, ValueList<Inline>> change) =>
        block switch
        {
            Paragraph p => p with { Content = Join(change(p.Content)) },
            Heading h => h with { Content = Join(change(h.Content)) },
            PullQuote q => q with { Content = Join(change(q.Content)) },
            Figure f => f with { Caption = Join(change(f.Caption)) },
            ListBlock l => l with
            {
                Items = l.Items.Select(item => item with { Blocks = Each(item.Blocks, change) }).ToValueList(),
            },
            _ => Within(block, inner => Each(inner, change)),
        };

    private static ValueList<Block> EachFigure(ValueList<Block> blocks, Func<Figure, Figure?> change) =>
        blocks.Select(block => EachFigure(block, change)).OfType<Block>().ToValueList();

    private static Block? EachFigure(Block block, Func<Figure, Figure?> change) =>
        block switch
        {
            Figure f => change(f),
            Gallery g when EachFigure(g.Figures, change) is { Count: > 0 } kept => g with { Figures = kept },
            Gallery => null,
            ListBlock l => l with
            {
                Items = l.Items.Select(item => item with { Blocks = EachFigure(item.Blocks, change) }).ToValueList(),
            },
            _ => Within(block, inner => EachFigure(inner, change)),
        };

    private static Block Within(Block block, Func<ValueList<Block>, ValueList<Block>> change) =>
        block switch
        {
            Quote q => q with { Blocks = change(q.Blocks) },
            ListItem i => i with { Blocks = change(i.Blocks) },
            Gallery g => g with { Figures = change(g.Figures) },
            SocialPost s => s with { Blocks = change(s.Blocks) },
            LinkedMedia m => m with { Blocks = change(m.Blocks) },
            Table t => t with { Rows = change(t.Rows) },
            TableRow r => r with { Cells = change(r.Cells) },
            TableCell c => c with { Blocks = change(c.Blocks) },
            Callout c => c with { Blocks = change(c.Blocks) },
            _ => block,
        };
}
