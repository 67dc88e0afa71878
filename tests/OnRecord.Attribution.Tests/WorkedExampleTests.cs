using System.Text.Json;

namespace OnRecord.Attribution.Tests;

public class WorkedExampleTests
{
    private const int AllowedExtra = 2;

    private static string Text => Shared.Text(Shared.Folder("samples", "scraped-story.txt"));

    private static List<JsonElement> Listed(string name)
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Shared.Folder("samples", "worked-example.json")));
        return [.. example.RootElement.GetProperty(name).EnumerateArray().Select(one => one.Clone())];
    }

    [Fact]
    public void Every_attribution_of_the_worked_example_is_found_with_its_source()
    {
        var text = Text;
        var proposals = FindAttributions.In(text);
        foreach (var asked in Listed("attributions"))
        {
            var id = asked.GetProperty("id").ToString();
            var found = proposals
                .SingleOrDefault(proposal => Shares(proposal, asked))
                .ShouldNotBeNull($"no proposal for {id}");
            found.Content.ShouldBe(Spans(asked), ignoreOrder: false, id);
            found.Source.ShouldBe(Words(asked, "source"), id);
            found.SourceName.ShouldBe(Name(asked), id);
            found.Kind.ShouldBe(
                Enum.Parse<SourceKind>(asked.GetProperty("source_kind").GetString()!, ignoreCase: true),
                id
            );
            found.Standing.ShouldBe(
                Enum.Parse<Standing>(asked.GetProperty("standing").GetString()!, ignoreCase: true),
                id
            );
            found.Form.ShouldBe(Enum.Parse<Form>(asked.GetProperty("form").GetString()!, ignoreCase: true), id);
            found.Cue.ShouldBe(Words(asked, "cue"), id);
            found.Via?.Name.ShouldBe(asked.GetProperty("via").GetProperty("name").GetString(), id);
            (found.Via is null).ShouldBe(asked.GetProperty("via").ValueKind == JsonValueKind.Null, id);
        }
    }

    [Fact]
    public void Hardly_anything_else_is_proposed_for_the_worked_example()
    {
        var known = Listed("attributions").Concat(Listed("optional")).ToList();
        FindAttributions
            .In(Text)
            .Count(proposal => !known.Exists(one => Shares(proposal, one)))
            .ShouldBeLessThanOrEqualTo(AllowedExtra);
    }

    // A source that is not named is written with those words behind it, which are no part of its name.
    private static string? Name(JsonElement one) =>
        one.GetProperty("source_name").GetString()?.Replace(" (not named)", "", StringComparison.Ordinal);

    private static Span? Words(JsonElement one, string name) =>
        one.GetProperty(name) is { ValueKind: JsonValueKind.Object } words
            ? new Span(words.GetProperty("start").GetInt32(), words.GetProperty("end").GetInt32())
            : null;

    private static List<Span> Spans(JsonElement one) =>
        [
            .. one.GetProperty("content")
                .GetProperty("spans")
                .EnumerateArray()
                .Select(span => new Span(span[0].GetInt32(), span[1].GetInt32())),
        ];

    private static bool Shares(Proposal proposal, JsonElement one)
    {
        var spans = Spans(one);
        var shared = proposal.Content.Sum(mine =>
            spans.Sum(other => Math.Max(0, Math.Min(mine.End, other.End) - Math.Max(mine.Start, other.Start)))
        );
        return 2 * shared >= Math.Max(proposal.Content.Sum(span => span.Length), spans.Sum(span => span.Length));
    }
}
