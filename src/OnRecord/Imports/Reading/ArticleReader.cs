using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OnRecord.Imports.Reading;

/// Reads the story out of a saved page: its words, its pictures and who signed it. Nothing in the page is run.
internal static class ArticleReader
{
    private const int ShortestStory = 60;

    public static ReadArticle? Read(IHtmlDocument document, Uri? address)
    {
        var page = PageMap.Of(document);
        var (meta, data) = (PageMeta.Of(page), LinkedData.Of(page));
        var home =
            address
            ?? (
                Uri.TryCreate(meta.Link("canonical") ?? meta.First("og:url"), UriKind.Absolute, out var stated)
                    ? stated
                    : null
            );
        Furniture.Mark(page);
        var title = Headlines.Find(page, meta, data);
        var found = BodyFinder.Find(page, title.Shown);
        if (Hydrated(data, found) is { } text)
            return Restored(text, document, page, meta, data, home);
        return found is null ? null : Compose(document, page, found, meta, data, home, null);
    }

    private static ReadArticle? Compose(
        IHtmlDocument document,
        PageMap page,
        Part found,
        PageMeta meta,
        LinkedData data,
        Uri? home,
        IElement? restored
    )
    {
        var (headline, shown) = Headlines.Find(page, meta, data);
        var byline = Bylines.Find(page, meta, data, found, shown);
        var (deck, standing) = Decks.Find(page, meta, data, found, shown);
        var body = restored ?? Cleaned(document, found, headline, standing, byline, home);
        if (Wording.Weigh(ArticleText.Of(body)) < ShortestStory)
            return null;
        return new ReadArticle
        {
            Headline = headline,
            Deck = deck,
            Byline = byline,
            Body = body,
            PublishedAt = Dates.Published(page, meta, data, found, shown, home),
            UpdatedAt = Dates.Updated(page, meta, data),
            Section = Sections.Find(page, meta, data, headline),
            Language = Languages.Find(document, meta, data),
            Canonical = Addresses.Absolute(meta.Link("canonical") ?? meta.First("og:url"), home) is { } canonical
                ? new Uri(canonical)
                : null,
            Lead = LeadPicture.Take(page, meta, found, shown, body, home),
            LeftOut = LeftOuts.List(page, found),
            Trackers = Followers.Trackers(page),
            ThirdPartyScripts = Followers.ThirdPartyScripts(page, home),
        };
    }

    private static IElement Cleaned(
        IHtmlDocument document,
        Part found,
        string headline,
        Part? deck,
        IReadOnlyList<string> byline,
        Uri? home
    )
    {
        Opening.Mark(found, headline, deck, byline);
        Weeds.Mark(found);
        Ending.Mark(found, byline);
        return new BodyWriter(document, home).Write(found);
    }

    // A page drawn by script may hold its text in its linked data only.
    private static string? Hydrated(LinkedData data, Part? found) =>
        data.Text("articleBody") is { } text
        && Wording.Weigh(text) is > 400 and var weight
        && (found is null || found.Prose * 2 < weight)
            ? text
            : null;

    private static ReadArticle? Restored(
        string text,
        IHtmlDocument document,
        PageMap page,
        PageMeta meta,
        LinkedData data,
        Uri? home
    )
    {
        var marked =
            text.Contains("<p", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<br", StringComparison.OrdinalIgnoreCase)
                ? text
                : string.Concat(
                    text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>")
                );
        var inner = PageMap.Of(new HtmlParser().ParseDocument(marked));
        Weeds.Mark(inner.Root);
        return Compose(document, page, page.Root, meta, data, home, new BodyWriter(document, home).Write(inner.Root));
    }
}
