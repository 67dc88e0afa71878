using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>Proofs that entries are in the log.</summary>
internal static class RecordProofs
{
    private static readonly Func<OnRecordDb, Guid, int, long, CancellationToken, Task<RecordEntry?>> Entry =
        EF.CompileAsyncQuery(
            (OnRecordDb db, Guid story, int number, long size, CancellationToken stop) =>
                db.Set<SealedVersion>()
                    .Where(row => row.StoryId == story && row.Number == number && row.EntryIndex < size)
                    .Join(db.Set<RecordEntry>(), row => row.EntryIndex, entry => entry.Index, (_, entry) => entry)
                    .AsNoTracking()
                    .FirstOrDefault()
        );

    /// <summary>The proof of a version's entry (C2SP tlog-proof), with the entry in its extra line; null where the version is not sealed.</summary>
    public static async Task<LogProof?> Of(
        OnRecordDb db,
        Guid story,
        int number,
        SignedCheckpoint checkpoint,
        CancellationToken stop
    )
    {
        // Opened once for all that is asked: each time SQLite is told anew to sync its commits.
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            return await Entry(db, story, number, checkpoint.Size, stop) is { } entry
                ? new LogProof(
                    entry.Index,
                    RecordTiles.Tree(db, checkpoint.Size, checkpoint.Subtrees).Inclusion(entry.Index),
                    SignedNote.Parse(Encoding.UTF8.GetBytes(checkpoint.Note))
                )
                {
                    Extra = entry.Bytes,
                }
                : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
