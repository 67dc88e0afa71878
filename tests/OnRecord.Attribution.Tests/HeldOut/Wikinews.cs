using System.Text.Json;

namespace OnRecord.Attribution.Tests.HeldOut;

/// <summary>The texts of shared/conformance/gum-wikinews, in the same form as our own.</summary>
internal static class Wikinews
{
    /// <summary>All texts; none where the folder is not beside the repository.</summary>
    public static IReadOnlyList<GoldText> All()
    {
        if (Folders.Conformance("gum-wikinews") is not { } folder)
            return [];
        return
        [
            .. File.ReadLines(Path.Combine(folder, "gold.jsonl"))
                .Where(line => line.Length > 0)
                .Select(line =>
                {
                    using var gold = JsonDocument.Parse(line);
                    var file = gold.RootElement.GetProperty("file").GetString()!;
                    return Read(file, File.ReadAllText(Path.Combine(folder, "texts", file)), gold.RootElement);
                }),
        ];
    }

    private static GoldText Read(string file, string text, JsonElement gold)
    {
        var units = Units(text);
        return new(
            file,
            text,
            [
                .. gold.GetProperty("attributions")
                    .EnumerateArray()
                    .Select(one => new GoldAttribution
                    {
                        Content = Spans(one.GetProperty("content"), units),
                        Speech = one.GetProperty("speech").GetBoolean(),
                        Source = Spans(one.GetProperty("source"), units),
                    }),
            ]
        );
    }

    /// <summary>For each code point of a text, its first UTF-16 unit.</summary>
    private static List<int> Units(string text)
    {
        var units = new List<int>();
        for (var at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
            units.Add(at);
        units.Add(text.Length);
        return units;
    }

    private static IReadOnlyList<Span> Spans(JsonElement words, List<int> units) =>
        words.ValueKind == JsonValueKind.Object
            ?
            [
                .. words
                    .GetProperty("spans")
                    .EnumerateArray()
                    .Select(span => new Span(units[span[0].GetInt32()], units[span[1].GetInt32()])),
            ]
            : [];
}
