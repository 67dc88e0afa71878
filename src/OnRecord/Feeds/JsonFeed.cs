using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace OnRecord.Feeds;

/// <summary>A feed as JSON Feed 1.1 writes it.</summary>
internal static class JsonFeed
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Write(Feed feed)
    {
        var json = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = feed.Page,
            ["feed_url"] = feed.Self,
            ["language"] = feed.Language,
            ["authors"] = new JsonArray(new JsonObject { ["name"] = feed.Newsroom, ["url"] = feed.Home }),
        };
        if (feed.Subtitle.Length > 0)
            json["description"] = feed.Subtitle;
        if (feed.Hubs.Count > 0)
            json["hubs"] = new JsonArray([
                .. feed.Hubs.Select(hub => new JsonObject { ["type"] = "WebSub", ["url"] = hub }),
            ]);
        json["items"] = new JsonArray([.. feed.Stories.Select(Item)]);
        return JsonSerializer.SerializeToUtf8Bytes(json, Readable);
    }

    private static JsonObject Item(FeedStory story)
    {
        var item = new JsonObject
        {
            ["id"] = story.Urn,
            ["url"] = story.Page,
            ["title"] = story.Title,
            ["content_html"] = story.Html,
            ["date_published"] = FeedText.Rfc3339(story.PublishedAt),
            ["date_modified"] = FeedText.Rfc3339(story.UpdatedAt),
            ["language"] = story.Language,
        };
        if (story.Summary is { } summary)
            item["summary"] = summary;
        if (story.Picture is { } picture)
            item["image"] = picture.Address;
        if (story.Authors.Count > 0)
            item["authors"] = new JsonArray([.. story.Authors.Select(Author)]);
        if (story.Categories.Count > 0)
            item["tags"] = new JsonArray([.. story.Categories.Select(name => JsonValue.Create(name))]);
        // JSON Feed 1.1, “Extensions”: what is ours begins with an underscore.
        if (story.Talk is { } talk)
            item["_onrecord"] = new JsonObject
            {
                ["comment_count"] = talk.Count,
                ["comments_url"] = talk.Page,
                ["comments_feed_url"] = talk.Feed,
            };
        return item;
    }

    private static JsonObject Author(FeedAuthor author)
    {
        var json = new JsonObject { ["name"] = author.Name };
        if (author.Page is { } page)
            json["url"] = page;
        return json;
    }
}
