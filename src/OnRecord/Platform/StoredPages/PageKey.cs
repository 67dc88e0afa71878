using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace OnRecord.Platform.StoredPages;

/// <summary>Under what a page is kept: its path, and of its query what the page knows.</summary>
internal static class PageKey
{
    // Longer than any address the site itself writes; what is longer is answered, but not kept.
    private const int Longest = 1024;

    /// <returns>Null where the address is too long to be kept.</returns>
    public static string? Of(HttpRequest request, IReadOnlyList<string> known)
    {
        var path = request.Path.Value ?? "/";
        if (!request.QueryString.HasValue || known.Count == 0)
            return path.Length > Longest ? null : path;
        return WithQuery(path, request.QueryString.Value!, known);
    }

    private static string? WithQuery(string path, string query, IReadOnlyList<string> known)
    {
        if (path.Length + query.Length > Longest)
            return null;
        var asked = QueryHelpers.ParseQuery(query);
        StringBuilder? key = null;
        foreach (var name in known)
        {
            if (!asked.TryGetValue(name, out var values))
                continue;
            key ??= new StringBuilder(path);
            foreach (var value in values)
                key.Append('\n').Append(name).Append('=').Append(value);
        }
        return key?.ToString() ?? path;
    }
}
