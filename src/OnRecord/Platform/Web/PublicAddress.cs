namespace OnRecord.Platform.Web;

/// <summary>Where readers reach the newsroom. Absolute addresses in pages come from here, never from a request's Host header.</summary>
internal sealed record PublicAddress(Uri Root)
{
    /// <summary>A path as it goes into a link or a header: percent-encoded (RFC 3986).</summary>
    public static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    public string Of(string path) => new Uri(Root, path).AbsoluteUri;

    /// <exception cref="FormatException">It is not the root of an http or https site.</exception>
    public static PublicAddress Read(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var root)
        && root.Scheme is "http" or "https"
        && root.PathAndQuery == "/"
        && root.UserInfo.Length == 0
        && root.Fragment.Length == 0
            ? new PublicAddress(root)
            : throw new FormatException(
                $"The public address {written} is not understood. Write it like https://news.example.org, without a path."
            );
}
