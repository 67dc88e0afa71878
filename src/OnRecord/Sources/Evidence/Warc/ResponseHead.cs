using System.Globalization;
using System.Text;
using OnRecord.Platform.Fetching;

namespace OnRecord.Sources.Evidence.Warc;

/// <summary>The status line and header lines of a response as its record holds them: byte for byte, unless the body came in chunks.</summary>
internal static class ResponseHead
{
    /// <summary>
    /// The payload is the body without its transfer coding (RFC 9112, 7), and its digest is of that. Were the chunks kept, half of the programs
    /// that check digests would find them wrong; so the chunks are taken off, and the header lines say so as other archives do.
    /// </summary>
    public static byte[] Of(Exchange exchange)
    {
        if (!exchange.CameInChunks)
            return exchange.Head;
        var lines = Encoding.Latin1.GetString(exchange.Head).Split('\n');
        var head = new StringBuilder();
        // The last two are the empty line and what follows its line feed: nothing.
        foreach (var line in lines.Take(lines.Length - 2))
            head.Append(IsAboutLength(line) ? $"X-Orig-{line}" : line).Append('\n');
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {exchange.Body.Length}\r\n\r\n");
        return Encoding.Latin1.GetBytes(head.ToString());
    }

    private static bool IsAboutLength(string line) =>
        line.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase);
}
