using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace OnRecord.Media.Embedded;

/// <summary>The properties of an XMP packet: RDF about the picture itself, not about what it was made from.</summary>
internal sealed class XmpPacket
{
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    public static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    public static readonly XNamespace IptcExt = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    public static readonly XNamespace Rights = "http://ns.adobe.com/xap/1.0/rights/";
    public static readonly XNamespace Exif = "http://ns.adobe.com/exif/1.0/";
    public static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    public static readonly XNamespace Commons = "http://creativecommons.org/ns#";

    private readonly List<XElement> descriptions;

    private XmpPacket(IEnumerable<XElement> descriptions) => this.descriptions = [.. descriptions];

    /// <param name="packets">The main one first; what it says goes before what the others say.</param>
    public static XmpPacket Of(IEnumerable<ReadOnlyMemory<byte>> packets) =>
        new(
            packets
                .Select(Parse)
                .OfType<XDocument>()
                .SelectMany(packet => packet.Descendants(Rdf + "RDF"))
                .SelectMany(rdf => rdf.Elements(Rdf + "Description"))
        );

    public string? First(XName property) => All(property) is [var first, ..] ? first : null;

    /// <summary>The values of a property, whether it is written as an attribute, as text, as a list or in languages.</summary>
    public IReadOnlyList<string> All(XName property)
    {
        foreach (var description in descriptions)
        {
            var values = description.Attribute(property) is { } attribute
                ? [attribute.Value]
                : description.Elements(property).SelectMany(Values);
            if (values.Select(value => value.Trim()).Where(value => value.Length > 0).ToList() is { Count: > 0 } found)
                return found;
        }
        return [];
    }

    private static IEnumerable<string> Values(XElement property)
    {
        if (property.Element(Rdf + "Alt") is { } languages)
        {
            var items = languages.Elements(Rdf + "li").ToList();
            var usual = items.Find(item => item.Attribute(XNamespace.Xml + "lang")?.Value == "x-default");
            return (usual ?? items.FirstOrDefault()) is { } chosen ? [chosen.Value] : [];
        }
        if ((property.Element(Rdf + "Seq") ?? property.Element(Rdf + "Bag")) is { } list)
            return list.Elements(Rdf + "li").Select(item => item.Value);
        return [property.Attribute(Rdf + "resource")?.Value ?? (property.HasElements ? "" : property.Value)];
    }

    private static XDocument? Parse(ReadOnlyMemory<byte> packet) =>
        Load(new MemoryStream(packet.ToArray(), 0, packet.Span.TrimEnd((byte)0).Length)) ?? Load(Within(packet.Span));

    // Other programs have put filling and worse around the part that counts.
    private static MemoryStream Within(ReadOnlySpan<byte> packet)
    {
        var (start, end) = (packet.IndexOf("<rdf:RDF"u8), packet.LastIndexOf("</rdf:RDF>"u8));
        return start < 0 || end < start
            ? new MemoryStream()
            : new MemoryStream(packet[start..(end + "</rdf:RDF>".Length)].ToArray());
    }

    private static XDocument? Load(Stream packet)
    {
        try
        {
            using var reader = XmlReader.Create(
                packet,
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Ignore,
                    XmlResolver = null,
                    CheckCharacters = false,
                    MaxCharactersInDocument = 8_000_000,
                }
            );
            return XDocument.Load(reader);
        }
        catch (Exception failure) when (failure is XmlException or DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }
}
