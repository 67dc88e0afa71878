namespace OnRecord.Feeds.Sitemaps;

/// <summary>Sitemaps and their index as sitemaps.org asks for them.</summary>
internal static class SitemapXml
{
    public const string MediaType = "application/xml; charset=utf-8";
    public const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>How many addresses a part holds. The protocol allows 50,000 and 52,428,800 bytes: so many of the longest addresses we make, each letter of them nine bytes, stay below both.</summary>
    public const int Most = 45_000;

    public static byte[] Index(IEnumerable<SitemapEntry> parts) => Write("sitemapindex", "sitemap", parts);

    public static byte[] Addresses(IEnumerable<SitemapEntry> addresses) => Write("urlset", "url", addresses);

    private static byte[] Write(string root, string element, IEnumerable<SitemapEntry> entries) =>
        FeedText.Xml(xml =>
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var entry in entries)
            {
                xml.WriteStartElement(element, Namespace);
                xml.WriteElementString("loc", Namespace, entry.Address);
                if (entry.ChangedAt is { } changed)
                    xml.WriteElementString("lastmod", Namespace, FeedText.Rfc3339(changed));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
}

/// <summary>An address in a sitemap, or a sitemap in the index.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="ChangedAt">Null where that is not known.</param>
internal sealed record SitemapEntry(string Address, DateTimeOffset? ChangedAt);
