using System.Text.Json;

namespace OnRecord.Commands.Demonstration;

/// <summary>The demonstration's newsroom as its file describes it.</summary>
internal sealed record DemonstrationNewsroom(
    string Name,
    string Tagline,
    string Language,
    string TimeZone,
    IReadOnlyList<DemonstrationSection> Sections,
    IReadOnlyList<DemonstrationPerson> People
)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    public static DemonstrationNewsroom Read() =>
        JsonSerializer.Deserialize<DemonstrationNewsroom>(
            File.ReadAllText(Path.Combine(Folder, "newsroom.json")),
            JsonSerializerOptions.Web
        )!;
}

internal sealed record DemonstrationSection(string Slug, string Name, string Language);

internal sealed record DemonstrationPerson(string Slug, string Name, string Role);
