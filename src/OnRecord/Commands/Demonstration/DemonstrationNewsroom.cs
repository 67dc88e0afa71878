using System.Text.Json;

namespace OnRecord.Commands.Demonstration;

/// <summary>The demonstration's newsroom as its file describes it.</summary>
internal sealed record DemonstrationNewsroom(
    string Name,
    string Tagline,
    string Language,
    string TimeZone,
    string Contact,
    string Logo,
    string LogoDark,
    IReadOnlyList<DemonstrationSection> Sections,
    IReadOnlyList<DemonstrationPerson> People,
    IReadOnlyList<DemonstrationTopic> Topics,
    IReadOnlyList<DemonstrationLink> Menus,
    IReadOnlyList<DemonstrationPolicy> Policies
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

internal sealed record DemonstrationPerson(
    string Slug,
    string Name,
    string Role,
    string Bio = "",
    string Languages = "",
    string? Contact = null
);

/// <param name="Stories">The names of their files, without the ending.</param>
internal sealed record DemonstrationTopic(
    string Name,
    string Language,
    string Description,
    IReadOnlyList<string> Stories
);

internal sealed record DemonstrationLink(string Place, string Label, string Address, string Language);

internal sealed record DemonstrationPolicy(string Title, string Language, string? Kind, string File);
