using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OnRecord.Documents;
using OnRecord.PublicRecord;
using OnRecord.Sources;

namespace OnRecord.Stories.Sealing;

/// <summary>A version as the record seals it: docs/checking-the-record.md, “What is sealed”. Its bytes are kept as they are made, so nothing here changes what is sealed already.</summary>
internal static class VersionStatement
{
    public const string Format = "onrecord-version-1";

    /// <param name="published">When readers first saw the story, as the page says.</param>
    /// <param name="updated">When its substance last changed, as the page says.</param>
    /// <param name="section">The name under which it is filed.</param>
    /// <returns>Canonical JSON, in UTF-8.</returns>
    public static byte[] Of(StoryVersion version, DateTimeOffset published, DateTimeOffset? updated, string? section)
    {
        var content = version.Content;
        var statement = new JsonObject
        {
            ["format"] = Format,
            ["story"] = $"{version.StoryId}",
            ["version"] = version.Number,
            ["kind"] = Kind(version.Kind),
            ["at"] = EntryJson.Time(version.At),
            ["published"] = EntryJson.Time(published),
            ["language"] = content.Language,
            ["headline"] = Whole(content.Headline),
            ["text"] = ProseMirrorWriter.WriteNode(content.Text),
        };
        if (version.IsQuiet)
            statement["quiet"] = true;
        Say(statement, "note", version.Note);
        if (version is { Wrong: { } wrong, Right: { } right, Since: { } since })
            statement["correction"] = new JsonObject
            {
                ["wrong"] = Whole(wrong),
                ["right"] = Whole(right),
                ["since"] = since,
            };
        Say(statement, "deck", content.Deck);
        Say(statement, "section", section);
        if (updated is { } at)
            statement["updated"] = EntryJson.Time(at);
        if (content.Byline.Count > 0)
            statement["byline"] = Names(content.Byline);
        if (content.Topics.Count > 0)
            statement["topics"] = Names(content.Topics);
        if (content.Lead is { } lead)
            statement["lead"] = Lead(lead);
        if (content.Ledger.Count > 0)
            statement["ledger"] = new JsonArray([.. content.Ledger.Select(Line)]);
        return EntryJson.Bytes(statement);
    }

    public static string Kind(VersionKind kind) =>
        kind switch
        {
            VersionKind.First => "first",
            VersionKind.Update => "update",
            VersionKind.Clarification => "clarification",
            VersionKind.Correction => "correction",
            VersionKind.Retraction => "retraction",
            VersionKind.Takedown => "removal",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The record does not know this kind."),
        };

    private static JsonObject Lead(LeadPicture lead)
    {
        var picture = new JsonObject();
        Say(picture, "sha256", lead.Sha256);
        Say(picture, "alt", lead.Alt);
        Say(picture, "caption", lead.Caption);
        Say(picture, "credit", lead.Credit);
        return picture;
    }

    private static JsonObject Line(LedgerLine line)
    {
        var written = new JsonObject
        {
            ["id"] = Whole(line.Id),
            ["form"] = Word(line.Form),
            ["source"] = Source(line.Source),
        };
        if (line.Standing is { } standing)
            written["standing"] = Word(standing);
        if (line.Channel is { } channel)
            written["channel"] = Word(channel);
        if (line.Via is { } via)
            written["via"] = Source(via);
        if (line.SaidOn is { } day)
            written["saidOn"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (line.Sought != default)
            written["sought"] = Word(line.Sought);
        Say(written, "note", line.Note);
        if (line.IsChecked)
            written["checked"] = true;
        if (line.Evidence.Count > 0)
            written["evidence"] = new JsonArray([.. line.Evidence.Select(Evidence)]);
        return written;
    }

    private static JsonObject Source(LedgerSource source)
    {
        var written = new JsonObject
        {
            ["kind"] = Word(source.Kind),
            ["name"] = Whole(source.Name),
            ["named"] = source.IsNamed,
        };
        Say(written, "role", source.Role);
        Say(written, "affiliation", source.Affiliation);
        Say(written, "address", source.Address);
        if (source.Reason is { } reason)
            written["reason"] = Word(reason);
        return written;
    }

    private static JsonObject Evidence(LedgerEvidence copy)
    {
        var written = new JsonObject { ["takenAt"] = EntryJson.Time(copy.TakenAt) };
        Say(written, "sha256", copy.Sha256);
        return written;
    }

    private static JsonArray Names(ValueList<string> names) =>
        new([.. names.Select(name => (JsonNode)JsonValue.Create(Whole(name)))]);

    private static void Say(JsonObject into, string member, string? words)
    {
        if (!string.IsNullOrEmpty(words))
            into[member] = Whole(words);
    }

    // camelCase: renaming one of ours must not rename what is sealed, so a test holds the words.
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    // Half a character has no canonical form; a page shows it as U+FFFD too.
    private static string Whole(string words) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));
}
