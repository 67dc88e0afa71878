using System.Text;
using System.Text.Json;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>What was sealed of a version, as far as a page shows it: docs/checking-the-record.md, “What is sealed”.</summary>
internal sealed record SealedStatement
{
    public required Guid Story { get; init; }
    public required int Version { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public IReadOnlyList<string> Byline { get; init; } = [];
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The picture above the text; null where none was shown.</summary>
    public SeenPicture? Lead { get; init; }

    /// <summary>Its caption and credit.</summary>
    public BareText LeadWords { get; init; } = new();

    public required StatementText Text { get; init; }

    /// <summary>The names in the ledger, in its order.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What the notice above the text says: the note, what was wrong, what is right.</summary>
    public BareText Notice { get; init; } = new();

    /// <summary>Whether only spelling changed, so that no notice says so.</summary>
    public bool IsQuiet { get; init; }

    public bool IsRemoval => Kind == "removal";

    /// <param name="written">Canonical JSON.</param>
    /// <exception cref="FormatException">It is no statement. The message goes on after “because”.</exception>
    public static SealedStatement Read(string written)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(written);
            if (!CanonicalJson.Of(bytes).AsSpan().SequenceEqual(bytes))
                throw new FormatException("it is not canonical JSON");
            using var json = JsonDocument.Parse(
                bytes,
                new JsonDocumentOptions { MaxDepth = PublicRecord.EntryJson.Deepest }
            );
            return Read(json.RootElement);
        }
        catch (Exception wrong)
            when (wrong is LogFormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("it is not written as a statement", wrong);
        }
    }

    private static SealedStatement Read(JsonElement statement)
    {
        if (statement.GetProperty("format").GetString() != "onrecord-version-1")
            throw new FormatException("its format is not onrecord-version-1");
        var correction = statement.Member("correction");
        return new SealedStatement
        {
            Story = statement.GetProperty("story").GetGuid(),
            Version = statement.GetProperty("version").GetInt32(),
            Kind = statement.GetProperty("kind").GetString()!,
            At = Instant(statement.GetProperty("at")),
            IsQuiet = statement.Member("quiet") is { ValueKind: JsonValueKind.True },
            Headline = statement.GetProperty("headline").GetString()!,
            Deck = statement.Text("deck"),
            Byline = [.. statement.Each("byline").Select(name => name.GetString()!)],
            Published = statement.Member("published") is { } published ? Instant(published) : null,
            Updated = statement.Member("updated") is { } updated ? Instant(updated) : null,
            Lead =
                statement.Member("lead") is { } lead && lead.Text("sha256") is { } hash
                    ? new SeenPicture(hash, lead.Text("alt") ?? "")
                    : null,
            LeadWords = statement.Member("lead") is { } above
                ? BareText.Of(above.Text("caption"), " ", above.Text("credit"))
                : new BareText(),
            Text = StatementText.Of(statement.GetProperty("text")),
            Sources = [.. statement.Each("ledger").Select(line => line.GetProperty("source").Text("name") ?? "")],
            Notice = BareText.Of(
                statement.Text("note"),
                " ",
                correction?.Text("wrong"),
                " ",
                correction?.Text("right")
            ),
        };
    }

    private static DateTimeOffset Instant(JsonElement written) =>
        EntryMembers.Instant(written.GetString()!)
        ?? throw new FormatException("a time in it is not in UTC, to the second");
}

/// <summary>A picture, by the hash of its bytes.</summary>
internal sealed record SeenPicture(string Sha256, string Alt);

internal static class StatementJson
{
    extension(JsonElement json)
    {
        public JsonElement? Member(string name) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

        public string? Text(string name) =>
            json.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

        public IEnumerable<JsonElement> Each(string name) =>
            json.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
    }
}
