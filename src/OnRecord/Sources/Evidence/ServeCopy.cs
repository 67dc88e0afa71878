using OnRecord.Platform.Web;

namespace OnRecord.Sources.Evidence;

/// <summary>Hands out a copy's file: to be saved, never to be shown as a page of ours.</summary>
internal static class ServeCopy
{
    public static IResult Bytes(SavedCopy copy, HttpContext http, EvidenceFolder folder) =>
        File(
            folder.Bytes(copy.Sha256),
            MediaTypes.Served(copy.MediaType),
            $"{Name(copy)}{MediaTypes.Ending(copy.MediaType)}",
            http
        );

    /// <summary>What went over the wire; 404 of a document that was brought.</summary>
    public static IResult Warc(SavedCopy copy, HttpContext http, EvidenceFolder folder) =>
        File(folder.Warc(copy.Sha256, copy.Id), "application/gzip", $"{Name(copy)}.warc.gz", http);

    /// <returns>Null where it has none.</returns>
    public static async Task<string?> Text(SavedCopy copy, EvidenceFolder folder) =>
        folder.Text(copy.Sha256, copy.Id) is var path && System.IO.File.Exists(path)
            ? await System.IO.File.ReadAllTextAsync(path)
            : null;

    private static string Name(SavedCopy copy) => $"evidence-{copy.Sha256[..12]}";

    private static IResult File(string path, string type, string name, HttpContext http)
    {
        if (!System.IO.File.Exists(path))
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Sandbox;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        // Private again means private again.
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(path, type, name);
    }
}
