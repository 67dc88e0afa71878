namespace OnRecord.Documents;

/// <summary>Which addresses a story may link to or show: those that can only lead somewhere, never run anything.</summary>
public static class SafeAddress
{
    private static readonly string[] LinkSchemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address for a link: http, https, mailto or tel, or one of this site (<c>/…</c>, <c>#…</c>); null for any other.</summary>
    /// <param name="address">As it stands in the page or document.</param>
    /// <param name="page">The page's own address, against which relative ones are read; null leaves those of this site as they are.</param>
    public static string? ForLink(string? address, Uri? page = null) => Read(address, page, LinkSchemes);

    /// <summary>The address for a picture: http or https, or one of this site; null for any other.</summary>
    public static string? ForPicture(string? address, Uri? page = null) =>
        Read(address, page, LinkSchemes.AsSpan(0, 2));

    private static string? Read(string? address, Uri? page, ReadOnlySpan<string> schemes)
    {
        // Browsers drop tabs and line breaks inside an address (WHATWG URL, basic URL parser, step 3), so we must before judging it.
        var text = new string([.. (address ?? "").Where(c => c > ' ' && c != '\u007f')]);
        if (text.Length is 0 or > 4096)
            return null;
        if (page is null && IsOfThisSite(text))
            return text;
        var found = page is null
            ? Uri.TryCreate(text, UriKind.Absolute, out var uri)
            : Uri.TryCreate(page, text, out uri);
        return found && uri!.IsAbsoluteUri && schemes.Contains(uri.Scheme) ? uri.AbsoluteUri : null;
    }

    // A second slash or a backslash would name another host.
    private static bool IsOfThisSite(string text) =>
        text[0] == '#'
        || (text[0] == '/' && (text.Length == 1 || text[1] is not ('/' or '\\')) && !text.Contains('\\'));
}
