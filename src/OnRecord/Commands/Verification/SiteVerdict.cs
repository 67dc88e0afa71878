namespace OnRecord.Commands.Verification;

/// <summary>What a check of a site found.</summary>
public sealed record SiteVerdict(string Url)
{
    /// <summary>The first thing that is wrong; null where all is as it was sealed.</summary>
    public VerifyFault? Fault { get; init; }

    public string? Origin { get; init; }

    /// <summary>How many entries the log has.</summary>
    public long Entries { get; init; }

    public int Stories { get; init; }

    public int Versions { get; init; }

    /// <summary>How many of the versions were erased by law.</summary>
    public int Erased { get; init; }

    /// <summary>How many pages were compared; null where none were to be.</summary>
    public int? Pages { get; init; }

    /// <summary>How many witnesses cosigned the checkpoint. Whether they are who they say they are is known only of a policy's.</summary>
    public int Witnesses { get; init; }

    /// <summary>Whether the witnesses that a policy asks for cosigned; null without a policy.</summary>
    public bool? QuorumMet { get; init; }

    /// <summary>When the record was first seen from here; null where that is now.</summary>
    public DateTimeOffset? FirstSeenAt { get; init; }

    /// <summary>What else is to be said: what cannot be known, what is unusual.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public bool Holds => Fault is null;
}
