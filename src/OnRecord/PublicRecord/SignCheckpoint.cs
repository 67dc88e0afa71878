using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>Signs the log's checkpoint once what it covers is committed, and holds the newest in memory. Never signs two that do not continue each other:
/// what was signed last lies beside the key, and a database that does not continue it is refused.</summary>
internal sealed class SignCheckpoint(
    RecordKey key,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<SignCheckpoint> log
) : IDisposable
{
    /// <summary>For how long memory is believed without a look at the database, where another node may have published.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile SignedCheckpoint? newest;
    private int announced;

    /// <summary>The newest checkpoint, from memory where that is fresh; null before anything was published.</summary>
    /// <exception cref="RecordRefusal">It cannot be signed.</exception>
    public async Task<SignedCheckpoint?> Newest(CancellationToken stop) =>
        newest is { } known && Volatile.Read(ref announced) == 0 && clock.GetElapsedTime(known.SeenAt) < Fresh
            ? known
            : await Sign(stop);

    /// <summary>Makes or reads the key of a record that begins.</summary>
    /// <exception cref="RecordRefusal">There is no key to be had.</exception>
    public RecordHead Begin()
    {
        var read = key.Begin();
        using var signing = read.Value ?? throw new RecordRefusal(read.Problems[0]);
        return new RecordHead { Origin = signing.Verifier.Name };
    }

    /// <summary>Makes sure that a log may be appended to, before anything commits.</summary>
    /// <returns>The key that signs.</returns>
    /// <exception cref="RecordRefusal">The key is missing, or the log is not the one that was signed.</exception>
    public async Task<string> Guard(OnRecordDb db, RecordHead head, CancellationToken stop)
    {
        var read = key.Read(head);
        using var signing = read.Value ?? throw new RecordRefusal(read.Problems[0]);
        using var state = await Open(head, stop);
        await Compare(db, head, signing, state, stop);
        return $"{signing.Verifier}";
    }

    /// <summary>Says that a larger log is about to commit: from now on nobody is given what memory holds.</summary>
    public void Announce() => Interlocked.Increment(ref announced);

    /// <summary>Says that it did not commit.</summary>
    public void Withdraw() => Interlocked.Decrement(ref announced);

    /// <summary>Signs what was committed. What fails is logged and tried again when the checkpoint is next asked for: the entries are there already.</summary>
    public async Task Renew(bool announced)
    {
        try
        {
            await Sign(CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log(failure);
        }
        finally
        {
            if (announced)
                Withdraw();
        }
    }

    public void Log(Exception failure) =>
        log.LogError(failure, "The record’s checkpoint could not be signed; it is tried again when it is asked for");

    public void Dispose() => turn.Dispose();

    private async Task<SignedCheckpoint?> Sign(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
            var seen = clock.GetTimestamp();
            if (await db.Set<RecordHead>().AsNoTracking().SingleOrDefaultAsync(stop) is not { Size: > 0 } head)
                return null;
            var read = key.Read(head);
            using var signing = read.Value ?? throw new RecordRefusal(read.Problems[0]);
            if (
                newest is { } known
                && (known.Size, known.Root, known.Key) == (head.Size, head.RootHash, $"{signing.Verifier}")
            )
                return newest = known with { SeenAt = seen };
            using var state = await Open(head, stop);
            await Compare(db, head, signing, state, stop);
            var note = SignedNote.Sign(new Checkpoint(head.Origin, head.Size, head.RootHash).Text, signing).ToString();
            // C2SP tlog-checkpoint: on disk before anybody is shown it.
            if (state.Note != note)
                state.Write(note);
            Settle(head);
            return newest = new SignedCheckpoint(head.Size, head.RootHash, note, $"{signing.Verifier}", seen);
        }
        finally
        {
            turn.Release();
        }
    }

    private void Settle(RecordHead head)
    {
        try
        {
            key.Settle(head);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(failure, "The files of the record’s changed key are not in their places yet; it signs");
        }
    }

    private async Task<SignedState> Open(RecordHead head, CancellationToken stop)
    {
        try
        {
            return await SignedState.Open(key.StateFileOf(head.Beginning), stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecordRefusal(
                Problem.With(
                    null,
                    "The file {0}, which keeps what of the public record was signed last, cannot be opened: {1} Until it can be, nothing can be published.",
                    key.StateFileOf(head.Beginning),
                    failure.Message
                )
            );
        }
    }

    private async Task Compare(
        OnRecordDb db,
        RecordHead head,
        SigningKey signing,
        SignedState state,
        CancellationToken stop
    )
    {
        if (signing.Verifier.Name != head.Origin)
            throw new RecordRefusal(
                Problem.With(
                    null,
                    "The key file {0} is of the record {1}, and this database holds the record {2}. Put the right key back.",
                    key.FileOf(head.Beginning),
                    signing.Verifier.Name,
                    head.Origin
                )
            );
        if (await SignedState.Last(key.StateFileOf(head.Beginning + 1), stop) is not null)
            throw new RecordRefusal(
                Problem.With(
                    null,
                    "The public record began anew after the one that this database holds, {0}, was lost: it is an older copy. Bring back the newer database.",
                    head.Origin
                )
            );
        if (state.Note is not { } note)
            return;
        var last = Checkpoint.Parse(SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note)).Text);
        if (last.Origin != head.Origin || last.Size > head.Size)
            throw new RecordRefusal(
                Problem.With(
                    null,
                    "The public record was signed up to its entry {0}, and this database holds {1}: it is an older copy, or another. Bring back the newer database. If it is lost for good, “onrecord record begin-again” starts a new record that says so.",
                    last.Size,
                    head.Size
                )
            );
        if ((last.Size == head.Size ? head.RootHash : RecordTiles.Tree(db, last.Size).Root) != last.Root)
            throw new RecordRefusal(
                Problem.With(
                    null,
                    "The first {0} entries of the public record are not the ones that were signed: the database was changed, or an older copy was written to. Bring back the one that was signed. If it is lost for good, “onrecord record begin-again” starts a new record that says so.",
                    last.Size
                )
            );
    }
}

/// <summary>A checkpoint of the log as it was signed.</summary>
/// <param name="Note">The signed note, without witnesses.</param>
/// <param name="Key">The verifier key.</param>
/// <param name="SeenAt">When the database was last asked whether there is a newer one.</param>
internal sealed record SignedCheckpoint(long Size, TreeHash Root, string Note, string Key, long SeenAt)
{
    /// <summary>What its proofs ask for again and again.</summary>
    public SubtreeRoots Subtrees { get; } = new();
}
