using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OnRecord.Documents.Tests;

/// <summary>Runs the examples of Specs/published.md.</summary>
public partial class PublishedSpec
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        var blocks = Fenced()
            .Matches(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "published.md"))
                    .ReplaceLineEndings("\n")
            );
        for (var at = 0; at + 1 < blocks.Count; at += 2)
            examples.Add(blocks[at].Groups[1].Value, blocks[at + 1].Groups[1].Value);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Readers_are_shown_what_the_spec_says(string working, string shown)
    {
        var published = ProseMirrorWriter.Write(Published.Of(Document(working)));
        JsonNode.DeepEquals(JsonNode.Parse(published)!["content"], JsonNode.Parse(shown)).ShouldBeTrue(published);
    }

    [Fact]
    public void A_replacement_counts_as_one_suggestion()
    {
        var document = Document(
            """[{"type":"paragraph","content":[{"type":"text","text":"may","marks":[{"type":"deletion","attrs":{"id":"e1"}}]},{"type":"text","text":"will","marks":[{"type":"insertion","attrs":{"id":"e1"}}]},{"type":"text","text":"!","marks":[{"type":"insertion","attrs":{"id":"e2"}}]}]}]"""
        );
        Suggestions.Any(document).ShouldBeTrue();
        Suggestions.Count(document).ShouldBe(2);
        Suggestions.Any(Published.Of(document)).ShouldBeFalse();
    }

    private static StoryDocument Document(string blocks) =>
        ProseMirrorReader.Read($$"""{"type":"doc","content":{{blocks}}}""");

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
