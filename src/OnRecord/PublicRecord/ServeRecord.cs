using System.Text;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord.Witnessing;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>The log as C2SP tlog-tiles has it served.</summary>
internal static class ServeRecord
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static Task<IResult> Key(
        HttpContext http,
        SignCheckpoint signer,
        CosignedNote cosigned,
        CancellationToken stop
    ) => Signed(signer, cosigned, signed => Task.FromResult(Text(http, $"{signed.Key}\n", "public, max-age=60")), stop);

    public static Task<IResult> Checkpoint(
        HttpContext http,
        SignCheckpoint signer,
        CosignedNote cosigned,
        CancellationToken stop
    ) => Signed(signer, cosigned, signed => Task.FromResult(Text(http, signed.Note, "no-cache")), stop);

    public static Task<IResult> Tile(
        string path,
        HttpContext http,
        OnRecordDb db,
        SignCheckpoint signer,
        CosignedNote cosigned,
        CancellationToken stop
    ) =>
        TransparencyLog.Tile.Parse(path, out var entries) is { } tile
            ? Signed(signer, cosigned, signed => Tile(tile, entries, signed, http, db, stop), stop)
            : Task.FromResult(Results.NotFound());

    public static Task<IResult> Proof(
        Guid story,
        string file,
        HttpContext http,
        OnRecordDb db,
        SignCheckpoint signer,
        CosignedNote cosigned,
        CancellationToken stop
    ) =>
        FileName.IsNumbered(file, ".tlog-proof", out var number)
            ? Signed(
                signer,
                cosigned,
                async signed =>
                    await RecordProofs.Of(db, story, number, signed, stop) is { } proof
                        ? Text(http, $"{proof}", "public, max-age=60")
                        : Results.NotFound(),
                stop
            )
            : Task.FromResult(Results.NotFound());

    private static async Task<IResult> Tile(
        Tile tile,
        bool entries,
        SignedCheckpoint signed,
        HttpContext http,
        OnRecordDb db,
        CancellationToken stop
    )
    {
        // What no checkpoint covers yet is shown to nobody.
        if (!TransparencyLog.Tile.Of(tile.Level, signed.Size, tile.Index).Take(1).Any(last => last.Width >= tile.Width))
            return Results.NotFound();
        var bytes = entries ? await RecordTiles.Entries(db, tile, stop) : await RecordTiles.Hashes(db, tile, stop);
        if (bytes is null)
            return Results.NotFound();
        http.Response.Headers.CacheControl = ForEver;
        return Results.Bytes(bytes, "application/octet-stream");
    }

    private static async Task<IResult> Signed(
        SignCheckpoint signer,
        CosignedNote cosigned,
        Func<SignedCheckpoint, Task<IResult>> answer,
        CancellationToken stop
    )
    {
        try
        {
            return await signer.Newest(stop) is { } signed
                ? await answer(await cosigned.Under(signed, stop))
                : Results.Text(
                    "Nothing has been published yet, so the record has not begun.\n",
                    statusCode: StatusCodes.Status404NotFound
                );
        }
        catch (RecordRefusal refusal)
        {
            // The reason names files of the server.
            signer.Log(refusal);
            return Results.Text(
                "The record cannot be signed at the moment. Whoever runs the server finds the reason in its log.\n",
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
        }
    }

    private static IResult Text(HttpContext http, string text, string caching)
    {
        http.Response.Headers.CacheControl = caching;
        return Results.Text(text, "text/plain", Encoding.UTF8);
    }
}
