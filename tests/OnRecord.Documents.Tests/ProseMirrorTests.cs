using System.Text.Json.Nodes;

namespace OnRecord.Documents.Tests;

public class ProseMirrorTests
{
    private const string EveryKind = """
        {"type":"doc","content":[
          {"type":"paragraph","content":[
            {"type":"text","text":"Plain, "},
            {"type":"text","text":"strong","marks":[{"type":"bold"}]},
            {"type":"text","text":"both","marks":[{"type":"bold"},{"type":"italic"}]},
            {"type":"hardBreak"},
            {"type":"text","text":"link","marks":[{"type":"link","attrs":{"href":"https://example.org/"}}]},
            {"type":"text","text":"Україна","marks":[{"type":"lang","attrs":{"lang":"uk"}},{"type":"attribution","attrs":{"id":"a1"}}]},
            {"type":"text","text":"H","marks":[{"type":"code"}]},
            {"type":"text","text":"2","marks":[{"type":"subscript"}]},
            {"type":"text","text":"2","marks":[{"type":"superscript"}]}]},
          {"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Heading"}]},
          {"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"Quoted"}]}]},
          {"type":"pullQuote","content":[{"type":"text","text":"Pulled"}]},
          {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"One"}]}]}]},
          {"type":"orderedList","attrs":{"start":4},"content":[{"type":"listItem","content":[{"type":"paragraph"}]}]},
          {"type":"figure","attrs":{"src":"https://example.org/a.jpg","alt":"A","credit":"C"},"content":[{"type":"text","text":"Caption"}]},
          {"type":"figure","attrs":{"src":"media:0a/4x3","alt":"B","focusX":30,"focusY":0}},
          {"type":"linkedMedia","attrs":{"kind":"chart","address":"https://example.org/chart"},"content":[
            {"type":"figure","attrs":{"src":"https://example.org/c.png","alt":"A curve"}},
            {"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"colspan":1,"rowspan":1},"content":[{"type":"paragraph"}]}]}]}]},
          {"type":"paragraph","content":[
            {"type":"text","text":"asked","marks":[{"type":"comment","attrs":{"id":"t1"}}]},
            {"type":"text","text":"new","marks":[{"type":"insertion","attrs":{"id":"e1","by":"p1","at":"2026-03-14T09:12:00Z"}}]},
            {"type":"text","text":"old","marks":[{"type":"deletion","attrs":{"id":"e1","by":"p1","at":"2026-03-14T09:12:00Z"}}]}]},
          {"type":"gallery","content":[{"type":"figure","attrs":{"src":"https://example.org/b.jpg","alt":""}}]},
          {"type":"socialPost","attrs":{"network":"Mastodon","author":"N","handle":"@n@example.social","address":"https://example.social/1","postedOn":"2026-03-02"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Wording"}]}]},
          {"type":"table","content":[{"type":"tableRow","content":[
            {"type":"tableHeader","attrs":{"colspan":1,"rowspan":1},"content":[{"type":"paragraph"}]},
            {"type":"tableCell","attrs":{"colspan":2,"rowspan":1},"content":[{"type":"paragraph"}]}]}]},
          {"type":"callout","content":[{"type":"paragraph","content":[{"type":"text","text":"How we know"}]}]},
          {"type":"horizontalRule"},
          {"type":"codeBlock","attrs":{"language":"sql"},"content":[{"type":"text","text":"select 1"}]}]}
        """;

    [Fact]
    public void Every_kind_of_block_and_mark_comes_back_as_it_went_in() => RoundTrip(EveryKind);

    [Theory]
    [InlineData(
        """{"type":"doc","content":[{"type":"paragraph","attrs":{"textAlign":"center","indent":2},"content":[{"type":"text","text":"x"}]}]}"""
    )]
    [InlineData(
        """{"type":"doc","content":[{"type":"video","attrs":{"src":"x"},"content":[{"type":"text","text":"inside"}]}]}"""
    )]
    [InlineData(
        """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"7"}}]}]}"""
    )]
    [InlineData(
        """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"highlight","attrs":{"color":"red"}}]}]}]}"""
    )]
    [InlineData(
        """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"https://example.org/","target":"_blank"}}]}]}]}"""
    )]
    [InlineData(
        """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"comment"},{"type":"insertion","attrs":{"why":"shorter"}},{"type":"deletion"}]}]}]}"""
    )]
    [InlineData("""{"type":"doc","attrs":{"draft":true}}""")]
    [InlineData(
        """{"type":"doc","content":[{"type":"codeBlock","content":[{"type":"text","text":"x","marks":[{"type":"bold"}]}]}]}"""
    )]
    public void What_is_not_known_is_kept(string json) => RoundTrip(json);

    [Theory]
    [InlineData("nonsense", "not readable")]
    [InlineData("{}", "an object with a type")]
    [InlineData("""{"type":"paragraph"}""", "type doc")]
    [InlineData(
        """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text"}]}]}""",
        "$.content[0].content[0]"
    )]
    [InlineData(
        """{"type":"doc","content":[{"type":"heading","attrs":{"level":"two"}}]}""",
        "level is not a whole number"
    )]
    public void What_is_no_story_is_refused_with_its_place(string json, string says) =>
        Should.Throw<DocumentFormatException>(() => ProseMirrorReader.Read(json)).Message.ShouldContain(says);

    [Fact]
    public void Nesting_beyond_reason_is_refused()
    {
        var json =
            string.Concat(Enumerable.Repeat("""{"type":"blockquote","content":[""", 5000))
            + string.Concat(Enumerable.Repeat("]}", 5000));
        Should.Throw<DocumentFormatException>(() =>
            ProseMirrorReader.Read($$"""{"type":"doc","content":[{{json}}]}""")
        );
    }

    [Fact]
    public void Documents_with_the_same_content_are_equal() =>
        ProseMirrorReader.Read(EveryKind).ShouldBe(ProseMirrorReader.Read(EveryKind));

    private static void RoundTrip(string json)
    {
        var written = ProseMirrorWriter.Write(ProseMirrorReader.Read(json));
        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(json)).ShouldBeTrue(written);
    }
}
