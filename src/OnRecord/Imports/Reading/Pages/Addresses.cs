namespace OnRecord.Imports.Reading.Pages;

internal static class Addresses
{
    public static string? Absolute(string? address, Uri? page)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address))
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var found) || found.Scheme == Uri.UriSchemeFile)
        {
            if (page is null || !Uri.TryCreate(page, address, out found))
                return null;
        }
        return found.Scheme is "http" or "https" ? found.AbsoluteUri : null;
    }

    public static string? Link(string? address, Uri? page)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address))
            return null;
        if (
            address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(address, UriKind.Absolute, out var mail)
        )
            return mail.AbsoluteUri;
        return Absolute(address, page);
    }

    public static bool Under(string host, string site) =>
        host.EndsWith(site, StringComparison.OrdinalIgnoreCase)
        && (host.Length == site.Length || host[^(site.Length + 1)] == '.');
}
