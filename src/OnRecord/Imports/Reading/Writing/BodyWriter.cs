using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Writing;

/// Writes the parts of a story that were not left out as a clean article of plain blocks.
internal sealed class BodyWriter(IDocument document, Uri? page)
{
    private readonly IElement _article = document.CreateElement("article");
    private readonly List<IElement> _figures = [];
    private readonly HashSet<string> _pictures = new(StringComparer.Ordinal);
    private IElement? _open;
    private int _breaks;

    public IElement Write(Part body)
    {
        Flow(body);
        Close();
        return _article;
    }

    private void Flow(Part part)
    {
        foreach (var child in part.Children)
        {
            if (child.Tag == "noscript")
                Spare(child);
            else if (child.Why is null)
                Place(child);
        }
    }

    // A picture that loads late stands whole in the <noscript> beside it.
    private void Spare(Part part)
    {
        foreach (var child in part.Children)
        {
            if (child.Tag == "img")
                Figure(Pictures.Bare(child, page));
            else if (!child.IsText)
                Spare(child);
        }
    }

    private void Place(Part part)
    {
        if (part.IsPost)
            Add(SocialQuote.Write(document, SocialPosts.Read(part, page)));
        else if (part.IsText || !part.IsBlock && part.Pictures == 0)
            Inline(part);
        else if (!Block(part))
            Flow(part);
    }

    private bool Block(Part part)
    {
        switch (part.Tag)
        {
            case "img" or "amp-img":
                Figure(Pictures.Bare(part, page));
                return true;
            case "figure":
                Figured(part);
                return true;
            case "div" or "section" or "table" or "aside" or "span" when Pictures.IsBox(part):
                Figured(part);
                return true;
            case "p":
                Close();
                Flow(part);
                Close();
                return true;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(part);
                return true;
            case "ul" or "ol" when !part.Children.Any(child => child.Tag is not ("li" or "#text")):
                Add(List(part));
                return true;
            case "blockquote":
                Quote(part);
                return true;
            case "pre":
                Preformatted(part);
                return true;
            case "hr":
                Close();
                if (_article.LastElementChild is { LocalName: not "hr" })
                    Add(document.CreateElement("hr"));
                return true;
            case "table" when DataTables.Is(part):
                Add(DataTables.Write(part, Phrases));
                return true;
            default:
                Close();
                Flow(part);
                Close();
                return true;
        }
    }

    private void Inline(Part part)
    {
        if (part.Tag == "br")
        {
            _breaks++;
            return;
        }
        if (part.IsText && string.IsNullOrWhiteSpace(part.Node.NodeValue))
        {
            if (_open is not null && _breaks == 0)
                Phrases.Into(_open, part);
            return;
        }
        if (_breaks > 1)
            Close();
        _open ??= document.CreateElement("p");
        if (_breaks == 1 && _open.HasChildNodes)
            _open.AppendChild(document.CreateElement("br"));
        _breaks = 0;
        Phrases.Into(_open, part);
    }

    private PhraseWriter Phrases => new(document, page);

    private void Heading(Part part)
    {
        Close();
        var level =
            part.Tag is "h1" or "h2" ? "h2"
            : part.Tag is "h3" ? "h3"
            : "h4";
        var heading = document.CreateElement(level);
        Phrases.Children(heading, part);
        if (Wording.Weigh(heading.TextContent) > 0)
            Add(heading);
        foreach (var picture in Pictures.Within(part, page))
            Figure(picture);
    }

    private void Quote(Part part)
    {
        Close();
        var inner = new BodyWriter(document, page).Write(part);
        if (!inner.HasChildNodes)
            return;
        var quote = document.CreateElement("blockquote");
        while (inner.FirstChild is { } child)
        {
            if (child is IElement { LocalName: "figure" })
                _article.AppendChild(child);
            else
                quote.AppendChild(child);
        }
        if (quote.HasChildNodes)
            Add(quote);
    }

    private IElement List(Part part)
    {
        var list = document.CreateElement(part.Tag);
        if (part.Attribute("start") is { } start)
            list.SetAttribute("start", start);
        foreach (var child in part.Children.Where(child => child.Tag == "li" && child.Why is null))
        {
            var item = document.CreateElement("li");
            Item(item, child);
            if (Wording.Weigh(item.TextContent) > 0)
                list.AppendChild(item);
            _figures.AddRange(Pictures.Within(child, page).Select(picture => Pictures.Write(document, picture)));
        }
        return list;
    }

    // Lists within an item stand after its words; while those are written, the lists are passed over.
    private void Item(IElement item, Part part)
    {
        var nested = part.Children.FindAll(child => child.Tag is "ul" or "ol" && child.Why is null);
        nested.ForEach(list => list.Why = "list within");
        Phrases.Children(item, part);
        nested.ForEach(list => list.Why = null);
        foreach (var inner in nested.Select(List).Where(inner => inner.HasChildNodes))
            item.AppendChild(inner);
    }

    private void Preformatted(Part part)
    {
        Close();
        var pre = document.CreateElement("pre");
        pre.TextContent = part.RawText().Replace(Part.LineBreak, '\n').Trim('\n');
        if (Wording.Weigh(pre.TextContent) > 0)
            Add(pre);
    }

    private void Figured(Part part)
    {
        if (part.Children.Find(child => child.Tag is "table" or "blockquote" or "pre") is { } held)
        {
            Close();
            Place(held);
            return;
        }
        var picture = Pictures.OfFigure(part, page);
        if (picture is not null)
            Figure(picture);
        else if (part.Pictures == 0)
            foreach (var child in part.Children.Where(child => child.Why is null && child.Tag != "figcaption"))
                Place(child);
    }

    private void Figure(ReadPicture? picture)
    {
        if (picture is null || !_pictures.Add(picture.Address))
            return;
        var figure = Pictures.Write(document, picture);
        if (_open is null)
            _article.AppendChild(figure);
        else
            _figures.Add(figure);
    }

    private void Close()
    {
        if (_open is not null)
        {
            PhraseWriter.Tidy(_open);
            if (Wording.Weigh(_open.TextContent) > 0)
                _article.AppendChild(_open);
        }
        foreach (var figure in _figures)
            _article.AppendChild(figure);
        _figures.Clear();
        (_open, _breaks) = (null, 0);
    }

    private void Add(IElement block)
    {
        Close();
        if (block.LocalName is "hr" || block.HasChildNodes)
            _article.AppendChild(block);
        Close();
    }
}
