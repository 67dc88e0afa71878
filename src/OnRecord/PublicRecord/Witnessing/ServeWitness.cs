using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>OnRecord as a witness of others (C2SP tlog-witness). A machine's address: it reads no cookie.</summary>
internal static class ServeWitness
{
    private const int Longest = 64 * 1024;

    public static async Task<IResult> AddCheckpoint(
        HttpContext http,
        CosignCheckpoint cosign,
        SignCheckpoint signer,
        CancellationToken stop
    )
    {
        if (await LimitedBody.Read(http.Request.Body, Longest, stop) is not { } body)
            return Results.Text(
                $"The request is longer than {Longest} bytes.\n",
                statusCode: StatusCodes.Status413PayloadTooLarge
            );
        try
        {
            var answer = await cosign.Answer(body, stop);
            http.Response.Headers.CacheControl = "no-store";
            return new Reply(answer);
        }
        catch (RecordRefusal refusal)
        {
            return Unable(refusal, signer);
        }
    }

    public static IResult Key(HttpContext http, WitnessPolicies policies, WitnessKey key, SignCheckpoint signer)
    {
        try
        {
            if (policies.Witnessed() is null)
                return Results.Text("This newsroom witnesses no logs.\n", statusCode: StatusCodes.Status404NotFound);
            var read = key.Read();
            using var signing = read.Value ?? throw new RecordRefusal(read.Problems[0]);
            http.Response.Headers.CacheControl = "public, max-age=60";
            return Results.Text($"{signing.Verifier}\n", "text/plain", Encoding.UTF8);
        }
        catch (RecordRefusal refusal)
        {
            return Unable(refusal, signer);
        }
    }

    /// <summary>What was cosigned last of a log (C2SP tlog-witness, “Monitor Retrieval Mechanism”).</summary>
    public static async Task<IResult> Latest(string hash, HttpContext http, OnRecordDb db, CancellationToken stop)
    {
        var note = await db.Set<WitnessedLog>()
            .Where(row => row.OriginHash == hash)
            .Select(row => row.Note)
            .FirstOrDefaultAsync(stop);
        if (note is null)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(note, "text/plain", Encoding.UTF8);
    }

    private static IResult Unable(RecordRefusal refusal, SignCheckpoint signer)
    {
        signer.Log(refusal);
        return Results.Text(
            "This witness cannot sign at the moment. Whoever runs the server finds the reason in its log.\n",
            statusCode: StatusCodes.Status503ServiceUnavailable
        );
    }

    private sealed class Reply(WitnessVerdict answer) : IResult
    {
        // The type of a size is compared letter by letter, so nothing is added to it.
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.ContentType) = (answer.Status, answer.ContentType);
            return httpContext.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body)).AsTask();
        }
    }
}
