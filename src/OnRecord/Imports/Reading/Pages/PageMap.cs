using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using OnRecord.Imports.Reading.Writing;

namespace OnRecord.Imports.Reading.Pages;

/// The page as parts in document order, counted once. Deeper than <see cref="Deepest"/> elements are seen through,
/// so later rules may recurse without fear for the stack.
internal sealed class PageMap
{
    private const int Deepest = 120;
    private const int ShortestProse = 30;

    private readonly Dictionary<string, NameWords> _names = new(StringComparer.Ordinal);

    private PageMap(Part root) => Root = root;

    public Part Root { get; }
    public List<Part> Parts { get; } = [];

    /// Elements nobody reads: meta, link, script, title.
    public List<IElement> Unseen { get; } = [];

    public static PageMap Of(IHtmlDocument document)
    {
        var page = new PageMap(new Part(document.Body ?? document.DocumentElement, null, NameWords.None));
        if (document.Head is { } head)
            page.Unseen.AddRange(head.Children);
        page.Flatten();
        for (var at = page.Parts.Count - 1; at >= 0; at--)
            Count(page.Parts[at]);
        return page;
    }

    // After parts were marked as left out, prose is what is left.
    public void Recount()
    {
        foreach (var part in Parts)
            part.Prose = 0;
        for (var at = Parts.Count - 1; at >= 0; at--)
        {
            var part = Parts[at];
            part.Prose = part.Why is null ? part.Prose + OwnProse(part) : 0;
            if (part.Parent is { } parent)
                parent.Prose += part.Prose;
        }
    }

    private void Flatten()
    {
        var waiting = new Stack<(INode Node, Part Parent)>();
        Parts.Add(Root);
        Push(Root.Node, Root, waiting);
        while (waiting.TryPop(out var next))
        {
            if (next.Parent.Depth >= Deepest && next.Node is IElement)
            {
                Push(next.Node, next.Parent, waiting);
                continue;
            }
            var names = next.Node is IElement element ? NameWords.Of(element, _names) : NameWords.None;
            var part = new Part(next.Node, next.Parent, names) { Order = Parts.Count, Last = Parts.Count };
            part.InLink = next.Parent.InLink || part.Tag == "a";
            next.Parent.Children.Add(part);
            Parts.Add(part);
            Push(next.Node, part, waiting);
        }
    }

    private void Push(INode node, Part part, Stack<(INode, Part)> waiting)
    {
        var children = node.ChildNodes;
        for (var at = children.Length - 1; at >= 0; at--)
        {
            if (children[at] is not IElement element)
            {
                if (children[at].NodeType == NodeType.Text)
                    waiting.Push((children[at], part));
            }
            else if (Tags.Unseen.Contains(element.LocalName))
                Unseen.Add(element);
            else
                waiting.Push((element, part));
        }
    }

    private static void Count(Part part)
    {
        if (part.IsText)
        {
            part.Own = part.Letters = Wording.Weigh(part.Node.NodeValue);
            if (part.InLink)
                part.OwnLinked = part.Linked = part.Letters;
        }
        else if (part.Tag is "img" or "amp-img")
            part.Pictures++;
        else
            part.IsPost = SocialPosts.Is(part);
        part.HoldsPost |= part.IsPost;
        part.Prose += OwnProse(part);
        if (part.Parent is { } parent)
            AddTo(parent, part);
    }

    private static void AddTo(Part parent, Part part)
    {
        parent.Letters += part.Letters;
        parent.Linked += part.Linked;
        parent.Prose += part.Prose;
        parent.Pictures += part.Pictures;
        parent.Last = Math.Max(parent.Last, part.Last);
        parent.HoldsBlocks |= part.IsBlock;
        parent.HoldsPost |= part.HoldsPost;
        if (part.IsBlock)
            return;
        parent.Own += part.Own;
        parent.OwnLinked += part.OwnLinked;
    }

    private static int OwnProse(Part part)
    {
        if (
            !part.IsBlock
            || Tags.Heading.Contains(part.Tag)
            || part.Tag is "figcaption" or "address" or "legend" or "summary"
        )
            return 0;
        var plain = part.Own - part.OwnLinked;
        return plain >= ShortestProse && plain >= part.OwnLinked ? plain : 0;
    }
}
