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

    /// <summary>The body as it is sent.</summary>
    public override string ToString() =>
        $"old {Decimal.Write(OldSize)}\n{string.Concat(Proof.Select(hash => $"{hash}\n"))}\n{Note}";
}
