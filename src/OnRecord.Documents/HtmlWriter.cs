using System.Globalization;

namespace OnRecord.Documents;

/// <summary>Writes a document as HTML. The only way a story's text becomes markup: what is not a block or mark of ours cannot come out.</summary>
public sealed class HtmlWriter
{
    // Words that are not the story's: docs/checking-the-record.md, “A page and its version”.
    private static readonly (string, string?) Furniture = ("data-furniture", "");

    private readonly HtmlText html = new();
    private readonly HtmlOptions options;
    private readonly PassageWriter? passages;

    private HtmlWriter(HtmlOptions options) =>
        (this.options, passages) = (options, options.Passages is { } shown ? new PassageWriter(shown) : null);

    /// <summary>The document's blocks as an HTML fragment.</summary>
    public static string Write(StoryDocument document, HtmlOptions? options = null) => Write(document.Blocks, options);

    /// <summary>Some blocks as an HTML fragment, as readers see them: nothing that is only suggested, no mark of the desk.</summary>
    public static string Write(IEnumerable<Block> blocks, HtmlOptions? options = null)
    {
        if (options?.Passages is not null)
            return string.Concat(Parts(blocks, options).Select(part => part.Html));
        var writer = new HtmlWriter(options ?? new HtmlOptions());
        writer.WriteAll(Published.Of(blocks));
        return writer.html.ToString();
    }

    /// <summary>Some blocks as HTML one by one, as readers see them, so that notes can stand after the block in which their passage ends.</summary>
    /// <param name="blocks">The whole text: a passage may go on from one block to another.</param>
    /// <param name="options">How pictures and passages are shown.</param>
    /// <returns>A part for each block that readers see.</returns>
    public static IReadOnlyList<HtmlPart> Parts(IEnumerable<Block> blocks, HtmlOptions options)
    {
        var (writer, ends) = (new HtmlWriter(options), new List<int>());
        foreach (var block in Published.Of(blocks))
        {
            writer.Write(block);
            ends.Add(writer.html.Length);
        }
        return (writer.passages ?? new PassageWriter(_ => null)).Parts(writer.html.ToString(), ends);
    }

