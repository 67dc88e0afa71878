using AngleSharp.Dom;

namespace OnRecord.Documents;

/// <summary>Reads back a video or chart as <see cref="HtmlWriter"/> writes it.</summary>
internal static class LinkedMediaReader
{
    /// <summary>The video or chart; null where the element is none.</summary>
    public static LinkedMedia? Read(IElement element, Uri? page, Func<INode, ValueList<Block>> blocks)
    {
        var kind = element.ClassList.Contains("chart") ? "chart" : "video";
        if (!element.ClassList.Contains("linked") || !element.ClassList.Contains(kind))
            return null;
        var address = element.QuerySelector("p.link > a")?.GetAttribute("href");
        return new LinkedMedia(
            kind,
            SafeAddress.ForLink(address, page) ?? "",
            [.. Picture(element, page), .. Data(element, blocks)]
        );
    }

    private static IEnumerable<Block> Picture(IElement element, Uri? page)
    {
        var data = element.QuerySelector("details");
        var picture = element.QuerySelectorAll("img").FirstOrDefault(img => data is null || !data.Contains(img));
        if (picture is null || FigureReader.ReadPicture(picture, page).FirstOrDefault() is not Figure figure)
            return [];
        return element.Children.FirstOrDefault(child => child.LocalName == "figcaption") is { } caption
            ? [FigureReader.Captioned(figure, caption, page)]
            : [figure];
    }

    private static IEnumerable<Block> Data(IElement element, Func<INode, ValueList<Block>> blocks) =>
        element.QuerySelector("details table") is { } table ? TableReader.Read(table, blocks).OfType<Table>() : [];
}
