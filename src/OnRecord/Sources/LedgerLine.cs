using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Attribution;
using OnRecord.Documents;

namespace OnRecord.Sources;

/// <summary>What readers are shown of an attribution: the public side of a ledger's entry. A version holds it, and never changes.</summary>
internal sealed record LedgerLine
{
    /// <summary>The id of the marks that tie it to its words.</summary>
    public required string Id { get; init; }

    public required LedgerSource Source { get; init; }

    public required Form Form { get; init; }

    /// <summary>Null of a proposal that nobody has decided.</summary>
    public SourceStanding? Standing { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>The outlet the words came through.</summary>
    public LedgerSource? Via { get; init; }

    public DateOnly? SaidOn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CommentSought Sought { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether a person decided it; otherwise it was marked by the machine.</summary>
    public required bool IsChecked { get; init; }

    public ValueList<LedgerEvidence> Evidence { get; init; } = [];
}

/// <summary>The public side of a source.</summary>
internal sealed record LedgerSource
{
    /// <summary>Null of somebody who is not named, and of a proposal.</summary>
    public Guid? Id { get; init; }

    public required SourceKind Kind { get; init; }

    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? Affiliation { get; init; }

    public string? Address { get; init; }

    public required bool IsNamed { get; init; }

    public NotNamedReason? Reason { get; init; }
}

/// <summary>That a copy is kept; which one only where it is public.</summary>
/// <param name="Id">The copy; null where it is private.</param>
/// <param name="Sha256">Of the copy's bytes, in lower-case hexadecimal; null where it is private.</param>
/// <param name="TakenAt">When the copy was taken.</param>
internal sealed record LedgerEvidence(Guid? Id, string? Sha256, DateTimeOffset TakenAt);

/// <summary>The lines as JSON, in the order of the text.</summary>
internal static class LedgerJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new EvidenceList() },
    };

    public static string Write(ValueList<LedgerLine> lines) =>
        lines.Count == 0 ? "[]" : JsonSerializer.Serialize(lines.ToArray(), Options);

    public static ValueList<LedgerLine> Read(string json) =>
        json is "[]" or "" ? [] : [.. JsonSerializer.Deserialize<LedgerLine[]>(json, Options)!];

    private sealed class EvidenceList : JsonConverter<ValueList<LedgerEvidence>>
    {
        public override ValueList<LedgerEvidence> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => [.. JsonSerializer.Deserialize<LedgerEvidence[]>(ref reader, options)!];

        public override void Write(
            Utf8JsonWriter writer,
            ValueList<LedgerEvidence> value,
            JsonSerializerOptions options
        ) => JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
