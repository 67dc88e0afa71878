using System.Globalization;
using System.Xml;

namespace OnRecord.Feeds;

/// <summary>A feed as Atom writes it (RFC 4287). All addresses are absolute.</summary>
internal sealed record AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
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
    public required IReadOnlyList<AtomEntry> Entries { get; init; }

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (
            var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) })
        )
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Language);
            Element(xml, "id", Self);
            Element(xml, "title", Title);
            if (Subtitle is { Length: > 0 } subtitle)
                Element(xml, "subtitle", subtitle);
            Element(xml, "updated", Time(UpdatedAt));
            Link(xml, "self", Self, "application/atom+xml");
            Link(xml, "alternate", Page, "text/html");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", Author);
            xml.WriteEndElement();
            foreach (var entry in Entries)
                Write(xml, entry);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Element(xml, "id", $"urn:uuid:{entry.Id}");
        Element(xml, "title", entry.Title);
        Element(xml, "published", Time(entry.PublishedAt));
        Element(xml, "updated", Time(entry.UpdatedAt));
        Link(xml, "alternate", entry.Page, "text/html");
        if (entry.Related is { } related)
            Link(xml, "related", related, "text/html");
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", entry.Category);
        xml.WriteEndElement();
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "xhtml");
        xml.WriteStartElement("div", Xhtml);
        foreach (var (label, words) in entry.Paragraphs)
        {
            xml.WriteStartElement("p", Xhtml);
            if (label is not null)
            {
                xml.WriteElementString("b", Xhtml, Clean(label));
                xml.WriteString(" ");
            }
            xml.WriteString(Clean(words));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string words) =>
        xml.WriteElementString(name, Atom, Clean(words));

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // XML has no way to write most control characters, nor half of a character (XML 1.0, 2.2).
    private static string Clean(string words)
    {
        var clean = new System.Text.StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        return clean.ToString();
    }
}

/// <summary>An entry of it.</summary>
/// <param name="Id">Never another, wherever the site moves.</param>
/// <param name="UpdatedAt">When it last read otherwise.</param>
/// <param name="Related">An address beside its own; null where there is none.</param>
/// <param name="Paragraphs">Its content, each with a label where it has one.</param>
internal sealed record AtomEntry(
    Guid Id,
    string Title,
    string Language,
    string Category,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    string Page,
    string? Related,
    IReadOnlyList<(string? Label, string Words)> Paragraphs
);
