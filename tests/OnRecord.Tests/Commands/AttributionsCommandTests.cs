using System.Text.Json.Nodes;
using OnRecord.Attribution;
using OnRecord.Commands;

namespace OnRecord.Tests.Commands;

public class AttributionsCommandTests
{
    [Fact]
    public void Offsets_count_characters_and_not_their_halves()
    {
        const string Text = "😀😀\n\n“It will hold,” said Ada Lindqvist.";
        var said = Read(Text)["attributions"]!.AsArray().Single()!;
        var words = said["content"]!;
        ((int)words["start"]!, (int)words["end"]!).ShouldBe((4, 19));
        ((int)words["spans"]![0]![0]!).ShouldBe(4);
        ((string)said["source"]!["text"]!).ShouldBe("Ada Lindqvist");
        ((string)said["form"]!).ShouldBe("direct");
        said["via"].ShouldBeNull();
    }

    [Fact]
    public void Whoever_is_not_named_is_told_so()
    {
        var said = Read("Two people who work at the site said the grade was left out.")["attributions"]![0]!;
        ((string)said["source_name"]!).ShouldEndWith("(not named)");
        ((string)said["standing"]!).ShouldBe("anonymous");
    }

    [Fact]
    public void The_sample_is_told_as_the_worked_example_tells_it()
    {
        var text = File.ReadAllText(Shared.Path("samples", "scraped-story.txt"));
        var example = JsonNode.Parse(File.ReadAllText(Shared.Path("samples", "worked-example.json")))!;
        var told = Read(text)["attributions"]!.AsArray();
        foreach (var asked in example["attributions"]!.AsArray())
        {
            var found = told.Single(one =>
                JsonNode.DeepEquals(one!["content"]!["spans"], asked!["content"]!["spans"])
            )!;
            foreach (var field in (string[])["source", "source_name", "source_kind", "standing", "cue", "form"])
                JsonNode.DeepEquals(found[field], asked![field]).ShouldBeTrue($"{asked["id"]} {field}: {found[field]}");
            ((string?)found["via"]?["name"]).ShouldBe((string?)asked!["via"]?["name"], $"{asked["id"]}");
        }
        told.Count.ShouldBeLessThanOrEqualTo(19 + 2 + 2);
    }

    private static JsonObject Read(string text) => AttributionsJson.Of("a.txt", text, FindAttributions.In(text));
}
