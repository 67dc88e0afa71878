using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using OnRecord.Attribution;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Commands.Exports;

/// <summary>How the files of an export are written. docs/exporting.md says the same in words.</summary>
internal static class ExportJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        MaxDepth = 1024,
    };

    public static async Task Write<T>(string file, T value, CancellationToken stop)
    {
        await using var output = File.Create(file);
        await JsonSerializer.SerializeAsync(output, value, Options, stop);
    }
}

/// <summary><c>story.json</c></summary>
internal sealed record ExportedStory
{
    public required string Path { get; init; }
    public required string Address { get; init; }
    public required IReadOnlyList<string> FormerPaths { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }
    public string? Section { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? RetractedAt { get; init; }
    public DateTimeOffset? TakenDownAt { get; init; }
    public required IReadOnlyList<ExportedVersionLine> Versions { get; init; }
}

/// <summary>A version in the list of its story.</summary>
/// <param name="Note">What changed, as readers were told.</param>
/// <param name="Withheld">Whether its text is not given, because it or the story was removed.</param>
/// <param name="Correction">Of a correction, unless it is withheld.</param>
internal sealed record ExportedVersionLine(
    int Number,
    VersionKind Kind,
    DateTimeOffset At,
    string? Note,
    bool Quiet,
    bool Withheld,
    ExportedCorrection? Correction
);

/// <summary>What was wrong and what is right.</summary>
/// <param name="Since">The number of the first version that had the mistake.</param>
internal sealed record ExportedCorrection(string Wrong, string Right, int Since);

/// <summary><c>versions/1.json</c></summary>
internal sealed record ExportedVersion
{
    public required int Number { get; init; }
    public required VersionKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string? Note { get; init; }
    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public required string Language { get; init; }
    public string? Section { get; init; }
    public required IReadOnlyList<string> Byline { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }
    public ExportedLead? Lead { get; init; }

    /// <summary>ProseMirror JSON.</summary>
    public required JsonObject Text { get; init; }
}

/// <summary>The picture above a version.</summary>
internal sealed record ExportedLead(string Picture, string Alt, string? Caption, string? Credit);

/// <summary>A line of <c>versions/1.ledger.json</c>.</summary>
internal sealed record ExportedAttribution
{
    public required string Mark { get; init; }
    public required string Words { get; init; }
    public required ExportedSource Source { get; init; }
    public required Form Form { get; init; }
    public SourceStanding? Standing { get; init; }
    public Channel? Channel { get; init; }
    public ExportedSource? Via { get; init; }
    public DateOnly? SaidOn { get; init; }
    public required CommentSought CommentSought { get; init; }
    public string? Note { get; init; }
    public required bool Checked { get; init; }
    public required IReadOnlyList<ExportedEvidence> Evidence { get; init; }
}

internal sealed record ExportedSource
{
    public required string Name { get; init; }
    public required SourceKind Kind { get; init; }
    public string? Role { get; init; }
    public string? Affiliation { get; init; }
    public string? Address { get; init; }
    public required bool Named { get; init; }
    public NotNamedReason? WhyNotNamed { get; init; }
}

/// <param name="Sha256">Null where the copy is private.</param>
internal sealed record ExportedEvidence(string? Sha256, DateTimeOffset TakenAt);

/// <summary>The words beside a picture: <c>pictures/ab/abcd….json</c>.</summary>
internal sealed record ExportedPicture
{
    public required string Sha256 { get; init; }
    public required string File { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public string? Credit { get; init; }
    public string? Caption { get; init; }
    public string? Alt { get; init; }
    public string? Licence { get; init; }
}
