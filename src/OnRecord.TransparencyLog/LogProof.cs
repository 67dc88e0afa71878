using System.Text;

namespace OnRecord.TransparencyLog;

/// <summary>That an entry is in a log, to be checked offline (C2SP tlog-proof, version 1).</summary>
/// <param name="Index">The entry's place, counted from 0.</param>
/// <param name="Hashes">The inclusion proof, from the leaf's neighbour up.</param>
/// <param name="Note">The signed checkpoint it leads to.</param>
public sealed record LogProof(long Index, IReadOnlyList<TreeHash> Hashes, SignedNote Note)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const int MostHashes = 63;

    /// <summary>Bytes for whoever made the proof; nothing authenticates them.</summary>
    public ReadOnlyMemory<byte>? Extra { get; init; }

    /// <summary>Reads a proof; nothing is verified yet.</summary>
    /// <exception cref="LogFormatException">It is not written as one. The message says what is wrong.</exception>
    public static LogProof Parse(ReadOnlySpan<byte> proof)
    {
        var split = proof.IndexOf("\n\n"u8);
        if (split < 0)
            throw new LogFormatException("The proof has no checkpoint after an empty line.");
        var lines = Encoding.UTF8.GetString(proof[..split]).Split('\n');
        if (lines[0] != Header)
            throw new LogFormatException($"The proof does not begin with {Header}.");
        var at = 1;
        ReadOnlyMemory<byte>? extra = null;
        if (lines.Length > 1 && lines[1].StartsWith("extra ", StringComparison.Ordinal))
            extra =
                StrictBase64.Read(lines[at++]["extra ".Length..])
                ?? throw new LogFormatException("The proof’s extra line is not base64.");
        if (
            at >= lines.Length
            || !lines[at].StartsWith("index ", StringComparison.Ordinal)
            || Decimal.Read(lines[at]["index ".Length..]) is not { } index
        )
            throw new LogFormatException("The proof does not say at which place its entry is.");
        var hashes = lines[(at + 1)..]
            .Select(line => TreeHash.Parse(line) ?? throw new LogFormatException("A hash of the proof is not one."))
            .ToList();
        if (hashes.Count > MostHashes)
            throw new LogFormatException("The proof has more hashes than a tree has levels.");
        return new LogProof(index, hashes, SignedNote.Parse(proof[(split + 2)..])) { Extra = extra };
    }

    /// <summary>Whether an entry is in the log.</summary>
    /// <param name="leaf">The entry's hash, made from its bytes by whoever asks.</param>
    /// <param name="log">The log's key.</param>
    /// <returns>The checkpoint the entry is in.</returns>
    /// <exception cref="LogFormatException">It is not proved. The message says why.</exception>
    public Checkpoint Verify(TreeHash leaf, VerifierKey log)
    {
        var (checkpoint, _) = Checkpoint.Open(Encoding.UTF8.GetBytes($"{Note}"), log);
        if (Index >= checkpoint.Size)
            throw new LogFormatException(
                LogFaultKind.NoSuchEntry,
                $"The proof is for entry {Decimal.Write(Index)}, counted from 0, and the checkpoint is over {Decimal.Write(checkpoint.Size)}."
            );
        return MerkleProofs.Includes(Index, checkpoint.Size, leaf, Hashes, checkpoint.Root)
            ? checkpoint
            : throw new LogFormatException(
                LogFaultKind.NotIncluded,
                "The proof does not lead from this entry to the checkpoint’s root."
            );
    }

    /// <summary>The proof as a <c>.tlog-proof</c> file holds it.</summary>
    public override string ToString()
    {
        var written = new StringBuilder(Header).Append('\n');
        if (Extra is { } extra)
            written.Append("extra ").Append(Convert.ToBase64String(extra.Span)).Append('\n');
        written.Append("index ").Append(Decimal.Write(Index)).Append('\n');
        foreach (var hash in Hashes)
            written.Append(hash).Append('\n');
        return written.Append('\n').Append(Note).ToString();
    }
}
