using System.Globalization;
using OnRecord.Documents;
using OnRecord.Imports.Reading;
using OnRecord.Platform;

namespace OnRecord.Imports;

/// <summary>Reads a story out of a page, saved as HTML or left as text.</summary>
internal static class PageReader
{
    /// <param name="text">The page.</param>
    /// <param name="name">What a message calls it.</param>
    /// <param name="isHtml">Whether it is HTML; null looks at the text itself.</param>
    /// <param name="address">Where the page was fetched from.</param>
    /// <param name="file">The file it was saved in, beside which its pictures may lie.</param>
    public static Outcome<ReadStory> Read(string text, string name, bool? isHtml, Uri? address, string? file = null)
    {
        if (!(isHtml ?? LooksLikeHtml(text)))
            return TextPage.Read(text) is { } plain
                ? plain
                : new Problem($"No story was found in {name}: it has no headline followed by paragraphs.");
        using var document = TimedParser.Parse(text);
        if (document is null)
            return new Problem($"{name} takes too long to read: its elements lie too deep in one another.");
        if (file is not null)
            SavedPictures.Name(document, file);
        if (ArticleReader.Read(document, address) is not { } article)
            return new Problem($"No story was found in {name}: it is navigation, or too little text.");
        var body = HtmlReader.Read(article.Body, address);
        if (article.Headline.Length == 0 || body.Blocks.Count == 0)
            return new Problem($"No story was found in {name}: it has no headline, or no text.");
        return Story(article, body, address);
    }

    private static ReadStory Story(ReadArticle article, StoryDocument body, Uri? address)
    {
        var language = article.Language ?? LanguageGuess.Of(PlainText.Of(body));
        return new ReadStory
        {
            Headline = article.Headline,
            Deck = article.Deck,
            Byline = article.Byline,
            PublishedAt = article.PublishedAt,
            UpdatedAt = article.UpdatedAt,
            Section = article.Section,
            Language = language,
            Canonical = Own(article.Canonical, address),
            Lead = article.Lead,
            Text = LanguageProposal.Mark(body, language),
            Removed = [.. article.LeftOut, .. Counted(article)],
        };
    }

    // A page that calls the site's front its own address is mistaken; it would make all its stories one.
    private static Uri? Own(Uri? canonical, Uri? address) =>
        canonical is { AbsolutePath.Length: > 1, Scheme: "http" or "https" } ? canonical : address;

    private static IEnumerable<LeftOut> Counted(ReadArticle article)
    {
        if (article.Trackers > 0)
            yield return new LeftOut(
                string.Create(CultureInfo.InvariantCulture, $"{article.Trackers} tracking pixels"),
                "tracking"
            );
        if (article.ThirdPartyScripts > 0)
            yield return new LeftOut(
                string.Create(CultureInfo.InvariantCulture, $"{article.ThirdPartyScripts} scripts of third parties"),
                "third-party script"
            );
    }

    private static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000));
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<!doctype", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<p>", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<div", StringComparison.OrdinalIgnoreCase);
    }
}
