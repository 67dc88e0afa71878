using System.Text;
using System.Xml.Linq;
using static OnRecord.Media.Embedded.XmpPacket;

namespace OnRecord.Media.Embedded;

/// <summary>A picture's words as an XMP packet, in the fields of the IPTC Photo Metadata Standard 2025.1.</summary>
internal static class XmpStamp
{
    public static byte[] Of(PictureWords words)
    {
        var said = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            words.Credit is null ? null : new XElement(Photoshop + "Credit", words.Credit),
            words.Credit is null
                ? null
                : new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", words.Credit))),
            InWords(Dc + "description", words.Caption),
            InWords(Iptc + "AltTextAccessibility", words.Alt),
            InWords(Rights + "UsageTerms", words.Licence)
        );
        var packet = new XElement(
            (XNamespace)"adobe:ns:meta/" + "xmpmeta",
            Prefix("x", "adobe:ns:meta/"),
            new XElement(
                Rdf + "RDF",
                Prefix("rdf", Rdf),
                Prefix("dc", Dc),
                Prefix("photoshop", Photoshop),
                Prefix("Iptc4xmpCore", Iptc),
                Prefix("xmpRights", Rights),
                said
            )
        );
        return Encoding.UTF8.GetBytes(packet.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement? InWords(XName property, string? text) =>
        text is null
            ? null
            : new XElement(
                property,
                new XElement(
                    Rdf + "Alt",
                    new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text)
                )
            );

    private static XAttribute Prefix(string prefix, XNamespace name) =>
        new(XNamespace.Xmlns + prefix, name.NamespaceName);
}
