using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>Entries as canonical JSON: docs/checking-the-record.md, “What stands in the log”.</summary>
internal static class EntryJson
{
    /// <summary>How deep a statement's JSON may lie: the deepest text there is, and what stands round it.</summary>
    public const int Deepest = 256;

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = Deepest };

    public static byte[] Version(VersionToSeal version, byte[] salt, TreeHash? previous)
    {
        var entry = new JsonObject
        {
            ["type"] = "version",
            ["story"] = $"{version.Story}",
            ["version"] = version.Number,
            ["kind"] = version.Kind,
            ["time"] = Time(version.At),
            ["commitment"] = Commitment(salt, version.Statement),
        };
        if (previous is { } hash)
            entry["previous"] = Convert.ToHexStringLower(hash.ToArray());
        if (version.LateAt is { } late)
            entry["late"] = Time(late);
        return Bytes(entry);
    }

    public static byte[] Erasure(Guid story, int number, string reason, DateTimeOffset at) =>
        Bytes(
            new JsonObject
            {
                ["type"] = "erasure",
                ["story"] = $"{story}",
                ["version"] = number,
                ["reason"] = reason,
                ["time"] = Time(at),
            }
        );

    /// <param name="signatures">Under the text of the rotation, by the old key and by the new one.</param>
    public static byte[] Rotation(string from, string to, IEnumerable<NoteSignature> signatures, DateTimeOffset at) =>
        Bytes(
            new JsonObject
            {
                ["type"] = "rotation",
                ["from"] = from,
                ["to"] = to,
                ["signatures"] = new JsonArray([
                    .. signatures.Select(line => JsonValue.Create($"{line}".TrimEnd('\n'))),
                ]),
                ["time"] = Time(at),
            }
        );

    /// <param name="checkpoint">The last signed note of the record before; null where it is lost too.</param>
    public static byte[] Continuation(string reason, string? checkpoint, DateTimeOffset at)
    {
        var entry = new JsonObject
        {
            ["type"] = "continuation",
            ["reason"] = reason,
            ["time"] = Time(at),
        };
        if (checkpoint is not null)
            entry["checkpoint"] = checkpoint;
        return Bytes(entry);
    }

    /// <summary>SHA-256 of salt and statement, in hexadecimal.</summary>
    public static string Commitment(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> statement) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. statement]));

    /// <summary>An instant as entries and statements hold it: UTC, to the second.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static byte[] Bytes(JsonObject json) => CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(json, Deep));
}
