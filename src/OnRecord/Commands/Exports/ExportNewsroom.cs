using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Commands.Exports;

/// <summary>Writes what readers were shown as files, a story after the other, so that a large newsroom needs no more memory than a small one.</summary>
internal static class ExportNewsroom
{
    public const int Format = 1;
    private const int Some = 100;

    public static async Task<Outcome<Exported>> Run(
        IServiceProvider services,
        string folder,
        TimeProvider clock,
        CancellationToken stop = default
    )
    {
        folder = Path.GetFullPath(folder);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            return new Problem($"{folder} is not an empty folder. Name a new one; an export writes over nothing.");
        Directory.CreateDirectory(folder);
        var db = services.GetRequiredService<OnRecordDb>();
        var address = services.GetRequiredService<PublicAddress>();
        var newsroom = await db.Newsroom(stop);
        var pictures = new ExportPictures(db, services.GetRequiredService<Renditions>(), folder);
        var sections = await db.Set<Section>().ToDictionaryAsync(row => row.Id, row => row.Name, stop);
        var export = new ExportStory(db, address, pictures, sections, newsroom.HidesSources);
        // Under another name until it is whole: a folder with an index is a finished export.
        var unfinished = Path.Combine(folder, "index.json.part");
        var (stories, versions) = (0, 0);
        await using (var output = File.Create(unfinished))
        await using (
            var index = new Utf8JsonWriter(
                output,
                new JsonWriterOptions { Indented = true, Encoder = ExportJson.Options.Encoder }
            )
        )
        {
            index.WriteStartObject();
            index.WriteNumber("format", Format);
            index.WriteString("exportedAt", clock.GetUtcNow());
            index.WriteStartObject("newsroom");
            index.WriteString("name", newsroom.Name);
            index.WriteString("tagline", newsroom.Tagline);
            index.WriteString("language", newsroom.Language);
            index.WriteString("timeZone", newsroom.TimeZone);
            index.WriteString("address", address.Root.AbsoluteUri);
            index.WriteEndObject();
            index.WriteStartArray("stories");
            await foreach (var story in Published(db).WithCancellation(stop))
            {
                var path = $"stories{Checked(story.Path!)}";
                versions += await export.Write(story, Path.Combine(folder, path), stop);
                stories++;
                index.WriteStartObject();
                index.WriteString("folder", path);
                index.WriteString("path", story.Path);
                if (story.PublishedAt is { } at)
                    index.WriteString("publishedAt", at);
                index.WriteEndObject();
                await index.FlushAsync(stop);
            }
            index.WriteEndArray();
            index.WriteEndObject();
        }
        File.Move(unfinished, Path.Combine(folder, "index.json"));
        return new Exported(folder, stories, versions, pictures.Count);
    }

    private static async IAsyncEnumerable<Story> Published(OnRecordDb db)
    {
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            var some = await db.Set<Story>()
                .AsNoTracking()
                .Where(row => row.LiveVersionId != null && row.Id > after)
                .OrderBy(row => row.Id)
                .Take(Some)
                .ToListAsync();
            if (some.Count == 0)
                yield break;
            foreach (var story in some)
                yield return story;
            last = some[^1].Id;
        }
    }

    // It becomes a folder below the one that was named, whatever made it.
    private static string Checked(string path) =>
        path.Split('/') is ["", { Length: 4 } year, { Length: 2 } month, { Length: > 0 } slug]
        && year.All(char.IsAsciiDigit)
        && month.All(char.IsAsciiDigit)
        && slug is not ("." or "..")
            ? path
            : throw new IOException(
                $"A story has the address {path}, which cannot be a folder. The export is not whole."
            );
}

internal sealed record Exported(string Folder, int Stories, int Versions, int Pictures);
