using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Keeping;

/// <summary>Changes the key that signs the record. The new one lies beside the old before its entry commits, and signs once it has; the files take their places when the next checkpoint is signed.</summary>
internal static class RotateKey
{
    /// <returns>The verifier key that signs now.</returns>
    public static async Task<Outcome<string>> Run(
        OnRecordDb db,
        RecordKey key,
        SignCheckpoint signer,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        try
        {
            if (await signer.Newest(stop) is null)
                return new Problem(
                    "The public record has not begun, since nothing was published. There is no key to change yet."
                );
            var head = await db.Set<RecordHead>().AsNoTracking().SingleAsync(stop);
            // Whatever an earlier rotation left lying is put in its place first.
            using (await SignedState.Open(key.StateFileOf(head.Beginning), stop))
                key.Settle(head);
            var read = key.Read(head);
            using var old = read.Value ?? throw new RecordRefusal(read.Problems[0]);
            var prepared = key.Prepare(key.NextFileOf(head.Beginning), head.Origin);
            using var next = prepared.Value ?? throw new RecordRefusal(prepared.Problems[0]);
            var now = clock.GetUtcNow();
            await db.Transact(
                () =>
                {
                    db.AtCommit(() => new AppendEntries(db)).Add(new Entry(old, next, now));
                    return Task.CompletedTask;
                },
                stop
            );
            return $"{next.Verifier}";
        }
        catch (RecordRefusal refusal)
        {
            return refusal.Problem;
        }
    }

    /// <summary>What both keys sign.</summary>
    public static string Text(string origin, long index, string from, string to, DateTimeOffset at) =>
        FormattableString.Invariant($"onrecord-rotation-1\n{origin}\n{index}\n{from}\n{to}\n{EntryJson.Time(at)}\n");

    private sealed class Entry(SigningKey old, SigningKey next, DateTimeOffset at) : EntryToAppend
    {
        public override (string Old, string New)? Replaces => ($"{old.Verifier}", $"{next.Verifier}");

        public override byte[] Write(List<SealedVersion> versions, long index, TreeHash? previous)
        {
            var (from, to) = ($"{old.Verifier}", $"{next.Verifier}");
            var text = Text(old.Verifier.Name, index, from, to, at);
            return EntryJson.Rotation(from, to, [old.Sign(text), next.Sign(text)], at);
        }
    }
}
