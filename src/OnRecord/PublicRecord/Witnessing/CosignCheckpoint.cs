using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>Cosigns what continues the checkpoint that was cosigned last. That is kept in the database, where two nodes cannot both go on from it, and beside the key, where an older database does not undo it.</summary>
internal sealed class CosignCheckpoint(
    WitnessPolicies policies,
    WitnessKey key,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<CosignCheckpoint> log
)
{
    private const int MostTries = 20;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = [];

    /// <exception cref="RecordRefusal">The policy, the key or what was cosigned last cannot be read.</exception>
    public async Task<WitnessVerdict> Answer(ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        WitnessRequest request;
        try
        {
            request = WitnessRequest.Parse(body.Span);
        }
        catch (LogFormatException wrong)
        {
            return new WitnessVerdict(StatusCodes.Status400BadRequest, $"{wrong.Message}\n", "text/plain");
        }
        var trusted = (policies.Witnessed()?.Logs ?? [])
            .Select(known => known.Key)
            .Where(known => known.Name == request.Origin)
            .ToList();
        // Who is not the log does not get as far as its turn, of which there are therefore few.
        if (request.Judge(trusted, null) is { Status: 400 or 403 or 404 } refusal)
            return refusal;
        var turn = turns.GetOrAdd(request.Origin, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(stop);
        try
        {
            return await Cosign(request, trusted, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecordRefusal(
                Problem.With(null, "What was cosigned last cannot be kept in {0}: {1}", key.States, failure.Message)
            );
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<WitnessVerdict> Cosign(WitnessRequest request, List<VerifierKey> trusted, CancellationToken stop)
    {
        var read = key.Read();
        using var signing = read.Value ?? throw new RecordRefusal(read.Problems[0]);
        Directory.CreateDirectory(
            key.States,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        var hash = WitnessedLog.HashOf(request.Origin);
        using var state = await SignedState.Open(Path.Combine(key.States, $"{hash}.signed"), stop);
        for (var tries = 0; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
            var row = await db.Set<WitnessedLog>().FirstOrDefaultAsync(known => known.OriginHash == hash, stop);
            var latest = Latest(
                request.Origin,
                state.Note is { } note ? Checkpoint.Parse(note) : null,
                row?.Checkpoint
            );
            var verdict = request.Judge(trusted, latest);
            if (verdict.Checkpoint is not { } now)
                return Told(verdict, request, latest);
            var at = clock.GetUtcNow();
            var line = signing.Cosign(request.Note.Text, at);
            if (row is null)
                db.Add(row = new WitnessedLog { OriginHash = hash, Origin = request.Origin });
            row.Cosign(now, Signed(request.Note, trusted, line), at);
            try
            {
                await db.Transact(() => Task.CompletedTask, stop);
            }
            // Another node was there first: what it cosigned is the latest now.
            catch (DbUpdateException) when (tries < MostTries)
            {
                continue;
            }
            var kept = new Checkpoint(now.Origin, now.Size, now.Root).Text;
            if (state.Note != kept)
                state.Write(kept);
            return verdict with { Body = $"{line}" };
        }
    }

    private static Checkpoint Latest(string origin, Checkpoint? beside, Checkpoint? stored)
    {
        var none = new Checkpoint(origin, 0, TreeHash.Empty);
        var (one, two) = (beside ?? none, stored ?? none);
        if (one.Size == two.Size && one.Root != two.Root)
            throw new RecordRefusal(
                Problem.With(
                    null,
                    "Of the log {0} two checkpoints of the size {1} were cosigned that differ. Nothing more of it is cosigned; find out which node’s key folder is not this newsroom’s.",
                    origin,
                    one.Size
                )
            );
        return one.Size > two.Size ? one : two;
    }

    private WitnessVerdict Told(WitnessVerdict refusal, WitnessRequest request, Checkpoint latest)
    {
        // It may prove that the log is forked (C2SP tlog-witness).
        if (refusal.Status == 422)
            log.LogWarning(
                "A checkpoint was not cosigned, since it does not continue size {Latest}, root {LatestRoot}: {Checkpoint}",
                latest.Size,
                latest.Root,
                request.Note.Text
            );
        return refusal;
    }

    private static string Signed(SignedNote note, List<VerifierKey> trusted, NoteSignature line) =>
        (
            note with
            {
                Signatures =
                [
                    .. note.Signatures.Where(signature =>
                        trusted.Exists(known => (known.Name, known.Id) == (signature.Name, signature.KeyId))
                    ),
                    line,
                ],
            }
        ).ToString();
}
