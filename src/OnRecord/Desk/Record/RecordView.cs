using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Record;

/// <summary>The public record as the desk sees it.</summary>
public sealed record RecordView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }

    /// <summary>Null where no record has begun.</summary>
    public string? Origin { get; init; }

    public string? Key { get; init; }

    /// <summary>Why it cannot be signed; null where it is in order.</summary>
    public string? Problem { get; init; }

    public required string Versions { get; init; }
    public required string Entries { get; init; }
    public string? Signed { get; init; }
    public required IReadOnlyList<RecordPartyView> Witnesses { get; init; }
    public string? WitnessesProblem { get; init; }

    /// <summary>Whether enough witnesses have cosigned the newest checkpoint, as a sentence.</summary>
    public string? Quorum { get; init; }

    /// <summary>The logs that this newsroom cosigns.</summary>
    public required IReadOnlyList<RecordPartyView> Logs { get; init; }
    public string? LogsProblem { get; init; }
    public required IReadOnlyList<RecordLineView> Lines { get; init; }

    /// <summary>Where older entries are; null at the beginning.</summary>
    public string? Older { get; init; }
}

/// <summary>A witness, or a log that is witnessed.</summary>
/// <param name="Seen">Up to where, and when.</param>
/// <param name="Fault">What is wrong; null where nothing is.</param>
/// <param name="IsAlarm">Whether it saw another record than ours.</param>
public sealed record RecordPartyView(string Name, string Seen, string? Fault, bool IsAlarm);

/// <summary>An entry of the record.</summary>
public sealed record RecordLineView(
    string Place,
    string Kind,
    string At,
    bool IsLate,
    Guid? Story,
    int? Version,
    string? Headline,
    string? Language
);
