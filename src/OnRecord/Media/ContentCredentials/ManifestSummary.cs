using System.Text.Json;

namespace OnRecord.Media.ContentCredentials;

/// <summary>What a picture's C2PA manifest says of it. It says so itself: nobody has checked its signature here.</summary>
internal sealed record ManifestSummary
{
    // IPTC's digital source types for what a model made, wholly or in part.
    private static readonly string[] Generated = ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"];

    /// <summary>The program that wrote the manifest.</summary>
    public string? Generator { get; init; }

    public string? Title { get; init; }

    /// <summary>What was done to it, oldest first, also to what it was made from.</summary>
    public IReadOnlyList<ManifestAction> Actions { get; init; } = [];

    /// <summary>The name in the signer's certificate.</summary>
    public string? Signer { get; init; }

    /// <summary>Who issued that certificate.</summary>
    public string? Issuer { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Whether it says that a model made it, wholly or in part.</summary>
    public bool SaysGenerated => Actions.Any(action => Generated.Contains(action.SourceType));

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <returns>Null where there is no manifest.</returns>
    public static ManifestSummary? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<ManifestSummary>(json);
}

/// <param name="Action">As C2PA names it: <c>c2pa.created</c>, <c>c2pa.edited</c>.</param>
/// <param name="Agent">The program that did it.</param>
/// <param name="SourceType">The last part of IPTC's digital source type: <c>digitalCapture</c>, <c>trainedAlgorithmicMedia</c>.</param>
internal sealed record ManifestAction(string Action, string? When, string? Agent, string? SourceType);
