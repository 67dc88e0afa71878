namespace OnRecord.Feeds;

/// <summary>A form in which feeds are written.</summary>
internal sealed record FeedFormat(string File, string MediaType, Func<Feed, byte[]> Write)
{
    public static readonly FeedFormat[] All =
    [
        new("feed.xml", "application/rss+xml; charset=utf-8", RssFeed.Write),
        new("feed.atom", AtomFeed.MediaType, feed => AtomFeed.Of(feed).Write()),
        new("feed.json", "application/feed+json; charset=utf-8", JsonFeed.Write),
    ];

    /// <summary>The form that a path asks for by its last part.</summary>
    public static FeedFormat Of(PathString path) =>
        Array.Find(All, form => path.Value!.TrimEnd('/').EndsWith(form.File, StringComparison.OrdinalIgnoreCase))
        ?? All[0];
}
