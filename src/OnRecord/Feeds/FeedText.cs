using System.Globalization;
using System.Resources;
using System.Xml;
using OnRecord.Platform.Pages;

namespace OnRecord.Feeds;

/// <summary>Words and times as feeds and sitemaps write them.</summary>
internal static class FeedText
{
    private static readonly ResourceManager Strings = new("OnRecord.Feeds.FeedWords", typeof(FeedText).Assembly);

    /// <summary>What is ours in a feed, in the language of what it stands with.</summary>
    public static Words Words(string language) => new(Strings, language);

    /// <summary>As Atom, JSON Feed and sitemaps write it (RFC 3339).</summary>
    public static string Rfc3339(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>As RSS writes it (RFC 822 with a year of four digits, which RSS 2.0 prefers).</summary>
    public static string Rfc822(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    // XML has no way to write most control characters, nor half of a character (XML 1.0, 2.2).
    public static string Clean(string words)
    {
        var clean = new System.Text.StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>Writes XML as UTF-8 without a byte order mark.</summary>
    public static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (
            var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) })
        )
            write(xml);
        return bytes.ToArray();
    }
}
