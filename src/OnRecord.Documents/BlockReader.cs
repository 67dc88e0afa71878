using System.Globalization;
using AngleSharp.Dom;

namespace OnRecord.Documents;

/// <summary>Collects the blocks that an element's children make; words between blocks become paragraphs.</summary>
internal sealed class BlockReader(Uri? page, int depth, int nodes = 0)
{
    private readonly List<Block> blocks = [];
    private readonly InlineReader line = new(page);

    public ValueList<Block> Finish()
    {
        EndLine();
        return blocks.ToValueList();
    }

    public void ReadChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes)
            Read(child);
    }

    private void Read(INode node)
    {
        if (node is not IElement element)
            line.Add(node);
        else if (depth + 1 >= HtmlReader.MaximumDepth || nodes >= HtmlReader.MaximumNodes)
            line.AddWords(element);
        else if (Elements.IsMachinery(element))
            return;
        else if (!Elements.IsBlock(element) && !Elements.HoldsBlocks(element))
            line.Add(element);
        else
        {
            EndLine();
            ReadBlock(element);
        }
    }

    private void ReadBlock(IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Keep(Words(element), words => new Heading(Math.Clamp(element.LocalName[1] - '0', 2, 4), words));
                break;
            case "p" when element.ClassList.Contains("pull-quote"):
                Keep(Words(element), words => new PullQuote(words));
                break;
            case "blockquote":
                ReadQuote(element);
                break;
            case "ul" or "ol":
                ReadList(element);
                break;
            case "figure" when LinkedMediaReader.Read(element, page, Blocks) is { } media:
                blocks.Add(media);
                break;
            case "figure":
                blocks.AddRange(FigureReader.Read(element, page, Blocks));
                break;
            case "img":
                blocks.AddRange(FigureReader.ReadPicture(element, page));
                break;
            case "table":
                blocks.AddRange(TableReader.Read(element, Blocks));
                break;
            case "pre":
                if (element.TextContent.Trim('\n', '\r') is { Length: > 0 } code)
                    blocks.Add(new CodeBlock(CleanText.Of(code), null));
                break;
            case "hr":
                blocks.Add(new Divider());
                break;
            case "aside" or "div" when element.ClassList.Contains("callout"):
                Keep(Blocks(element), inner => new Callout(inner));
                break;
            case "div" when element.ClassList.Contains("gallery"):
                ReadGallery(element);
                break;
            default:
                blocks.AddRange(Blocks(element, nodes));
                break;
        }
    }

    private void ReadQuote(IElement element)
    {
        if (element.ClassList.Contains("social-post"))
            blocks.Add(ReadSocialPost(element));
        else if (element.ClassList.Contains("pull-quote") || element.ClassList.Contains("pullquote"))
            Keep(Words(element), words => new PullQuote(words));
        else
            Keep(Blocks(element), inner => new Quote(inner));
    }

    private SocialPost ReadSocialPost(IElement element)
    {
        var wording = new BlockReader(page, depth + 1, nodes + 1);
        foreach (var child in element.ChildNodes.Where(child => child is not IElement { LocalName: "footer" }))
            wording.Read(child);
        return new SocialPost(
            Data(element, "network"),
            Data(element, "author"),
            Data(element, "handle"),
            SafeAddress.ForLink(Data(element, "address"), page),
            Data(element, "date"),
            wording.Finish()
        );
    }

    private void ReadList(IElement element)
    {
        var start = int.TryParse(element.GetAttribute("start"), CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
        var items = new List<ListItem>();
        foreach (var child in element.Children.Where(child => !Elements.IsMachinery(child)))
            if (Blocks(child) is { Count: > 0 } inner)
                items.Add(new ListItem(inner));
        if (items.Count > 0)
            blocks.Add(new ListBlock(element.LocalName == "ol", start, items.ToValueList()));
    }

    private void ReadGallery(IElement element)
    {
        var inner = Blocks(element);
        if (inner.Count > 0 && inner.All(block => block is Figure))
            blocks.Add(new Gallery(inner));
        else
            blocks.AddRange(inner);
    }

    private ValueList<Block> Blocks(INode parent) => Blocks(parent, nodes + 1);

    private ValueList<Block> Blocks(INode parent, int nodes)
    {
        var inner = new BlockReader(page, depth + 1, nodes);
        inner.ReadChildren(parent);
        return inner.Finish();
    }

    private ValueList<Inline> Words(IElement element)
    {
        var words = new InlineReader(page);
        words.AddChildren(element);
        return words.Finish().SelectMany((part, at) => at == 0 ? part : [new LineBreak(), .. part]).ToValueList();
    }

    private void Keep<T>(ValueList<T> content, Func<ValueList<T>, Block> block)
    {
        if (content.Count > 0)
            blocks.Add(block(content));
    }

    private void EndLine() => blocks.AddRange(line.Finish().Select(words => new Paragraph(words)));

    private static string? Data(IElement element, string name) =>
        CleanText.Of(element.GetAttribute($"data-{name}") ?? "").Trim() is { Length: > 0 } value ? value : null;
}
