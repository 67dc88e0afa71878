using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace OnRecord.Platform.StoredPages;

/// <summary>Under what a page is kept: its path, and of its query what the page knows.</summary>
internal static class PageKey
{
    // Longer than any address the site itself writes; what is longer is answered, but not kept.
    private const int Longest = 1024;

    private const char Parting = '\n';

    /// <returns>Null where the address is too long to be kept, or where its path could be taken for one with a query.</returns>
    public static string? Of(HttpRequest request, IReadOnlyList<string> known)
    {
        var path = request.Path.Value ?? "/";
        if (path.Contains(Parting))
            return null;
        var key =
            request.QueryString.HasValue && known.Count > 0 ? WithQuery(path, request.QueryString.Value!, known) : path;
        return key.Length > Longest ? null : key;
    }

    private static string WithQuery(string path, string query, IReadOnlyList<string> known)
    {
        var asked = QueryHelpers.ParseQuery(query);
        StringBuilder? key = null;
        foreach (var name in known)
        {
            if (!asked.TryGetValue(name, out var values))
                continue;
            key ??= new StringBuilder(path);
            foreach (var value in values)
                key.Append(Parting).Append(name).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        }
        return key?.ToString() ?? path;
    }
}
