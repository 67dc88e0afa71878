using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories;

namespace OnRecord.Front.Record;

/// <summary>A version as it was sealed, for whoever checks it: docs/checking-the-record.md, “A version as a file”.</summary>
internal static class ShowSealedVersion
{
    public static string PathOf(Guid story, int number) => $"/record/versions/{story}/{number}.json";

    public static async Task<IResult> Get(
        Guid story,
        string file,
        HttpContext http,
        OnRecordDb db,
        CancellationToken stop
    )
    {
        if (
            !FileName.IsNumbered(file, ".json", out var number)
            || await db.Set<SealedVersion>()
                .AsNoTracking()
                .FirstOrDefaultAsync(row => row.StoryId == story && row.Number == number, stop)
                is not { } version
        )
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=300";
        var json = new JsonObject
        {
            ["index"] = version.EntryIndex,
            ["entry"] = await Entry(db, version.EntryIndex, stop),
        };
        if (version.ErasureIndex is { } erasure)
            json["erased"] = await Erased(db, erasure, stop);
        else
        {
            json["salt"] = Convert.ToHexStringLower(version.Salt!);
            json["statement"] = Encoding.UTF8.GetString(version.Statement!);
        }
        var shown = await db.Set<Story>()
            .Where(row => row.Id == story)
            .Select(row => new
            {
                row.Path,
                IsLive = db.Set<StoryVersion>().Any(live => live.Id == row.LiveVersionId && live.Number == number),
            })
            .FirstOrDefaultAsync(stop);
        if (shown?.Path is { } path)
            (json["page"], json["live"]) = (path, shown.IsLive);
        return Results.Text(
            json.ToJsonString(),
            "application/json",
            Encoding.UTF8,
            version.ErasureIndex is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone
        );
    }

    private static async Task<string> Entry(OnRecordDb db, long index, CancellationToken stop) =>
        Encoding.UTF8.GetString(
            await db.Set<RecordEntry>().Where(row => row.Index == index).Select(row => row.Bytes).SingleAsync(stop)
        );

    private static async Task<JsonObject> Erased(OnRecordDb db, long index, CancellationToken stop)
    {
        var entry = JsonSerializer.Deserialize<JsonObject>(await Entry(db, index, stop))!;
        return new JsonObject
        {
            ["index"] = index,
            ["reason"] = entry["reason"]!.DeepClone(),
            ["time"] = entry["time"]!.DeepClone(),
        };
    }
}
