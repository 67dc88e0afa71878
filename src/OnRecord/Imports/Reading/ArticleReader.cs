using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using OnRecord.Imports.Reading.Clearing;
using OnRecord.Imports.Reading.Facts;
using OnRecord.Imports.Reading.Pages;
using OnRecord.Imports.Reading.Writing;

namespace OnRecord.Imports.Reading;

/// Reads the story out of a saved page: its words, its pictures and who signed it. Nothing in the page is run.
internal static class ArticleReader
{
    private const int ShortestStory = 60;

    public static ReadArticle? Read(IHtmlDocument document, Uri? address)
    {
        var page = OpenedPage.Of(document, address);
        var found = BodyFinder.Find(page.Map, page.Shown);
        var restored = LinkedText.Restore(page, found);
        return restored is not null || found is not null ? Compose(page, found ?? page.Map.Root, restored) : null;
    }

    private static ReadArticle? Compose(OpenedPage page, Part found, IElement? restored)
    {
        var (map, meta, data) = (page.Map, page.Meta, page.Data);
        var byline = Bylines.Find(map, meta, data, found, page.Shown);
        var (deck, standing) = Decks.Find(map, meta, data, found, page.Shown);
        var above = restored is null ? Clean(found, page.Headline, standing, byline) : null;
        var body = restored ?? new BodyWriter(page.Document, page.Address).Write(found);
        if (Wording.Weigh(ArticleText.Of(body)) < ShortestStory)
            return null;
        return new ReadArticle
        {
            Headline = page.Headline,
            Deck = standing is null ? above ?? deck : deck,
            Byline = byline,
            Body = body,
            PublishedAt = Dates.Published(map, meta, data, found, page.Shown, page.Address),
            UpdatedAt = Dates.Updated(map, meta, data),
            Section = Sections.Find(map, meta, data, page.Headline),
            Language = Languages.Find(page.Document, meta, data),
            Canonical = page.Canonical,
            Lead = LeadPicture.Take(map, meta, found, page.Shown, body, page.Address),
            LeftOut = LeftOuts.List(map, found),
            Trackers = Followers.Trackers(map),
            ThirdPartyScripts = Followers.ThirdPartyScripts(map, page.Address),
        };
    }

    private static string? Clean(Part found, string headline, Part? deck, IReadOnlyList<string> byline)
    {
        var above = Opening.Mark(found, headline, deck, byline);
        Weeds.Mark(found);
        Ending.Mark(found, byline);
        return above;
    }
}
