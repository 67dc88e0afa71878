using System.Globalization;
using AngleSharp.Dom;

namespace OnRecord.Documents;

/// <summary>Reads a table of data; a table with one column is a page's layout and is read as what it holds.</summary>
internal static class TableReader
{
    public static IEnumerable<Block> Read(IElement table, Func<INode, ValueList<Block>> blocks)
    {
        var rows = Rows(table)
            .Select(row => Cells(row).Select(cell => ReadCell(cell, blocks)).ToValueList<Block>())
            .Where(cells => cells.Count > 0)
            .ToList();
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption");
        foreach (var block in caption is null ? [] : blocks(caption))
            yield return block;
        if (rows.All(cells => cells.Count == 1))
            foreach (var block in rows.SelectMany(cells => ((TableCell)cells[0]).Blocks))
                yield return block;
        else
            yield return new Table(rows.Select(cells => new TableRow(cells)).ToValueList<Block>());
    }

    private static IEnumerable<IElement> Rows(IElement table) =>
        table.Children.SelectMany(child =>
            child.LocalName is "tr" ? [child]
            : child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children.Where(row => row.LocalName == "tr")
            : []
        );

    private static IEnumerable<IElement> Cells(IElement row) =>
        row.Children.Where(cell => cell.LocalName is "td" or "th");

    private static TableCell ReadCell(IElement cell, Func<INode, ValueList<Block>> blocks) =>
        new(cell.LocalName == "th", Span(cell, "colspan"), Span(cell, "rowspan"), blocks(cell));

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), CultureInfo.InvariantCulture, out var cells)
            ? Math.Clamp(cells, 1, 1000)
            : 1;
}
