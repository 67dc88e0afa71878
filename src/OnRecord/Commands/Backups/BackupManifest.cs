using System.Text.Json;
using System.Text.Json.Serialization;

namespace OnRecord.Commands.Backups;

/// <summary>What a backup holds. It is the last member, so that a backup that was cut off has none.</summary>
internal sealed record BackupManifest
{
    public const string Name = "manifest.json";

    /// <summary>The only one so far.</summary>
    public const int KnownFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required int Format { get; init; }

    /// <summary>OnRecord's version.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DatabaseKind Database { get; init; }

    /// <summary>The newest that the database had.</summary>
    public required string Migration { get; init; }

    /// <summary>How many sources it holds encrypted, to be opened with the key file only.</summary>
    public required int ProtectedIdentities { get; init; }

    /// <summary>Of PostgreSQL: the tables, each with its columns in the order of its file.</summary>
    public IReadOnlyList<BackupTable> Tables { get; init; } = [];

    public required IReadOnlyList<BackupMember> Members { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is no manifest.</exception>
    public static async Task<BackupManifest> Read(Stream stream, CancellationToken stop) =>
        await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Json, stop)
        ?? throw new JsonException("The manifest is empty.");
}

internal enum DatabaseKind
{
    Sqlite,
    Postgresql,
}

/// <param name="Name">Its path in the backup.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
internal sealed record BackupMember(string Name, long Bytes, string Sha256);

internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns);
