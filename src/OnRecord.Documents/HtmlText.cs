using System.Text;

namespace OnRecord.Documents;

/// <summary>HTML while it is written; every word and attribute goes in escaped.</summary>
internal sealed class HtmlText
{
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
        foreach (var c in text)
            _ = c switch
            {
                '<' => into.Append("&lt;"),
                '>' => into.Append("&gt;"),
                '&' => into.Append("&amp;"),
                '"' => into.Append("&quot;"),
                _ => into.Append(c),
            };
        return into;
    }
}
