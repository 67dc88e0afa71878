using System.Diagnostics.CodeAnalysis;

namespace OnRecord.TransparencyLog;

/// <summary>What a check found: the checkpoint that holds, or the first thing that is wrong.</summary>
public sealed record LogFindings
{
    /// <summary>The checkpoint. Null where something is wrong, so that nobody builds on it.</summary>
    public Checkpoint? Checkpoint { get; private init; }

    /// <summary>The checkpoint with all its signatures, to be remembered; null where something is wrong.</summary>
    public SignedNote? Note { get; private init; }

    /// <summary>The first thing that is wrong; null where all is as it should be.</summary>
    public LogFault? Fault { get; private init; }

    /// <summary>Whether nothing is wrong.</summary>
    [MemberNotNullWhen(true, nameof(Checkpoint), nameof(Note))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Holds => Fault is null;

    internal static LogFindings Of(Checkpoint checkpoint, SignedNote note) =>
        new() { Checkpoint = checkpoint, Note = note };

    internal static LogFindings Of(LogFault fault) => new() { Fault = fault };
}

/// <summary>Something that is wrong with a log or a proof.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Sentence">What is wrong, in a whole sentence.</param>
public sealed record LogFault(LogFaultKind Kind, string Sentence)
{
    /// <summary>The address below the log's where it is wrong, such as <c>tile/0/000</c>; null where it is in no one of them.</summary>
    public string? Place { get; init; }

    /// <summary>The first entry that is concerned, counted from 0; null where that cannot be known.</summary>
    public long? Entry { get; init; }
}

/// <summary>Of which kind a fault is.</summary>
public enum LogFaultKind
{
    /// <summary>Something is not written as its specification says.</summary>
    Malformed,

    /// <summary>The checkpoint is not signed by the key, or its signature does not verify (C2SP signed-note, “Signatures”).</summary>
    Forged,

    /// <summary>The checkpoint is another log's (C2SP tlog-checkpoint, “Note text”, 1).</summary>
    AnotherLog,

    /// <summary>The checkpoint is of an empty tree and has another root than that (RFC 6962, 2.1).</summary>
    EmptyTree,

    /// <summary>What was remembered of the log cannot be used.</summary>
    Memory,

    /// <summary>The key is another than when the log was last seen, and nothing was given that could tell whether it may be.</summary>
    AnotherKey,

    /// <summary>The log is shorter than it was.</summary>
    Shortened,

    /// <summary>The log does not begin with what it was (C2SP tlog-checkpoint, “Signatures”).</summary>
    Rewritten,

    /// <summary>The log does not serve what its checkpoint says there is.</summary>
    Missing,

    /// <summary>A tile or a bundle of entries is too short or too long.</summary>
    WrongLength,

    /// <summary>A tile is not that of what lies beneath it.</summary>
    WrongTile,

    /// <summary>The entries do not lead to the root that is signed.</summary>
    WrongRoot,

    /// <summary>Whoever looks at the entries refused one.</summary>
    Entry,

    /// <summary>A proof is for a place that the log does not have.</summary>
    NoSuchEntry,

    /// <summary>A proof does not lead from the entry to the root.</summary>
    NotIncluded,

    /// <summary>The cosignatures that the policy asks for are not there (C2SP tlog-policy).</summary>
    NotWitnessed,
}
