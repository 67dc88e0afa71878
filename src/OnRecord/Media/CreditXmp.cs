using System.Text;
using System.Xml;

namespace OnRecord.Media;

/// <summary>A picture's credit as an XMP packet: dc:creator and photoshop:Credit, the fields of IPTC Photo Metadata.</summary>
internal static class CreditXmp
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";

    public static byte[] Of(string credit)
    {
        using var bytes = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                bytes,
                new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) }
            )
        )
        {
            xml.WriteStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, "");
            xml.WriteElementString("photoshop", "Credit", Photoshop, credit);
            xml.WriteStartElement("dc", "creator", Dc);
            xml.WriteStartElement("rdf", "Seq", Rdf);
            xml.WriteElementString("rdf", "li", Rdf, credit);
        }
        return bytes.ToArray();
    }
}
