namespace OnRecord.Media;

/// <summary>A picture as a browser asked for it. Its address holds its hash, so it may be kept for ever.</summary>
internal static class ServeRendition
{
    public static async Task<IResult> Get(string sha256, string file, HttpContext http, Renditions renditions)
    {
        if (!LibrarySource.IsHash(sha256) || RenditionName.Read(file) is not { } name)
            return Results.NotFound();
        if (await Open(sha256, name, renditions) is not { } rendition)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Stream(rendition, RenditionSizes.Type(name.Format));
    }

    // Between finding and opening, its words may have been changed and the file removed; then there is a new one.
    private static async Task<FileStream?> Open(string sha256, RenditionName name, Renditions renditions)
    {
        for (var tries = 1; await renditions.Find(sha256, name) is { } path; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (FileNotFoundException) when (tries < 3) { }
        }
        return null;
    }
}
