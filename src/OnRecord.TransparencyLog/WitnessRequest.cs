using System.Text;

namespace OnRecord.TransparencyLog;

/// <summary>What a log sends a witness: a checkpoint, and the proof that it continues the one the witness saw last (C2SP tlog-witness, “add-checkpoint”).</summary>
/// <param name="OldSize">The size the proof begins at.</param>
/// <param name="Proof">The consistency proof; empty where the old size is 0 or the new one.</param>
/// <param name="Note">The signed checkpoint.</param>
public sealed record WitnessRequest(long OldSize, IReadOnlyList<TreeHash> Proof, SignedNote Note)
{
    private const int MostHashes = 63;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="LogFormatException">It is not written as one. The message says what is wrong.</exception>
    public static WitnessRequest Parse(ReadOnlySpan<byte> body)
    {
        var split = body.IndexOf("\n\n"u8);
        var lines = split < 0 ? [] : Encoding.UTF8.GetString(body[..split]).Split('\n');
        if (
            lines.Length == 0
            || !lines[0].StartsWith("old ", StringComparison.Ordinal)
            || Decimal.Read(lines[0]["old ".Length..]) is not { } old
        )
            throw new LogFormatException("The request does not say from which size the log is continued.");
        if (lines.Length - 1 > MostHashes)
            throw new LogFormatException($"The consistency proof has more than {MostHashes} lines.");
        return new WitnessRequest(
            old,
            [
                .. lines
                    .Skip(1)
                    .Select(line =>
                        TreeHash.Parse(line) ?? throw new LogFormatException("A line of the proof is not a hash.")
                    ),
            ],
            SignedNote.Parse(body[(split + 2)..])
        );
    }

    /// <summary>Of which log the checkpoint says it is; not to be believed before it is judged.</summary>
    public string Origin => Note.Text[..Note.Text.IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>Whether a witness may cosign the checkpoint.</summary>
    /// <param name="trusted">The keys that the witness trusts for <see cref="Origin"/>; none where it does not know the log.</param>
    /// <param name="latest">The checkpoint of that log it cosigned last; null where it never did.</param>
    public WitnessVerdict Judge(IReadOnlyList<VerifierKey> trusted, Checkpoint? latest)
    {
        if (trusted.Count == 0)
            return WitnessVerdict.Refuse(404, $"This witness does not know the log {Origin}.");
        try
        {
            if (Note.Verify(trusted).Count == 0)
                return WitnessVerdict.Refuse(
                    403,
                    $"The checkpoint is not signed by a key that is trusted for {Origin}."
                );
        }
        catch (LogFormatException wrong)
        {
            return WitnessVerdict.Refuse(403, wrong.Message);
        }
        try
        {
            return Judge(Checkpoint.Parse(Note.Text), latest?.Size ?? 0, latest?.Root ?? TreeHash.Empty);
        }
        catch (LogFormatException wrong)
        {
            return WitnessVerdict.Refuse(wrong.Fault.Kind == LogFaultKind.EmptyTree ? 422 : 400, wrong.Message);
        }
    }

    private WitnessVerdict Judge(Checkpoint now, long size, TreeHash root) =>
        OldSize > now.Size ? WitnessVerdict.Refuse(400, "The old size is larger than that of the checkpoint.")
        : OldSize != size ? WitnessVerdict.Conflict(size)
        : MerkleProofs.Continues(size, root, now.Size, now.Root, Proof) ? WitnessVerdict.Cosign(now)
        : WitnessVerdict.Refuse(422, "The proof does not lead from what this witness saw last to the checkpoint.");

    /// <summary>The body as it is sent.</summary>
    public override string ToString() =>
        $"old {Decimal.Write(OldSize)}\n{string.Concat(Proof.Select(hash => $"{hash}\n"))}\n{Note}";
}
