namespace OnRecord.Platform.Web;

/// <summary>Whether a request that changes something came from a page of this site (Fetch Metadata; RFC 6454 where a browser lacks it).</summary>
internal static class SameOrigin
{
    /// <param name="address">A proxy may ask under another name than the one in the browser's address bar.</param>
    public static bool Is(HttpRequest request, PublicAddress address)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (
                    string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(from.Authority, address.Root.Authority, StringComparison.OrdinalIgnoreCase)
                )
            );
    }
}