    private void WriteAll(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
            Write(block);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Paragraph p:
                Line("p", p.Content);
                break;
            case Heading h:
                Line(string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(h.Level, 2, 4)}"), h.Content);
                break;
            case PullQuote q:
                Line("p", q.Content, ("class", "pull-quote"));
                break;
            case Quote q:
                Around("blockquote", q.Blocks);
                break;
            case ListBlock l:
                WriteList(l);
                break;
            case Figure f:
                WriteFigure(f);
                break;
            case Gallery g:
                Around("div", g.Figures, ("class", "gallery"));
                break;
            case SocialPost s:
                WriteSocialPost(s);
                break;
            case LinkedMedia m:
                WriteLinkedMedia(m);
                break;
            case Table t:
                WriteTable(t);
                break;
            case Callout c:
                Around("div", c.Blocks, ("class", "callout"), ("role", "note"));
                break;
            case Divider:
                html.Open("hr");
                break;
            case CodeBlock c:
                html.Open("pre").Open("code").Words(c.Text).Close("code").Close("pre");
                break;
            case UnknownBlock when PlainText.Of(block) is { Length: > 0 } text:
                html.Open("p").Words(text).Close("p");
                break;
        }
    }

    private void Around(string name, IEnumerable<Block> blocks, params ReadOnlySpan<(string, string?)> attributes)
    {
        html.Open(name, attributes);
        WriteAll(blocks);
        html.Close(name);
    }

    private void Line(string name, ValueList<Inline> content, params ReadOnlySpan<(string, string?)> attributes)
    {
        html.Open(name, attributes);
        InlineWriter.Write(html, content, passages, options);
        html.Close(name);
    }

    private void WriteList(ListBlock list)
    {
        var name = list.Ordered ? "ol" : "ul";
        html.Open(
            name,
            (
                "start",
                list is { Ordered: true, Start: not 1 } ? list.Start.ToString(CultureInfo.InvariantCulture) : null
            )
        );
        foreach (var item in list.Items)
            Item("li", item.Blocks);
        html.Close(name);
    }

    // A single paragraph in an item or a cell is written without its own element.
    private void Item(string name, ValueList<Block> blocks, params ReadOnlySpan<(string, string?)> attributes)
    {
        html.Open(name, attributes);
        if (blocks is [Paragraph first, .. var rest] && rest.All(block => block is ListBlock))
        {
            InlineWriter.Write(html, first.Content, passages, options);
            WriteAll(rest);
        }
        else
            WriteAll(blocks);
        html.Close(name);
    }

    private void WriteFigure(Figure figure)
    {
        if (options.Pictures(figure.Source) is not { } picture)
            return;
        html.Open("figure");
        PictureWriter.Write(html, picture, figure.Alt, eager: false);
        WriteCaption(figure);
        html.Close("figure");
    }

    private void WriteCaption(Figure figure)
    {
        if (figure.Caption.Count == 0 && figure.Credit is null)
            return;
        html.Open("figcaption");
        if (figure.Caption.Count > 0)
            Line("span", figure.Caption);
        if (figure.Credit is not null)
            html.Open("cite", ("class", "credit")).Words(figure.Credit).Close("cite");
        html.Close("figcaption");
    }

    private void WriteLinkedMedia(LinkedMedia media)
    {
        var address = options.LinkTo(media.Address);
        var figure = media.Blocks.OfType<Figure>().FirstOrDefault();
        var picture = figure is null ? null : options.Pictures(figure.Source);
        html.Open("figure", ("class", media.Kind == "chart" ? "linked chart" : "linked video"));
        if (picture is not null)
        {
            // A link around a picture without alt text would have no name.
            var linked = address is not null && figure!.Alt.Length > 0;
            _ = linked ? html.Open("a", ("href", address)) : html;
            PictureWriter.Write(html, picture, figure!.Alt, eager: false);
            _ = linked ? html.Close("a") : html;
        }
        if (address is not null)
            html.Open("p", ("class", "link"), Furniture)
                .Open("a", ("href", address))
                .Words(LinkWords(media))
                .Close("a")
                .Close("p");
        foreach (var table in media.Blocks.OfType<Table>())
        {
            html.Open("details").Open("summary", Furniture).Words(options.DataLabel).Close("summary");
            WriteTable(table);
            html.Close("details");
        }
        // HTML, 4.4.12: a figure's caption is its first child or its last.
        if (picture is not null)
            WriteCaption(figure!);
        html.Close("figure");
    }

    private string LinkWords(LinkedMedia media)
    {
        var host =
            Uri.TryCreate(media.Address, UriKind.Absolute, out var uri) && uri.Host.Length > 0
                ? uri.IdnHost
                : media.Address;
        return media.Kind == "chart" ? options.ChartLabel(host) : options.WatchLabel(host);
    }

    private void WriteSocialPost(SocialPost post)
    {
        html.Open(
            "blockquote",
            ("class", "social-post"),
            ("data-network", post.Network),
            ("data-author", post.Author),
            ("data-handle", post.Handle),
            ("data-address", options.LinkTo(post.Address)),
            ("data-date", post.PostedOn)
        );
        WriteAll(post.Blocks);
        var signature = string.Join(
            " · ",
            new[] { PlainText.Signature(post), post.Network ?? "" }.Where(part => part.Length > 0)
        );
        if (signature.Length > 0)
        {
            html.Open("footer", Furniture);
            if (options.LinkTo(post.Address) is { } address)
                html.Open("a", ("href", address)).Words(signature).Close("a");
            else
                html.Words(signature);
            html.Close("footer");
        }
        html.Close("blockquote");
    }

    private void WriteTable(Table table)
    {
        html.Open("div", ("class", "table"), ("role", "region"), ("tabindex", "0"), ("aria-label", options.TableLabel))
            .Open("table");
        foreach (var row in table.Rows.OfType<TableRow>())
        {
            var named = row.Cells.All(cell => cell is TableCell { Header: true });
            html.Open("tr");
            foreach (var cell in row.Cells.OfType<TableCell>())
                Item(
                    cell.Header ? "th" : "td",
                    cell.Blocks,
                    ("scope", cell.Header ? (named ? "col" : "row") : null),
                    ("colspan", Span(cell.ColumnSpan)),
                    ("rowspan", Span(cell.RowSpan))
                );
            html.Close("tr");
        }
        html.Close("table").Close("div");
    }

    // HTML, 4.9.11: columns are clamped to 1000.
    private static string? Span(int cells) =>
        cells > 1 ? Math.Min(cells, 1000).ToString(CultureInfo.InvariantCulture) : null;
}
