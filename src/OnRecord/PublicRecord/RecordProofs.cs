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
        var entry = await Entry(db, story, number, checkpoint.Size, stop);
        return entry is null
            ? null
            : new LogProof(
                entry.Index,
                RecordTiles.Tree(db, checkpoint.Size, checkpoint.Tiles).Inclusion(entry.Index),
                SignedNote.Parse(Encoding.UTF8.GetBytes(checkpoint.Note))
            )
            {
                Extra = entry.Bytes,
            };
    }
}
