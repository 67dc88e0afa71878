using System.Globalization;
using System.Text;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>Which key signed the log at which size, as its rotations say.</summary>
internal sealed class KeyHistory(string origin)
{
    private readonly List<(long Index, VerifierKey From, VerifierKey To)> changes = [];

    /// <summary>The keys there were before the one that signs now, oldest first.</summary>
    public IEnumerable<VerifierKey> Former => changes.Select(change => change.From);

    /// <exception cref="NotAsSealed">The entry does not change the key as it must be changed.</exception>
    public void Take(RotationEntry entry, long index)
    {
        try
        {
            var (from, to) = (VerifierKey.Parse(entry.From), VerifierKey.Parse(entry.To));
            var time = entry.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"onrecord-rotation-1\n{origin}\n{index}\n{entry.From}\n{entry.To}\n{time}\n"
            );
            var note = SignedNote.Parse(
                Encoding.UTF8.GetBytes($"{text}\n{string.Concat(entry.Signatures.Select(line => $"{line}\n"))}")
            );
            if (from.Name != origin || to.Name != origin || note.Text != text || note.Verify(from, to).Count < 2)
                throw new NotAsSealed(
                    $"Entry {index} changes the key, and is not signed by both keys, the old and the new."
                );
            if (changes.Count > 0 && !changes[^1].To.Equals(from))
                throw new NotAsSealed($"Entry {index} changes a key that did not sign the record at that time.");
            changes.Add((index, from, to));
        }
        catch (LogFormatException wrong)
        {
            throw new NotAsSealed($"Entry {index} changes the key, and is not written as it must be: {wrong.Message}");
        }
    }

    /// <summary>Whether a key was the one that signs at some size of the log.</summary>
    public bool Signs(VerifierKey key, long size) =>
        changes.Count == 0
        || (
            changes.FindLastIndex(change => change.Index < size) is var at && at >= 0 ? changes[at].To : changes[0].From
        ).Equals(key);

    /// <summary>Makes sure that the key that signs now follows from the one that was known.</summary>
    /// <exception cref="NotAsSealed">It does not.</exception>
    public void Judge(VerifierKey now, long size, VerifierKey? known, long knownSize)
    {
        if (!Signs(now, size))
            throw new NotAsSealed(
                $"The checkpoint is signed by the key {now.Id:x8}, and by the record’s own entries another has to sign it."
            );
        if (known is null || known.Equals(now) && changes.TrueForAll(change => change.Index < knownSize))
            return;
        if (changes.Count == 0)
            throw new NotAsSealed(
                $"The key was changed from {known.Id:x8} to {now.Id:x8}, and no entry in the log says so: somebody else signs in the newsroom’s place, or it lost its key."
            );
        if (!Signs(known, knownSize))
            throw new NotAsSealed(
                $"The log was signed by the key {known.Id:x8} when it was last seen, and its entries say that another signed then."
            );
    }
}
