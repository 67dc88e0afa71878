using System.Text;
using AngleSharp.Dom;
using OnRecord.Imports.Reading.Facts;
using OnRecord.Imports.Reading.Writing;

namespace OnRecord.Imports.Reading.Pages;

/// One element or text of the page with what was counted in it, so that no rule has to walk the page again.
internal sealed class Part(INode node, Part? parent, NameWords names)
{
    private static readonly List<Part> Childless = [];
    private readonly bool _isBlock = node is IElement element && Tags.Block.Contains(element.LocalName);

    public const char LineBreak = '\u2028';

    public INode Node { get; } = node;
    public Part? Parent { get; } = parent;
    public IElement? Element { get; } = node as IElement;
    public string Tag { get; } = (node as IElement)?.LocalName ?? "#text";
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;
    public List<Part> Children { get; } = node is IElement ? [] : Childless;
    public NameWords Names { get; } = names;

    public int Order { get; set; }
    public int Last { get; set; }
    public bool InLink { get; set; }
    public bool HoldsBlocks { get; set; }
    public bool IsPost { get; set; }
    public bool HoldsPost { get; set; }
    public int Letters { get; set; }
    public int Linked { get; set; }
    public int Own { get; set; }
    public int OwnLinked { get; set; }
    public int Prose { get; set; }
    public int Pictures { get; set; }
    public string? Why { get; set; }

    public bool IsText => Element is null;
    public bool IsBlock => _isBlock || HoldsBlocks;
    public double LinkShare => Letters == 0 ? 0 : (double)Linked / Letters;

    public string? Attribute(string name) => Element?.GetAttribute(name);

    public bool Holds(Part other) => other.Order >= Order && other.Order <= Last;

    public IEnumerable<Part> Ancestors()
    {
        for (var above = Parent; above is not null; above = above.Parent)
            yield return above;
    }

    public string Text() => Wording.OneLine(RawText());

    /// The text as the page has it; reading stops once it is longer than asked.
    public string RawText(int most = int.MaxValue)
    {
        var text = new StringBuilder();
        Collect(this, text, most);
        return text.ToString();
    }

    private static void Collect(Part part, StringBuilder text, int most)
    {
        if (part.IsText)
            text.Append(part.Node.NodeValue);
        if (part.Tag == "br")
            text.Append(LineBreak);
        else if (part.IsBlock)
            text.Append(' ');
        foreach (var child in part.Children)
        {
            if (text.Length <= most && child.Why is not "hidden text")
                Collect(child, text, most);
        }
        if (part.IsBlock)
            text.Append(' ');
    }
}
