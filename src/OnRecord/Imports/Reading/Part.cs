using AngleSharp.Dom;

namespace OnRecord.Imports.Reading;

/// One element or text of the page with what was counted in it, so that no rule has to walk the page again.
internal sealed class Part(INode node, Part? parent)
{
    public const char LineBreak = '\u2028';

    public INode Node { get; } = node;
    public Part? Parent { get; } = parent;
    public IElement? Element { get; } = node as IElement;
    public string Tag { get; } = (node as IElement)?.LocalName ?? "#text";
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;
    public List<Part> Children { get; } = [];
    public NameWords Names { get; } = NameWords.Of(node as IElement);

    public int Order { get; set; }
    public int Last { get; set; }
    public bool InLink { get; set; }
    public bool HoldsBlocks { get; set; }
    public bool HoldsPost { get; set; }
    public int Letters { get; set; }
    public int Linked { get; set; }
    public int Own { get; set; }
    public int OwnLinked { get; set; }
    public int Prose { get; set; }
    public int Pictures { get; set; }
    public string? Why { get; set; }

    public bool IsText => Element is null;
    public bool IsBlock => HoldsBlocks || Tags.Block.Contains(Tag);
    public double LinkShare => Letters == 0 ? 0 : (double)Linked / Letters;

    public string? Attribute(string name) => Element?.GetAttribute(name);

    public bool Holds(Part other) => other.Order >= Order && other.Order <= Last;

    public IEnumerable<Part> Ancestors()
    {
        for (var above = Parent; above is not null; above = above.Parent)
            yield return above;
    }

    public string Text() => Wording.OneLine(RawText());

    public string RawText()
    {
        var text = new System.Text.StringBuilder();
        Collect(this, text);
        return text.ToString();
    }

    private static void Collect(Part part, System.Text.StringBuilder text)
    {
        if (part.IsText)
            text.Append(part.Node.NodeValue);
        if (part.Tag == "br")
            text.Append(LineBreak);
        else if (part.IsBlock)
            text.Append(' ');
        foreach (var child in part.Children)
        {
            if (child.Why is not "hidden text")
                Collect(child, text);
        }
        if (part.IsBlock)
            text.Append(' ');
    }
}
