using System.Globalization;
using System.Text.Json;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>The members of an entry, each of which must be known and be written as docs/checking-the-record.md says.</summary>
internal sealed class EntryMembers
{
    private readonly Dictionary<string, JsonElement> members;

    private EntryMembers(Dictionary<string, JsonElement> members) => this.members = members;

    /// <exception cref="FormatException">The bytes are no canonical JSON object.</exception>
    public static EntryMembers Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (!CanonicalJson.Of(bytes).AsSpan().SequenceEqual(bytes.Span))
                throw new FormatException("it is not canonical JSON");
        }
        catch (LogFormatException)
        {
            throw new FormatException("it is not JSON");
        }
        using var json = JsonDocument.Parse(bytes);
        return json.RootElement.ValueKind == JsonValueKind.Object
            ? new EntryMembers(
                json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone())
            )
            : throw new FormatException("it is not a JSON object");
    }

    public string Text(string name) =>
        Take(name) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : throw new FormatException($"its “{name}” is not a text");

    public string? TextOrNull(string name) => members.ContainsKey(name) ? Text(name) : null;

    public Guid Story() =>
        Text("story") is var written && Guid.TryParseExact(written, "D", out var id) && $"{id}" == written
            ? id
            : throw new FormatException("its “story” is not a story’s id");

    public int Version() =>
        Take("version") is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt32(out var version)
        && version > 0
            ? version
            : throw new FormatException("its “version” is not a number from 1 up");

    public DateTimeOffset Time(string name) =>
        Instant(Text(name)) ?? throw new FormatException($"its “{name}” is not an instant in UTC, to the second");

    public DateTimeOffset? TimeOrNull(string name) => members.ContainsKey(name) ? Time(name) : null;

    public TreeHash? HashOrNull(string name) =>
        !members.ContainsKey(name) ? null
        : Hex(Text(name)) is { } bytes ? new TreeHash(bytes)
        : throw new FormatException($"its “{name}” is not 64 hexadecimal digits");

    public IReadOnlyList<string> Texts(string name) =>
        Take(name) is { ValueKind: JsonValueKind.Array } list
        && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(one => one.GetString()!)]
            : throw new FormatException($"its “{name}” is not a list of texts");

    /// <exception cref="FormatException">There is a member that nobody asked for.</exception>
    public void Finish()
    {
        if (members.Keys.FirstOrDefault() is { } unknown)
            throw new FormatException($"it has a member “{unknown}”, which is not known");
    }

    /// <returns>Null where it is not 64 digits in lower case.</returns>
    public static byte[]? Hex(string written) =>
        written.Length == 64 && written.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(written) : null;

    /// <returns>Null where it is written in any other way than <c>2026-03-14T08:12:00Z</c>.</returns>
    public static DateTimeOffset? Instant(string written) =>
        DateTimeOffset.TryParseExact(
            written,
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    private JsonElement Take(string name) =>
        members.Remove(name, out var value) ? value : throw new FormatException($"it has no “{name}”");
}
