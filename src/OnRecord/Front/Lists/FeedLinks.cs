namespace OnRecord.Front.Lists;

/// <summary>The feeds that a page offers to a reader's program.</summary>
internal static class FeedLinks
{
    private static readonly (string File, string Form, string Type)[] Forms =
    [
        ("feed.xml", "RSS", "application/rss+xml"),
        ("feed.atom", "Atom", "application/atom+xml"),
        ("feed.json", "JSON Feed", "application/feed+json"),
    ];

    // Lists that have feeds of their own, below their address.
    private static readonly string[] Lists = ["/section/", "/topic/", "/by/", "/archive/"];

    /// <param name="title">What the page is about.</param>
    /// <param name="path">Its address; null where it has none.</param>
    public static IReadOnlyList<FeedLink> Of(string? title, string newsroom, string? path)
    {
        var page = path?.Split('?')[0];
        return
            page is not null
            && title is not null
            && Array.Exists(Lists, list => page.StartsWith(list, StringComparison.Ordinal))
            ? [.. Below(page, $"{title} · {newsroom}"), .. Below("", newsroom)]
            : [.. Below("", newsroom)];
    }

    /// <summary>The feeds of a list.</summary>
    /// <param name="page">Its path; empty for all stories.</param>
    /// <param name="query">Empty, or with its question mark.</param>
    public static IEnumerable<FeedLink> Below(string page, string title, string query = "") =>
        Forms.Select(form => new FeedLink($"{title} ({form.Form})", form.Type, $"{page}/{form.File}{query}"));
}
