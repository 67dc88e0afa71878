using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds.Sitemaps;

/// <summary>The stories of the last two days, for search engines that show news.</summary>
internal static partial class ShowNewsSitemap
{
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    // Google, “Create a News sitemap”: two days, at most 1,000.
    private const int Most = 1000;
    private static readonly TimeSpan Window = TimeSpan.FromDays(2);

    public static async Task<IResult> Get(OnRecordDb db, PublicAddress address, PageTags tags, TimeProvider clock)
    {
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Front);
        // It changes by itself when a story grows too old for it.
        tags.FreshFor = TimeSpan.FromMinutes(5);
        var newsroom = await db.Newsroom();
        var since = clock.GetUtcNow() - Window;
        var stories = await db.Set<Story>()
            .Where(story => story.PublishedAt > since && story.LiveVersionId != null && story.TakenDownAt == null)
            .OrderByDescending(story => story.PublishedAt)
            .ThenByDescending(story => story.Path)
            .Take(Most)
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new NewsStory(
                        story.Path!,
                        story.PublishedAt!.Value,
                        story.UpdatedAt,
                        story.RetractedAt != null,
                        version.Content.Headline,
                        version.Content.Language
                    )
            )
            .ToListAsync();
        return Results.Bytes(
            Write([.. stories.OrderByDescending(story => story.PublishedAt)], newsroom, address),
            SitemapXml.MediaType
        );
    }

    private static byte[] Write(List<NewsStory> stories, Newsroom newsroom, PublicAddress address) =>
        FeedText.Xml(xml =>
        {
            xml.WriteStartElement("urlset", SitemapXml.Namespace);
            xml.WriteAttributeString("xmlns", "news", null, News);
            // The schema wants an address; in quiet days it is that of the front.
            if (stories.Count == 0)
            {
                xml.WriteStartElement("url", SitemapXml.Namespace);
                xml.WriteElementString("loc", SitemapXml.Namespace, address.Of("/"));
                xml.WriteEndElement();
            }
            foreach (var story in stories)
            {
                xml.WriteStartElement("url", SitemapXml.Namespace);
                xml.WriteElementString("loc", SitemapXml.Namespace, address.Of(PublicAddress.Encode(story.Path)));
                var changed = story.UpdatedAt > story.PublishedAt ? story.UpdatedAt.Value : story.PublishedAt;
                xml.WriteElementString("lastmod", SitemapXml.Namespace, FeedText.Rfc3339(changed));
                xml.WriteStartElement("news", "news", News);
                xml.WriteStartElement("publication", News);
                xml.WriteElementString("name", News, FeedText.Clean(newsroom.Name));
                xml.WriteElementString("language", News, Language(story.Language) ?? Language(newsroom.Language)!);
                xml.WriteEndElement();
                xml.WriteElementString("publication_date", News, FeedText.Rfc3339(story.PublishedAt));
                xml.WriteElementString("title", News, FeedText.Clean(Title(story)));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });

    private static string Title(NewsStory story) =>
        story.IsRetracted ? FeedText.Words(story.Language).With("Title.Retraction", story.Headline) : story.Headline;

    // The schema takes ISO 639 codes, and tells only the two ways of writing Chinese apart.
    private static string? Language(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        return parts[0] == "zh" ? (parts.Any(part => part is "hant" or "tw" or "hk" or "mo") ? "zh-tw" : "zh-cn")
            : Code().IsMatch(parts[0]) ? parts[0]
            : null;
    }

    [GeneratedRegex(@"^[a-z]{2,3}\z")]
    private static partial Regex Code();

    private sealed record NewsStory(
        string Path,
        DateTimeOffset PublishedAt,
        DateTimeOffset? UpdatedAt,
        bool IsRetracted,
        string Headline,
        string Language
    );
}
