using System.Text;

namespace OnRecord.Documents;

/// <summary>White space as a page shows it: CSS Text 3, 4.1.1.</summary>
internal static class Whitespace
{
    /// <summary>A line with runs of spaces as one, none at its ends or beside a break, and no breaks at its ends.</summary>
    public static ValueList<Inline> Trim(IEnumerable<Inline> line)
    {
        var kept = new List<Inline>();
        var afterSpace = true;
        foreach (var inline in line)
        {
            if (inline is LineBreak)
            {
                TrimEnd(kept);
                if (kept.Count > 0)
                    kept.Add(inline);
                afterSpace = true;
            }
            else if (inline is Text text && Collapse(text.Value, ref afterSpace) is { Length: > 0 } words)
                kept.Add(text with { Value = words });
            else if (inline is not Text)
                kept.Add(inline);
        }
        TrimEnd(kept);
        while (kept is [.., LineBreak])
        {
            kept.RemoveAt(kept.Count - 1);
            TrimEnd(kept);
        }
        return Rewrite.Join(kept);
    }

    private static string Collapse(string text, ref bool afterSpace)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var space = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!space)
                words.Append(c);
            else if (!afterSpace)
                words.Append(' ');
            afterSpace = space;
        }
        return words.ToString();
    }

    private static void TrimEnd(List<Inline> line)
    {
        while (line is [.., Text last])
        {
            var words = last.Value.TrimEnd(' ', '\u00a0');
            line.RemoveAt(line.Count - 1);
            if (words.Length == 0)
                continue;
            line.Add(last with { Value = words });
            return;
        }
    }
}
