using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Writing;

internal static class DataTables
{
    private const int LongestCell = 160;

    /// A table of figures, not one that lays out the page: rows of several short cells, with nothing nested.
    public static bool Is(Part table)
    {
        if (table.Attribute("role") is "presentation" or "none")
            return false;
        var rows = Rows(table).ToArray();
        if (rows.Length < 2 || rows.Any(row => Cells(row).Any(cell => Nested(cell))))
            return false;
        var cells = rows.SelectMany(Cells).ToArray();
        if (cells.Length < 4 || rows.Max(row => Cells(row).Count()) < 2)
            return false;
        return cells.Any(cell => cell.Tag == "th")
            || cells.Average(cell => cell.Letters) <= LongestCell
                && cells.Count(cell => cell.Letters > 0) * 2 > cells.Length;
    }

    public static IElement Write(Part table, PhraseWriter phrases)
    {
        var document = table.Element!.Owner!;
        var written = document.CreateElement("table");
        if (table.Children.Find(child => child.Tag == "caption" && child.Why is null) is { } caption)
        {
            var named = document.CreateElement("caption");
            phrases.Children(named, caption);
            written.AppendChild(named);
        }
        foreach (var row in Rows(table))
        {
            var line = document.CreateElement("tr");
            foreach (var cell in Cells(row))
            {
                var box = document.CreateElement(cell.Tag);
                phrases.Children(box, cell);
                PhraseWriter.Tidy(box);
                foreach (var span in new[] { "colspan", "rowspan" })
                    if (cell.Attribute(span) is { } cells)
                        box.SetAttribute(span, cells);
                line.AppendChild(box);
            }
            if (line.HasChildNodes)
                written.AppendChild(line);
        }
        return written;
    }

    private static bool Nested(Part cell) =>
        cell.Children.Any(child => child.Tag is "table" or "form" || Nested(child));

    private static IEnumerable<Part> Rows(Part table)
    {
        foreach (var child in table.Children.Where(child => child.Why is null))
        {
            if (child.Tag == "tr")
                yield return child;
            else if (child.Tag is "tbody" or "thead" or "tfoot")
            {
                foreach (var row in Rows(child))
                    yield return row;
            }
        }
    }

    private static IEnumerable<Part> Cells(Part row) =>
        row.Children.Where(child => child.Tag is "td" or "th" && child.Why is null);
}
