using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Front;

/// <summary>The newsroom's colours and logo. Their addresses hold a hash, so they may be kept for ever.</summary>
internal static class ShowLook
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static async Task<IResult> Colours(string? v, HttpContext http, OnRecordDb db, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        if (Theme.Css(await db.Newsroom()) is not { } css)
            return Results.NotFound();
        http.Response.Headers.CacheControl = v == Theme.Hash(css) ? ForEver : "no-cache";
        return Results.Text(css, "text/css; charset=utf-8");
    }

    public static async Task<IResult> Logo(string file, HttpContext http, OnRecordDb db, Logos logos)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (file != $"{name}.png")
            return Results.NotFound();
        var fine = name.EndsWith("-fine", StringComparison.Ordinal);
        var sha256 = fine ? name[..^"-fine".Length] : name;
        var newsroom = await db.Newsroom();
        var ours =
            LogoPicture.Read(newsroom.Logo)?.Sha256 == sha256 || LogoPicture.Read(newsroom.LogoDark)?.Sha256 == sha256;
        if (await logos.Find(sha256, fine, ours) is not { } path)
            return Results.NotFound();
        http.Response.Headers.CacheControl = ForEver;
        return Results.File(path, "image/png", enableRangeProcessing: false);
    }
}
