using System.Collections.Frozen;
using AngleSharp.Dom;

namespace OnRecord.Documents;

/// <summary>What an HTML element is to a story.</summary>
internal static class Elements
{
    private static readonly FrozenSet<string> Machinery = FrozenSet.Create(
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "frame",
        "frameset",
        "noframes",
        "object",
        "embed",
        "applet",
        "param",
        "svg",
        "math",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "option",
        "optgroup",
        "datalist",
        "fieldset",
        "dialog",
        "head",
        "title",
        "link",
        "meta",
        "base",
        "audio",
        "video",
        "source",
        "track",
        "canvas",
        "map",
        "area",
        "portal",
        "nav",
        "menu",
        "marquee",
        "bgsound",
        "xml",
        "noembed",
        "plaintext",
        "slot"
    );

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "img",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption"
    );

    /// <summary>It carries machinery, not words: nothing of it is kept.</summary>
    public static bool IsMachinery(IElement element) =>
        Machinery.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml";

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>An inline element around blocks, such as a link around a picture.</summary>
    public static bool HoldsBlocks(IElement element)
    {
        var left = 1000;
        for (INode? node = element.FirstChild; node is not null && left-- > 0; node = Next(node, element))
            if (node is IElement inner && IsBlock(inner))
                return true;
        return false;
    }

    /// <summary>The node that follows in document order within a root; null at its end.</summary>
    public static INode? Next(INode node, INode root)
    {
        if (node.FirstChild is { } child)
            return child;
        for (INode? at = node; at is not null && at != root; at = at.Parent)
            if (at.NextSibling is { } sibling)
                return sibling;
        return null;
    }
}
