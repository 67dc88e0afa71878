using System.Text.Json;
using OnRecord.Platform.Files;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>What was seen of records earlier: a file of whoever checks.</summary>
/// <param name="path">Where it lies.</param>
internal sealed class RememberedRecords(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Path => path;

    /// <summary>The file where none is named (XDG Base Directory Specification, “Environment variables”).</summary>
    public static string UsualPath
    {
        get
        {
            var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return System.IO.Path.Combine(
                state is { Length: > 0 } && System.IO.Path.IsPathRooted(state)
                    ? state
                    : System.IO.Path.Combine(home, ".local", "state"),
                "onrecord",
                "verified.json"
            );
        }
    }

    /// <exception cref="NotAsSealed">The file is there and cannot be read.</exception>
    public async Task<IReadOnlyList<RememberedRecord>> Read(CancellationToken stop)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<List<RememberedRecord>>(await File.ReadAllBytesAsync(path, stop), Json)
                    ?? []
                : [];
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new NotAsSealed(
                $"What was seen earlier cannot be read from {path}: {failure.Message} Bring back the file; without it nothing can be said about the past."
            );
        }
    }

    /// <summary>Keeps what was seen now in the place of what was seen of the same site.</summary>
    public async Task Keep(RememberedRecord record, CancellationToken stop)
    {
        var kept = (await Read(stop)).Where(other =>
            other.Url != record.Url || other.Origin != record.Origin && !record.Replaces(other)
        );
        await DurableFile.Write(
            System.IO.Path.GetFullPath(path),
            JsonSerializer.SerializeToUtf8Bytes(kept.Append(record), Json),
            stop
        );
    }
}

/// <summary>What was seen of a record.</summary>
/// <param name="Url">The site, as it was named.</param>
/// <param name="Key">The key that signed then.</param>
/// <param name="Checkpoint">The signed checkpoint.</param>
/// <param name="FirstSeenAt">When it was seen for the first time.</param>
/// <param name="SeenAt">When it was seen last.</param>
internal sealed record RememberedRecord(
    string Url,
    string Origin,
    string Key,
    string Checkpoint,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset SeenAt
)
{
    /// <summary>The keys that signed before.</summary>
    public IReadOnlyList<string> FormerKeys { get; init; } = [];

    /// <summary>The record that this one continues, because it was lost.</summary>
    public string? Continues { get; init; }

    public IReadOnlyList<RememberedStory> Stories { get; init; } = [];

    public bool Replaces(RememberedRecord other) => Continues == other.Origin;

    public long Size => TransparencyLog.Checkpoint.Parse(Note.Text).Size;

    private SignedNote Note => SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(Checkpoint));
}

/// <summary>A story and its newest version, so that it can be named when it is gone. Its entry's hash stands for those of the earlier versions too.</summary>
/// <param name="Entry">The hash of the newest version's entry, in hexadecimal.</param>
/// <param name="Page">Its whole address.</param>
internal sealed record RememberedStory(Guid Id, int Version, string Entry, string? Headline, string? Page)
{
    public StoryName Name => new(Id, Headline, Page);
}
