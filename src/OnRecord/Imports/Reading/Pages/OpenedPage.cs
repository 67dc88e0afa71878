using AngleSharp.Html.Dom;
using OnRecord.Imports.Reading.Clearing;
using OnRecord.Imports.Reading.Facts;

namespace OnRecord.Imports.Reading.Pages;

/// A saved page with what it says of itself, before its story is looked for.
internal sealed record OpenedPage(
    IHtmlDocument Document,
    PageMap Map,
    PageMeta Meta,
    LinkedData Data,
    Uri? Address,
    string Headline,
    Part? Shown
)
{
    public static OpenedPage Of(IHtmlDocument document, Uri? address)
    {
        var map = PageMap.Of(document);
        var (meta, data) = (PageMeta.Of(map), LinkedData.Of(map));
        Furniture.Mark(map);
        var (headline, shown) = Headlines.Find(map, meta, data);
        return new(document, map, meta, data, address ?? Stated(meta), headline, shown);
    }

    public Uri? Canonical => Addresses.Absolute(Said(Meta), Address) is { } canonical ? new Uri(canonical) : null;

    private static Uri? Stated(PageMeta meta) =>
        Addresses.Absolute(Said(meta), null) is { } stated ? new Uri(stated) : null;

    private static string? Said(PageMeta meta) => meta.Link("canonical") ?? meta.First("og:url");
}
