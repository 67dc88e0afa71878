using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OnRecord.Documents;

/// <summary>A node or mark of ProseMirror JSON while it is read, with its place for messages.</summary>
internal readonly struct ProseMirrorNode
{
    private readonly JsonElement json;
    private readonly Place? place;
    private readonly int depth;

    public ProseMirrorNode(JsonElement json)
        : this(json, null, 0) { }

    private ProseMirrorNode(JsonElement json, Place? place, int depth)
    {
        (this.json, this.place, this.depth) = (json, place, depth);
        if (depth > ProseMirrorReader.MaximumDepth)
            throw Refuse($"nodes lie more than {ProseMirrorReader.MaximumDepth} deep");
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String
        )
            throw Refuse("a node is an object with a type");
        Type = NameOf(type);
    }

    // A text is made of these, and each has thousands of nodes of few kinds.
    private static string NameOf(JsonElement type) =>
        type.ValueEquals("text"u8) ? "text"
        : type.ValueEquals("paragraph"u8) ? "paragraph"
        : type.ValueEquals("attribution"u8) ? "attribution"
        : type.ValueEquals("link"u8) ? "link"
        : type.GetString()!;

    public string Type { get; }

    public string Raw => json.GetRawText();

    public string? Text =>
        json.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    public IEnumerable<ProseMirrorNode> Children() => List("content");

    public IEnumerable<ProseMirrorNode> Marks() => List("marks");

    public ValueList<T> Children<T>(Func<ProseMirrorNode, T> read) => List("content", read);

    public ValueList<T> Marks<T>(Func<ProseMirrorNode, T> read) => List("marks", read);

    public string? String(string attribute) =>
        Attribute(attribute) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Refuse($"its attribute {attribute} is not a string");

    public int? Number(string attribute) =>
        Attribute(attribute) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Refuse($"its attribute {attribute} is not a whole number");

    /// <summary>The attributes beside the known ones, as JSON; null where there are none.</summary>
    public string? OtherAttributes(params ReadOnlySpan<string> known)
    {
        if (!json.TryGetProperty("attrs", out var attributes) || attributes.ValueKind != JsonValueKind.Object)
            return null;
        JsonObject? others = null;
        foreach (var attribute in attributes.EnumerateObject())
            // A known attribute that is null says no more than its absence does.
            if (!IsAmong(known, attribute))
                (others ??= [])[attribute.Name] = JsonNode.Parse(attribute.Value.GetRawText());
        return others?.ToJsonString();
    }

    private static bool IsAmong(ReadOnlySpan<string> known, JsonProperty attribute)
    {
        foreach (var name in known)
            if (attribute.NameEquals(name))
                return true;
        return false;
    }

    public DocumentFormatException Refuse(string reason) =>
        new($"This is not readable as a story's text: at {Place.Of(place)}, {reason}.");

    private JsonElement? Attribute(string name) =>
        json.TryGetProperty("attrs", out var attributes)
        && attributes.ValueKind == JsonValueKind.Object
        && attributes.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private IEnumerable<ProseMirrorNode> List(string property)
    {
        if (!json.TryGetProperty(property, out var list) || list.ValueKind == JsonValueKind.Null)
            yield break;
        if (list.ValueKind != JsonValueKind.Array)
            throw Refuse($"its {property} is not a list");
        var at = 0;
        foreach (var item in list.EnumerateArray())
            yield return new ProseMirrorNode(item, new Place(place, property, at++), depth + 1);
    }

    private ValueList<T> List<T>(string property, Func<ProseMirrorNode, T> read)
    {
        if (!json.TryGetProperty(property, out var list) || list.ValueKind == JsonValueKind.Null)
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw Refuse($"its {property} is not a list");
        var items = new T[list.GetArrayLength()];
        var at = 0;
        foreach (var item in list.EnumerateArray())
        {
            items[at] = read(new ProseMirrorNode(item, new Place(place, property, at), depth + 1));
            at++;
        }
        return new ValueList<T>(ImmutableCollectionsMarshal.AsImmutableArray(items));
    }

    // Written out only where something is wrong there.
    private sealed record Place(Place? Around, string Property, int At)
    {
        public static string Of(Place? place) =>
            place is null ? "$" : $"{Of(place.Around)}.{place.Property}[{place.At}]";
    }
}
