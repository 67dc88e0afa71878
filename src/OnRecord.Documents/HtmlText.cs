using System.Buffers;
using System.Text;

namespace OnRecord.Documents;

/// <summary>HTML while it is written; every word and attribute goes in escaped.</summary>
internal sealed class HtmlText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\"");

    private readonly StringBuilder html = new();

    /// <summary>How many UTF-16 units are written.</summary>
    public int Length => html.Length;

    public HtmlText Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null)
                Escape(value, html.Append(' ').Append(attribute).Append("=\"")).Append('"');
        html.Append('>');
        return this;
    }

    public HtmlText Close(string name)
    {
        html.Append("</").Append(name).Append('>');
        return this;
    }

    public HtmlText Words(string text)
    {
        Escape(text, html);
        return this;
    }

    public override string ToString() => html.ToString();

    private static StringBuilder Escape(string text, StringBuilder into)
    {
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAny(Escaped)) >= 0; rest = rest[(at + 1)..])
            into.Append(rest[..at])
                .Append(
                    rest[at] switch
                    {
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '&' => "&amp;",
                        _ => "&quot;",
                    }
                );
        return into.Append(rest);
    }
}
