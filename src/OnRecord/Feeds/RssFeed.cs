using System.Globalization;
using System.Xml;

namespace OnRecord.Feeds;

/// <summary>A feed as RSS 2.0 writes it, with the modules that readers of feeds know: content, Dublin Core, Atom, Media RSS, and Slash and the Comment API for what readers say.</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Slash = "http://purl.org/rss/1.0/modules/slash/";
    private const string CommentApi = "http://wellformedweb.org/CommentAPI/";
    private const string Media = "http://search.yahoo.com/mrss/";

    public static byte[] Write(Feed feed) =>
        FeedText.Xml(xml =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteAttributeString("xmlns", "media", null, Media);
            xml.WriteAttributeString("xmlns", "slash", null, Slash);
            xml.WriteAttributeString("xmlns", "wfw", null, CommentApi);
            xml.WriteStartElement("channel");
            Channel(xml, feed);
            foreach (var story in feed.Stories)
                Item(xml, story);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });

    private static void Channel(XmlWriter xml, Feed feed)
    {
        Element(xml, "title", feed.Title);
        Element(xml, "link", feed.Page);
        // RSS asks for a description, also of a newsroom that says nothing of itself.
        Element(xml, "description", feed.Subtitle.Length > 0 ? feed.Subtitle : feed.Title);
        Element(xml, "language", feed.Language);
        if (feed.Stories.Count > 0)
            Element(xml, "lastBuildDate", FeedText.Rfc822(feed.UpdatedAt));
        Element(xml, "docs", "https://www.rssboard.org/rss-specification");
        Link(xml, "self", feed.Self);
        foreach (var hub in feed.Hubs)
            Link(xml, "hub", hub);
        if (feed.Logo is { } logo)
        {
            // RSS 2.0: title and link of the picture are those of the channel.
            xml.WriteStartElement("image");
            Element(xml, "url", logo.Address);
            Element(xml, "title", feed.Title);
            Element(xml, "link", feed.Page);
            xml.WriteEndElement();
        }
    }

    private static void Item(XmlWriter xml, FeedStory story)
    {
        xml.WriteStartElement("item");
        Element(xml, "title", story.Title);
        Element(xml, "link", story.Page);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(story.Urn);
        xml.WriteEndElement();
        Element(xml, "pubDate", FeedText.Rfc822(story.PublishedAt));
        xml.WriteElementString("atom", "updated", Atom, FeedText.Rfc3339(story.UpdatedAt));
        foreach (var author in story.Authors)
            xml.WriteElementString("dc", "creator", DublinCore, FeedText.Clean(author.Name));
        xml.WriteElementString("dc", "language", DublinCore, story.Language);
        foreach (var category in story.Categories)
            Element(xml, "category", category);
        if (story.Summary is { } summary)
            Element(xml, "description", summary);
        xml.WriteElementString("content", "encoded", Content, FeedText.Clean(story.Html));
        if (story.Picture is { } picture)
            Picture(xml, picture);
        if (story.Talk is { } talk)
        {
            Element(xml, "comments", talk.Page);
            xml.WriteElementString("slash", "comments", Slash, talk.Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("wfw", "commentRss", CommentApi, talk.Feed);
        }
        xml.WriteEndElement();
    }

    // Not an enclosure: that must say its length in bytes, and a rendition is made when it is first asked for.
    private static void Picture(XmlWriter xml, FeedPicture picture)
    {
        xml.WriteStartElement("media", "content", Media);
        xml.WriteAttributeString("url", picture.Address);
        xml.WriteAttributeString("type", picture.Type);
        xml.WriteAttributeString("medium", "image");
        xml.WriteAttributeString("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        if (picture.Alt.Length > 0)
            xml.WriteElementString("media", "description", Media, FeedText.Clean(picture.Alt));
        if (picture.Credit is { } credit)
            xml.WriteElementString("media", "credit", Media, FeedText.Clean(credit));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string words) =>
        xml.WriteElementString(name, FeedText.Clean(words));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        if (relation == "self")
            xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }
}
