using OnRecord.PublicRecord;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>An entry of the log: docs/checking-the-record.md, “What stands in the log”.</summary>
internal abstract record SealedEntry(DateTimeOffset Time)
{
    private static readonly HashSet<string> Kinds =
    [
        "first",
        "update",
        "clarification",
        "correction",
        "retraction",
        "removal",
    ];

    /// <exception cref="FormatException">It is none. The message goes on after “because”.</exception>
    public static SealedEntry Read(ReadOnlyMemory<byte> bytes)
    {
        var members = EntryMembers.Read(bytes);
        SealedEntry read = members.Text("type") switch
        {
            "version" => Version(members),
            "erasure" => Erasure(members),
            "rotation" => new RotationEntry(
                members.Time("time"),
                members.Text("from"),
                members.Text("to"),
                members.Texts("signatures")
            ),
            "continuation" => new ContinuationEntry(
                members.Time("time"),
                members.Text("reason"),
                members.TextOrNull("checkpoint")
            ),
            var other => throw new FormatException($"its type, “{other}”, is not known"),
        };
        members.Finish();
        return read;
    }

    private static VersionEntry Version(EntryMembers members)
    {
        var kind = members.Text("kind");
        if (!Kinds.Contains(kind))
            throw new FormatException($"its kind, “{kind}”, is not known");
        return new VersionEntry(
            members.Story(),
            members.Version(),
            kind,
            members.Time("time"),
            members.HashOrNull("commitment") ?? throw new FormatException("it has no “commitment”"),
            members.HashOrNull("previous"),
            members.TimeOrNull("late")
        );
    }

    private static ErasureEntry Erasure(EntryMembers members)
    {
        var reason = members.Text("reason");
        return SealErasure.Reasons.Contains(reason)
            ? new ErasureEntry(members.Story(), members.Version(), reason, members.Time("time"))
            : throw new FormatException($"its reason, “{reason}”, is not known");
    }
}

/// <summary>A version was shown.</summary>
/// <param name="Commitment">SHA-256 of salt and statement.</param>
/// <param name="Previous">The hash of the entry of the version before it.</param>
/// <param name="Late">When it was sealed, where that was later.</param>
internal sealed record VersionEntry(
    Guid Story,
    int Number,
    string Kind,
    DateTimeOffset Time,
    TreeHash Commitment,
    TreeHash? Previous,
    DateTimeOffset? Late
) : SealedEntry(Time);

/// <summary>A version was erased because the law asked for it.</summary>
internal sealed record ErasureEntry(Guid Story, int Number, string Reason, DateTimeOffset Time) : SealedEntry(Time);

/// <summary>The key was changed.</summary>
internal sealed record RotationEntry(DateTimeOffset Time, string From, string To, IReadOnlyList<string> Signatures)
    : SealedEntry(Time);

/// <summary>The record began anew, because an older one was lost.</summary>
/// <param name="Checkpoint">The last signed checkpoint of the older one.</param>
internal sealed record ContinuationEntry(DateTimeOffset Time, string Reason, string? Checkpoint) : SealedEntry(Time);
