using System.Text.RegularExpressions;

namespace OnRecord.Documents.Tests;

/// <summary>Runs the examples of Specs/html-in.md.</summary>
public partial class HtmlSpec
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        var blocks = Fenced()
            .Matches(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "html-in.md")).ReplaceLineEndings("\n")
            );
        for (var at = 0; at + 1 < blocks.Count; at += 2)
            examples.Add(blocks[at].Groups[1].Value, blocks[at + 1].Groups[1].Value);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Html_becomes_what_the_spec_says(string html, string written) =>
        HtmlWriter.Write(HtmlReader.Read(html)).ShouldBe(written);

    [Fact]
    public void Ten_thousand_nested_elements_keep_their_words()
    {
        foreach (var element in new[] { "div", "b", "blockquote", "ul><li", "span lang=uk" })
        {
            var html = string.Concat(Enumerable.Repeat($"<{element}>", 10_000)) + "deep words";
            var document = HtmlReader.Read(html);
            PlainText.Of(document).ShouldContain("deep words");
            ProseMirrorReader.Read(ProseMirrorWriter.Write(document)).ShouldBe(document);
        }
    }

    [GeneratedRegex("```html\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
