using System.Text.Json;

namespace OnRecord.Commands.Verification;

/// <summary>Finds how a story is called, for a sentence about it. What it says is not checked.</summary>
internal static class StoryNames
{
    private const int Tries = 5;

    /// <returns>Null where that is not to be found out.</returns>
    public static async Task<(string? Headline, string? Path)> Find(
        SiteReader site,
        SeenStory story,
        CancellationToken stop
    )
    {
        string? headline = null,
            path = null;
        foreach (var version in story.Versions.AsEnumerable().Reverse().Take(Tries))
        {
            try
            {
                var file = VersionFile.Read((await site.Get(VersionFile.PathOf(story.Id, version.Number), stop)).Bytes);
                path ??= file.Page;
                headline ??= file.Statement is { } statement ? Headline(statement) : null;
            }
            catch (Exception failure) when (failure is NotAsSealed or FormatException or JsonException)
            {
                continue;
            }
            if (headline is not null && path is not null)
                break;
        }
        return (headline, path);
    }

    private static string? Headline(string statement)
    {
        using var json = JsonDocument.Parse(
            statement,
            new JsonDocumentOptions { MaxDepth = PublicRecord.EntryJson.Deepest }
        );
        return json.RootElement.Text("headline");
    }
}
