using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OnRecord.Platform.StoredPages;

/// <summary>What browsers, and a network in front of the site, are told about keeping a page.</summary>
internal static class StoredHeaders
{
    /// <summary>A browser asks each time, and mostly hears that nothing changed: so nobody reads an old version.</summary>
    public static readonly StringValues Control = "public, max-age=0, must-revalidate";

    public static readonly StringValues Vary = "Accept-Encoding";

    public static readonly StringValues NoRanges = "none";

    private static readonly StringValues Purged = "public, max-age=86400";

    // Nobody tells it that a page has changed.
    private static readonly StringValues Brief = "public, max-age=5";

    /// <summary>What such a network is told (RFC 9213).</summary>
    /// <param name="ages">Whether the page changes by time alone.</param>
    /// <param name="purged">Whether it is told when a page changes.</param>
    public static StringValues NetworkControl(int status, bool ages, bool purged) =>
        purged && !ages && status < 400 ? Purged : Brief;

    /// <summary>Whether a client says that it has the page (RFC 9110, 13.1.2: compared weakly, so that another form of the same words will do).</summary>
    public static bool Has(StringValues ifNoneMatch, string hash)
    {
        foreach (var line in ifNoneMatch)
            if (line is not null && (line.Contains(hash, StringComparison.Ordinal) || line.AsSpan().Trim() is "*"))
                return true;
        return false;
    }

    /// <summary>Whether a header is the store's own, or one of this connection, and so is not kept.</summary>
    public static bool IsOwn(string name) =>
        name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Date, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Server, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.TransferEncoding, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Connection, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.ETag, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.AcceptRanges, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase)
        || name.Equals(HeaderNames.Vary, StringComparison.OrdinalIgnoreCase);
}
