using System.Xml;

namespace OnRecord.Feeds;

/// <summary>A feed as Atom writes it (RFC 4287), with how many comments there are (RFC 4685). All addresses are absolute.</summary>
internal sealed record AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Threading = "http://purl.org/syndication/thread/1.0";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Its own address, which is its id too.</summary>
    public required string Self { get; init; }
    public required string Page { get; init; }
    public required string Title { get; init; }
    public string? Subtitle { get; init; }

    /// <summary>Who stands behind all of it.</summary>
    public required string Author { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>WebSub hubs that tell of its changes.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];
    public required IReadOnlyList<AtomEntry> Entries { get; init; }

    public static AtomFeed Of(Feed feed) =>
        new()
        {
            Self = feed.Self,
            Page = feed.Page,
            Title = feed.Title,
            Subtitle = feed.Subtitle,
            Author = feed.Newsroom,
            Language = feed.Language,
            UpdatedAt = feed.UpdatedAt,
            Hubs = feed.Hubs,
            Entries = [.. feed.Stories.Select(AtomEntry.Of)],
        };

    public byte[] Write() =>
        FeedText.Xml(xml =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Language);
            Element(xml, "id", Self);
            Element(xml, "title", Title);
            if (Subtitle is { Length: > 0 } subtitle)
                Element(xml, "subtitle", subtitle);
            Element(xml, "updated", FeedText.Rfc3339(UpdatedAt));
            Link(xml, "self", Self, "application/atom+xml");
            Link(xml, "alternate", Page, "text/html");
            foreach (var hub in Hubs)
                Link(xml, "hub", hub, null);
            Person(xml, Author, null);
            foreach (var entry in Entries)
                Write(xml, entry);
            xml.WriteEndElement();
        });

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Element(xml, "id", $"urn:uuid:{entry.Id}");
        Element(xml, "title", entry.Title);
        Element(xml, "published", FeedText.Rfc3339(entry.PublishedAt));
        Element(xml, "updated", FeedText.Rfc3339(entry.UpdatedAt));
        foreach (var author in entry.Authors)
            Person(xml, author.Name, author.Page);
        Link(xml, "alternate", entry.Page, "text/html");
        if (entry.Related is { } related)
            Link(xml, "related", related, "text/html");
        if (entry.Picture is { } picture)
            Link(xml, "enclosure", picture.Address, picture.Type);
        if (entry.Talk is { } talk)
        {
            Link(xml, "replies", talk.Page, "text/html", talk.Count);
            Link(xml, "replies", talk.Feed, "application/rss+xml", talk.Count);
        }
        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", FeedText.Clean(category));
            xml.WriteEndElement();
        }
        if (entry.Summary is { } summary)
            Element(xml, "summary", summary);
        Content(xml, entry);
        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("content", Atom);
        if (entry.Html is { } html)
        {
            xml.WriteAttributeString("type", "html");
            xml.WriteString(FeedText.Clean(html));
            xml.WriteEndElement();
            return;
        }
        xml.WriteAttributeString("type", "xhtml");
        xml.WriteStartElement("div", Xhtml);
        foreach (var (label, words) in entry.Paragraphs)
        {
            xml.WriteStartElement("p", Xhtml);
            if (label is not null)
            {
                xml.WriteElementString("b", Xhtml, FeedText.Clean(label));
                xml.WriteString(" ");
            }
            xml.WriteString(FeedText.Clean(words));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name, string? page)
    {
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", name);
        if (page is not null)
            Element(xml, "uri", page);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string words) =>
        xml.WriteElementString(name, Atom, FeedText.Clean(words));

    /// <param name="replies">How many entries are behind it (RFC 4685, 4).</param>
    private static void Link(XmlWriter xml, string relation, string address, string? type, int? replies = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
            xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        if (replies is { } count)
            xml.WriteAttributeString(
                "thr",
                "count",
                Threading,
                count.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        xml.WriteEndElement();
    }
}

/// <summary>An entry of it.</summary>
internal sealed record AtomEntry
{
    /// <summary>Never another, wherever the site moves.</summary>
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it last read otherwise.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string Page { get; init; }

    /// <summary>An address beside its own; null where there is none.</summary>
    public string? Related { get; init; }

    /// <summary>Who signs it, where that is not whoever stands behind the feed.</summary>
    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];
    public string? Summary { get; init; }
    public FeedPicture? Picture { get; init; }

    /// <summary>What readers say of it; null where nobody has said anything.</summary>
    public FeedTalk? Talk { get; init; }

    /// <summary>Its content, where that is more than paragraphs.</summary>
    public string? Html { get; init; }

    /// <summary>Its content, each paragraph with a label where it has one.</summary>
    public IReadOnlyList<(string? Label, string Words)> Paragraphs { get; init; } = [];

    public static AtomEntry Of(FeedStory story) =>
        new()
        {
            Id = story.Id,
            Title = story.Title,
            Language = story.Language,
            Categories = story.Categories,
            PublishedAt = story.PublishedAt,
            UpdatedAt = story.UpdatedAt,
            Page = story.Page,
            Authors = story.Authors,
            Summary = story.Summary,
            Picture = story.Picture,
            Talk = story.Talk,
            Html = story.Html,
        };
}
