using AngleSharp.Dom;

namespace OnRecord.Documents;

/// <summary>Reads a figure: one picture with its caption and credit; anything else a figure holds is read as it is.</summary>
internal static class FigureReader
{
    public static IEnumerable<Block> Read(IElement element, Uri? page, Func<INode, ValueList<Block>> blocks)
    {
        var pictures = element.QuerySelectorAll("img");
        if (pictures.Length == 0)
            return blocks(element);
        var caption = element.QuerySelector("figcaption");
        var shown = pictures.SelectMany(picture => ReadPicture(picture, page)).ToList();
        if (shown is not [Figure first, ..] || caption is null)
            return shown;
        shown[0] = Captioned(first, caption, page);
        return shown;
    }

    internal static Figure Captioned(Figure figure, IElement caption, Uri? page)
    {
        var credit = caption.QuerySelector("cite, .credit");
        var words = new InlineReader(page, leaveOut: credit);
        words.AddChildren(caption);
        var said = words.Finish().SelectMany((part, at) => at == 0 ? part : [new Text(" "), .. part]).ToValueList();
        return figure with { Caption = Rewrite.Join(said), Credit = Line(credit?.TextContent) };
    }

    public static IEnumerable<Block> ReadPicture(IElement picture, Uri? page)
    {
        var source = picture.GetAttribute("src") ?? "";
        var address = IsOfLibrary(source) ? source : SafeAddress.ForPicture(source, page);
        return address is null or ['#', ..]
            ? []
            : [new Figure(address, Line(picture.GetAttribute("alt")) ?? "", [], null)];
    }

    private static bool IsOfLibrary(string source) =>
        source.StartsWith("media:", StringComparison.Ordinal)
        && source.Skip(6).All(c => char.IsAsciiHexDigitLower(c) || c is '/' or 'x');

    private static string? Line(string? text) =>
        text is null ? null
        : string.Join(' ', CleanText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            is { Length: > 0 } line
            ? line
        : null;
}
