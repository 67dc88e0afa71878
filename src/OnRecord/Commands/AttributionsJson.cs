using System.Text.Json.Nodes;
using OnRecord.Attribution;

namespace OnRecord.Commands;

/// <summary>Proposals as JSON. Offsets count Unicode code points.</summary>
internal static class AttributionsJson
{
    public static JsonObject Of(string name, string text, IReadOnlyList<Proposal> found)
    {
        var points = CodePoints(text);
        return new JsonObject
        {
            ["file"] = name,
            ["attributions"] = new JsonArray([.. found.Select(one => One(one, text, points))]),
        };
    }

    /// <summary>A kind's word, such as <c>person</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static JsonObject One(Proposal proposal, string text, int[] points) =>
        new()
        {
            ["content"] = new JsonObject
            {
                ["start"] = points[proposal.Content[0].Start],
                ["end"] = points[proposal.Content[^1].End],
                ["spans"] = new JsonArray([
                    .. proposal.Content.Select(span => new JsonArray(points[span.Start], points[span.End])),
                ]),
            },
            ["source"] = Words(proposal.Source, text, points),
            ["source_name"] = proposal is { SourceName: { } name, Standing: Standing.Anonymous }
                ? $"{name} (not named)"
                : proposal.SourceName,
            // A data set is a document to those who read this.
            ["source_kind"] = Word(proposal.Kind == SourceKind.DataSet ? SourceKind.Document : proposal.Kind),
            ["standing"] = Word(proposal.Standing),
            ["via"] = Via(proposal.Via, text, points),
            ["cue"] = Words(proposal.Cue, text, points),
            ["form"] = Word(proposal.Form),
        };

    private static JsonObject? Via(Via? via, string text, int[] points)
    {
        if (via is null)
            return null;
        var words = Words(via.Words, text, points)!;
        words.Insert(0, "name", via.Name);
        return words;
    }

    private static JsonObject? Words(Span? words, string text, int[] points) =>
        words is not { } span
            ? null
            : new JsonObject
            {
                ["start"] = points[span.Start],
                ["end"] = points[span.End],
                ["text"] = text[span.Start..span.End],
            };

    // The code points before each UTF-16 unit.
    private static int[] CodePoints(string text)
    {
        var points = new int[text.Length + 1];
        for (var at = 0; at < text.Length; at++)
            points[at + 1] =
                points[at] + (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]) ? 0 : 1);
        return points;
    }
}
