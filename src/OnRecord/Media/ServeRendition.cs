namespace OnRecord.Media;

/// <summary>A picture as a browser asked for it. Its address holds its hash, so it may be kept for ever.</summary>
internal static class ServeRendition
{
    public static async Task<IResult> Get(string sha256, string file, HttpContext http, Renditions renditions)
    {
        if (!LibrarySource.IsHash(sha256) || RenditionName.Read(file) is not { } name)
            return Results.NotFound();
        if (await renditions.Find(sha256, name) is not { } path)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(path, RenditionSizes.Type(name.Format), enableRangeProcessing: false);
    }
}
