using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Attribution;
using OnRecord.Sources;

namespace OnRecord.Commands.Demonstration;

/// <summary>Who speaks in the demonstration's stories, as its file tells it: the sources once for all stories, and the ledger of each story by the name of its file.</summary>
internal sealed record DemonstrationSources(
    IReadOnlyDictionary<string, ToldSource> Sources,
    IReadOnlyDictionary<string, ToldLedger> Stories
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static DemonstrationSources Read() =>
        JsonSerializer.Deserialize<DemonstrationSources>(
            File.ReadAllText(Path.Combine(DemonstrationNewsroom.Folder, "sources.json")),
            Options
        )!;
}

internal sealed record ToldSource(
    SourceKind Kind,
    string Name,
    string? Role = null,
    string? Affiliation = null,
    string? Address = null,
    bool IsNamed = true,
    NotNamedReason? Reason = null,
    string Notes = ""
);

/// <param name="By">Who took the words into the ledger, by what stands before the @ of their address.</param>
/// <param name="Second">The editor who agreed that those who are not named may stay so; null where nobody has yet.</param>
/// <param name="Entries">By the names that the text marks their words with.</param>
internal sealed record ToldLedger(string By, IReadOnlyDictionary<string, ToldEntry> Entries, string? Second = null);

/// <param name="Source">Its key among the sources. Of a proposal it is a source only where some story has taken it already.</param>
/// <param name="SaidOn">Days before the story was published; negative for an answer that came later.</param>
/// <param name="Words">Only of an entry whose words are gone from the text.</param>
internal sealed record ToldEntry(
    string Source,
    Form Form,
    SourceStanding? Standing = null,
    Channel? Channel = null,
    string? Via = null,
    int? SaidOn = null,
    CommentSought Sought = CommentSought.No,
    string? Note = null,
    LedgerState State = LedgerState.Accepted,
    string? Words = null
);
