using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Writing;

/// Writes text with the few inline marks a story keeps.
internal sealed class PhraseWriter(IDocument document, Uri? page)
{
    public void Children(IElement into, Part part)
    {
        foreach (var child in part.Children)
            Into(into, child);
    }

    public void Into(IElement into, Part part)
    {
        if (part.Why is not null)
            return;
        if (part.IsText)
            Text(into, part.Node.NodeValue);
        else if (part.Tag is "br")
            into.AppendChild(document.CreateElement("br"));
        else if (part.Tag is "q")
        {
            Text(into, "“");
            Children(into, part);
            Text(into, "”");
        }
        else if (Mark(part) is { } mark)
            Wrap(into, part, mark);
        else if (part.IsBlock)
            Apart(into, part);
        else
            Children(into, part);
    }

    private void Wrap(IElement into, Part part, IElement mark)
    {
        Children(mark, part);
        if (mark.HasChildNodes)
            into.AppendChild(mark);
    }

    private void Apart(IElement into, Part part)
    {
        if (part.Tag is "figure" or "figcaption" or "iframe")
            return;
        if (into.HasChildNodes)
            Text(into, " ");
        Children(into, part);
        Text(into, " ");
    }

    private IElement? Mark(Part part) =>
        part.Tag switch
        {
            _ when part.HoldsBlocks => null,
            "a" when Addresses.Link(part.Attribute("href"), page) is { } address => Attributed("a", "href", address),
            "strong" or "b" => document.CreateElement("strong"),
            "em" or "i" or "cite" or "dfn" => document.CreateElement("em"),
            "code" or "kbd" or "samp" or "tt" => document.CreateElement("code"),
            "sub" or "sup" => document.CreateElement(part.Tag),
            "span" or "bdi" when part.Attribute("lang") is { Length: > 0 } language => Attributed(
                "span",
                "lang",
                language
            ),
            _ => null,
        };

    private IElement Attributed(string tag, string name, string value)
    {
        var element = document.CreateElement(tag);
        element.SetAttribute(name, value);
        return element;
    }

    private void Text(IElement into, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        into.AppendChild(document.CreateTextNode(Spaced(text)));
    }

    private static string Spaced(string text)
    {
        var line = Wording.OneLine(text);
        if (line.Length == 0)
            return " ";
        return string.Concat(char.IsWhiteSpace(text[0]) ? " " : "", line, char.IsWhiteSpace(text[^1]) ? " " : "");
    }

    /// No space and no line break stands at either end of a block.
    public static void Tidy(IElement block)
    {
        while (block.FirstChild is { } first && Empty(first))
            block.RemoveChild(first);
        while (block.LastChild is { } last && Empty(last))
            block.RemoveChild(last);
        if (block.FirstChild is IText start)
            start.NodeValue = start.NodeValue.TrimStart();
        if (block.LastChild is IText end)
            end.NodeValue = end.NodeValue.TrimEnd();
    }

    private static bool Empty(INode node) =>
        node is IText text ? string.IsNullOrWhiteSpace(text.Data) : node is IElement { LocalName: "br" };
}
