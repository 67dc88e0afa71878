using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Stories;

namespace OnRecord.Commands.Demonstration;

/// <summary>What the demonstration's desk works on, as its file describes it. People are named by what stands before the @ of their address; past moments are hours before now.</summary>
internal sealed record DemonstrationDesk(IReadOnlyList<DeskStory> Stories, IReadOnlyList<DeskFilter> Filters)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static DemonstrationDesk Read() =>
        JsonSerializer.Deserialize<DemonstrationDesk>(
            File.ReadAllText(Path.Combine(DemonstrationNewsroom.Folder, "desk.json")),
            Options
        )!;
}

/// <param name="Updates">The file of a published story whose update this is; null for a new one.</param>
/// <param name="Text">The file of its draft; null where nobody has written yet. An update's words come behind those that readers have.</param>
/// <param name="Due">A moment to come or past, such as <c>+1 06:00</c>: tomorrow at six by the newsroom's clock.</param>
internal sealed record DeskStory(
    string? Updates = null,
    string Headline = "",
    string? Deck = null,
    string Language = "en",
    string Section = "",
    IReadOnlyList<string>? Byline = null,
    string Brief = "",
    string By = "",
    IReadOnlyList<string>? Writers = null,
    double Begun = 0,
    string? Due = null,
    string? Embargo = null,
    string? Text = null,
    IReadOnlyList<DeskSave>? Saves = null,
    IReadOnlyList<DeskMove>? Moves = null,
    IReadOnlyList<DeskComment>? Comments = null
)
{
    /// <summary>The name of its draft's file, without the ending.</summary>
    public string? File => Path.GetFileNameWithoutExtension(Text);
}

/// <param name="Blocks">How many blocks of the text were written by then; null for all.</param>
internal sealed record DeskSave(double Ago, string By, int? Blocks = null);

/// <param name="Until">Of a story that is scheduled, the time at which it goes out.</param>
internal sealed record DeskMove(double Ago, string By, StoryState To, string Note = "", string? Until = null);

/// <param name="On">The id of the passage it is on; a second one on it answers the first.</param>
internal sealed record DeskComment(double Ago, string By, string On, string Text);

internal sealed record DeskFilter(
    string By,
    string Name,
    bool Shared,
    string? State = null,
    string? Section = null,
    string? Who = null,
    string? Sort = null
);
