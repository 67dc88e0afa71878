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
    public async Task<WitnessAnswer> Answer(ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        WitnessRequest request;
        try
        {
            request = WitnessRequest.Parse(body.Span);
        }
        catch (LogFormatException wrong)
        {
            return WitnessAnswer.Refuse(400, wrong.Message);
        }
        var origin = request.Note.Text[..request.Note.Text.IndexOf('\n', StringComparison.Ordinal)];
        var trusted = (policies.Witnessed()?.Logs ?? [])
            .Select(known => known.Key)
            .Where(known => known.Name == origin)
            .ToList();
        if (WitnessAnswer.Judge(request, origin, trusted) is { } refusal)
            return refusal;
        // Only logs of the policy come so far, so there are few turns.
        var turn = turns.GetOrAdd(origin, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(stop);
        try
        {
            return await Cosign(request, trusted, Checkpoint.Parse(request.Note.Text), stop);
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

    private async Task<WitnessAnswer> Cosign(
        WitnessRequest request,
        List<VerifierKey> trusted,
        Checkpoint now,
        CancellationToken stop
    )
    {
        var read = key.Read();
        using var signing = read.Value ?? throw new RecordRefusal(read.Problems[0]);
        Directory.CreateDirectory(
            key.States,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        var hash = WitnessedLog.HashOf(now.Origin);
        using var state = await SignedState.Open(Path.Combine(key.States, $"{hash}.signed"), stop);
        for (var tries = 0; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
            var row = await db.Set<WitnessedLog>().FirstOrDefaultAsync(known => known.OriginHash == hash, stop);
            var latest = Latest(now.Origin, state.Note is { } note ? Checkpoint.Parse(note) : null, row?.Checkpoint);
            if (WitnessAnswer.Compare(request, now, latest) is { } refusal)
                return Told(refusal, now, latest);
            var at = clock.GetUtcNow();
            var line = signing.Cosign(request.Note.Text, at);
            if (row is null)
                db.Add(row = new WitnessedLog { OriginHash = hash, Origin = now.Origin });
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
            return new WitnessAnswer(200, $"{line}");
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

    private WitnessAnswer Told(WitnessAnswer refusal, Checkpoint now, Checkpoint latest)
    {
        // It may prove that the log is forked (C2SP tlog-witness).
        if (refusal.Status == 422)
            log.LogWarning(
                "The log {Origin} was not cosigned: size {Size}, root {Root} does not continue size {Latest}, root {LatestRoot}",
                now.Origin,
                now.Size,
                now.Root,
                latest.Size,
                latest.Root
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
