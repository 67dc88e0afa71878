using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace OnRecord.Feeds;

/// <summary>An answer of oEmbed, in either of its forms.</summary>
internal sealed record OEmbedCard
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public required string Title { get; init; }
    public required string Author { get; init; }
    public required string Provider { get; init; }
    public required string Home { get; init; }
    public required string Html { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }

    /// <summary>Null where there is none, or it is larger than what was asked for.</summary>
    public FeedPicture? Picture { get; init; }

    public byte[] Json()
    {
        var json = new JsonObject();
        foreach (var (name, value) in Members())
            json[name] = value is int number ? JsonValue.Create(number) : JsonValue.Create((string)value);
        return JsonSerializer.SerializeToUtf8Bytes(json, Readable);
    }

    public byte[] Xml() =>
        FeedText.Xml(xml =>
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("oembed");
            foreach (var (name, value) in Members())
                xml.WriteElementString(name, FeedText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture)!));
            xml.WriteEndElement();
        });

    private IEnumerable<(string Name, object Value)> Members()
    {
        yield return ("type", "rich");
        yield return ("version", "1.0");
        yield return ("title", Title);
        if (Author.Length > 0)
            yield return ("author_name", Author);
        yield return ("provider_name", Provider);
        yield return ("provider_url", Home);
        if (Picture is { } picture)
        {
            yield return ("thumbnail_url", picture.Address);
            yield return ("thumbnail_width", picture.Width);
            yield return ("thumbnail_height", picture.Height);
        }
        yield return ("html", Html);
        yield return ("width", Width);
        yield return ("height", Height);
    }
}
