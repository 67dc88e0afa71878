namespace OnRecord.Documents.Tests;

/// <summary>The editor finds the same lines by the same numbers: client/editor/tests/ledger.test.ts holds it to this very text.</summary>
public class LineNumbersTests
{
    private const string Everything = """
        {"type":"doc","content":[
          {"type":"paragraph","content":[{"type":"text","text":"zero"}]},
          {"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"one"}]},
          {"type":"pullQuote","content":[{"type":"text","text":"two"}]},
          {"type":"codeBlock","content":[{"type":"text","text":"none"}]},
          {"type":"figure","attrs":{"src":"media:ab/1x1","alt":""},"content":[{"type":"text","text":"three"}]},
          {"type":"bulletList","content":[{"type":"listItem","content":[
            {"type":"paragraph","content":[{"type":"text","text":"four"}]},{"type":"paragraph","content":[{"type":"text","text":"five"}]}]}]},
          {"type":"table","content":[{"type":"tableRow","content":[
            {"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"six"}]}]},
            {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"seven"}]},{"type":"paragraph"}]}]}]},
          {"type":"gallery","content":[
            {"type":"figure","attrs":{"src":"media:ab/1x1","alt":""},"content":[{"type":"text","text":"nine"}]},
            {"type":"figure","attrs":{"src":"media:cd/1x1","alt":""}}]},
          {"type":"socialPost","content":[{"type":"paragraph","content":[{"type":"text","text":"eleven"}]}]},
          {"type":"horizontalRule"},
          {"type":"linkedMedia","attrs":{"kind":"chart","address":""},"content":[
            {"type":"figure","attrs":{"src":"media:ab/1x1","alt":""},"content":[{"type":"text","text":"twelve"}]},
            {"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[
              {"type":"paragraph","content":[{"type":"text","text":"thirteen"}]}]}]}]}]},
          {"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"fourteen"}]}]},
          {"type":"callout","content":[{"type":"paragraph","content":[{"type":"text","text":"fifteen"}]}]},
          {"type":"video","content":[{"type":"text","text":"unknown"}]},
          {"type":"gallery","content":[{"type":"paragraph","content":[{"type":"text","text":"sixteen, held as it came"}]}]},
          {"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"hardBreak"},{"type":"mention","attrs":{"id":"7"}},{"type":"text","text":"seventeen"}]}
        ]}
        """;

    [Theory]
    [InlineData("zero", 0, 0)]
    [InlineData("one", 1, 0)]
    [InlineData("four", 4, 0)]
    [InlineData("five", 5, 0)]
    [InlineData("six", 6, 0)]
    [InlineData("seven", 7, 0)]
    [InlineData("eleven", 11, 0)]
    [InlineData("thirteen", 13, 0)]
    [InlineData("fourteen", 14, 0)]
    [InlineData("fifteen", 15, 0)]
    [InlineData("sixteen", 16, 0)]
    [InlineData("seventeen", 17, 3)]
    public void Lines_are_numbered_as_the_editor_numbers_them(string words, int line, int start)
    {
        var text = DocumentText.Of(ProseMirrorReader.Read(Everything));
        var at = text.Text.IndexOf(words, StringComparison.Ordinal);
        text.Places(at, at + words.Length).ShouldBe([new PlaceInLine(line, start, start + words.Length)]);
    }
}
