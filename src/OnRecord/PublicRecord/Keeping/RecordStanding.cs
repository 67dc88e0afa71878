using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Keeping;

/// <summary>How the record stands: whether this database continues what was signed, and by which key.</summary>
/// <param name="Origin">Null where no record has begun.</param>
/// <param name="Key">The key's name and id; null where it is not known.</param>
/// <param name="Size">How many entries the database holds.</param>
/// <param name="SignedSize">How many entries the last signed checkpoint covers.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="Problem">Why it cannot be signed; null where it can.</param>
internal sealed record RecordStanding(
    string? Origin,
    string? Key,
    long Size,
    long? SignedSize,
    DateTimeOffset? SignedAt,
    Problem? Problem
)
{
    public static async Task<RecordStanding> Of(
        OnRecordDb db,
        RecordKey key,
        SignCheckpoint signer,
        CancellationToken stop
    )
    {
        var head = await db.Set<RecordHead>().AsNoTracking().SingleOrDefaultAsync(stop);
        var last = await LastSigned(key, head?.Beginning ?? 1, stop);
        if (head is null && last is null)
            return new RecordStanding(null, null, 0, null, null, null);
        var problem = await Refusal(
            db,
            head ?? new RecordHead { Origin = last!.Value.Checkpoint.Origin },
            signer,
            stop
        );
        var verifier = head?.Key is { } written ? VerifierKey.Parse(written) : null;
        return new RecordStanding(
            head?.Origin ?? last?.Checkpoint.Origin,
            verifier is null ? null : $"{verifier.Name}+{verifier.Id:x8}",
            head?.Size ?? 0,
            last?.Checkpoint.Size,
            last?.At,
            problem
        );
    }

    /// <summary>The last signed checkpoint that is known beside the key, of this or a later record.</summary>
    public static async Task<(int Beginning, string Note, Checkpoint Checkpoint, DateTimeOffset At)?> LastSigned(
        RecordKey key,
        int beginning,
        CancellationToken stop
    )
    {
        (int, string, Checkpoint, DateTimeOffset)? found = null;
        for (var number = beginning; File.Exists(key.StateFileOf(number)); number++)
            if (await SignedState.Last(key.StateFileOf(number), stop) is { } note)
                found = (
                    number,
                    note,
                    Checkpoint.Parse(SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note)).Text),
                    File.GetLastWriteTimeUtc(key.StateFileOf(number))
                );
        return found;
    }

    private static async Task<Problem?> Refusal(
        OnRecordDb db,
        RecordHead head,
        SignCheckpoint signer,
        CancellationToken stop
    )
    {
        try
        {
            await signer.Guard(db, head, stop);
            return null;
        }
        catch (RecordRefusal refusal)
        {
            return refusal.Problem;
        }
    }
}
