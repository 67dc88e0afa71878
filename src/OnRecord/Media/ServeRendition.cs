namespace OnRecord.Media;

/// <summary>A picture as a browser asked for it. Its address holds its hash, so it may be kept for ever.</summary>
internal static class ServeRendition
{
    public static async Task<IResult> Get(string sha256, string file, HttpContext http, Renditions renditions)
    {
        var (name, format) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file).TrimStart('.'));
        var type = RenditionSizes.Formats.FirstOrDefault(offered => offered.Format == format).Type;
        if (type is null || !LibrarySource.IsHash(sha256) || !int.TryParse(name, out var width) || name != $"{width}")
            return Results.NotFound();
        if (await renditions.Find(sha256, width, format) is not { } path)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(path, type, enableRangeProcessing: false);
    }
}
