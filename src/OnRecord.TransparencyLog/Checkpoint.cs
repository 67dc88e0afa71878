namespace OnRecord.TransparencyLog;

/// <summary>What a log signs: which it is, how many entries it has, and the root over them (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">The log's name, not empty, on one line.</param>
/// <param name="Size">How many entries.</param>
/// <param name="Root">The root of the tree of that size.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root)
{
    /// <summary>Lines after the third. Nobody audits them.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The text that is signed.</summary>
    public string Text =>
        $"{Origin}\n{Decimal.Write(Size)}\n{Root}\n{string.Concat(Extensions.Select(line => $"{line}\n"))}";

    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="LogFormatException">It is not a checkpoint's. The message says what is wrong.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length > 0 || lines[..^1].Any(line => line.Length == 0))
            throw new LogFormatException("The checkpoint has fewer than three lines, or an empty one.");
        if (Decimal.Read(lines[1]) is not { } size)
            throw new LogFormatException("The checkpoint’s second line is not a tree size.");
        if (TreeHash.Parse(lines[2]) is not { } root)
            throw new LogFormatException("The checkpoint’s third line is not a root hash.");
        if (size == 0 && root != TreeHash.Empty)
            throw new LogFormatException(
                LogFaultKind.EmptyTree,
                "The checkpoint is of an empty tree and has another’s root."
            );
        return new Checkpoint(lines[0], size, root) { Extensions = lines[3..^1] };
    }

    /// <summary>Reads a signed checkpoint and believes it.</summary>
    /// <param name="note">The note's bytes.</param>
    /// <param name="log">The log's key.</param>
    /// <param name="origin">The log's origin; the key's name where it is not given, as tlog-checkpoint, “Signatures”, asks of logs.</param>
    /// <exception cref="LogFormatException">It is malformed, of another log, or not signed by the key.</exception>
    public static (Checkpoint Checkpoint, SignedNote Note) Open(
        ReadOnlySpan<byte> note,
        VerifierKey log,
        string? origin = null
    )
    {
        var signed = SignedNote.Parse(note);
        if (signed.Verify(log).Count == 0)
            throw new LogFormatException(
                LogFaultKind.Forged,
                signed.Signatures.Any(line => line.Name == log.Name)
                    ? $"The checkpoint is not signed by the key {log.Id:x8} of {log.Name}, but by another under that name."
                    : $"The checkpoint is not signed by {log.Name}."
            );
        var checkpoint = Parse(signed.Text);
        origin ??= log.Name;
        return checkpoint.Origin == origin
            ? (checkpoint, signed)
            : throw new LogFormatException(
                LogFaultKind.AnotherLog,
                $"The checkpoint is of {checkpoint.Origin}, not of {origin}."
            );
    }
}
