using System.Text;
using OnRecord.Platform.Fetching;

namespace OnRecord.Sources.Evidence.Warc;

/// <summary>A fetch as a WARC file: what made it, then each request and its response, redirects too.</summary>
internal static class WarcFile
{
    /// <param name="name">Under which it is kept, such as <c>0195….warc.gz</c>.</param>
    public static byte[] Of(RecordedFetch fetch, string name)
    {
        using var file = new MemoryStream();
        var about = About(fetch.Exchanges[0].At, name);
        about.WriteTo(file);
        foreach (var exchange in fetch.Exchanges)
        {
            var response = Response(exchange, about.Id);
            response.WriteTo(file);
            Request(exchange, about.Id, response.Id).WriteTo(file);
        }
        return file.ToArray();
    }

    private static WarcRecord About(DateTimeOffset at, string name) =>
        new WarcRecord(
            "warcinfo",
            at,
            "application/warc-fields",
            Encoding.UTF8.GetBytes(
                $"software: {FetchRules.UserAgent}\r\n"
                    + "format: WARC File Format 1.1\r\n"
                    + "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
            )
        ).With("WARC-Filename", name);

    private static WarcRecord Response(Exchange exchange, string about) =>
        new WarcRecord(
            "response",
            exchange.At,
            "application/http;msgtype=response",
            [.. ResponseHead.Of(exchange), .. exchange.Body]
        )
            .With("WARC-Target-URI", Target(exchange.Address))
            .With("WARC-IP-Address", $"{exchange.Server}")
            .With("WARC-Payload-Digest", WarcRecord.Digest(exchange.Body))
            .With("WARC-Warcinfo-ID", about);

    private static WarcRecord Request(Exchange exchange, string about, string response) =>
        new WarcRecord("request", exchange.At, "application/http;msgtype=request", exchange.Request)
            .With("WARC-Target-URI", Target(exchange.Address))
            .With("WARC-IP-Address", $"{exchange.Server}")
            .With("WARC-Concurrent-To", response)
            .With("WARC-Warcinfo-ID", about);

    // As it was asked: in ASCII, without the fragment, which is never sent.
    private static string Target(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        return $"{address.Scheme}://{host}{port}{address.PathAndQuery}";
    }
}
