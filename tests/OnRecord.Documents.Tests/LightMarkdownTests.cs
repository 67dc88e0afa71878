namespace OnRecord.Documents.Tests;

public class LightMarkdownTests
{
    [Theory]
    [InlineData("Plain words.", "<p>Plain words.</p>")]
    [InlineData("One.\n\nTwo.", "<p>One.</p><p>Two.</p>")]
    [InlineData("One\ntwo", "<p>One<br>two</p>")]
    [InlineData("*so* and _so_", "<p><em>so</em> and <em>so</em></p>")]
    [InlineData("**very** *so **very** so*", "<p><strong>very</strong> <em>so <strong>very</strong> so</em></p>")]
    [InlineData("2 * 3 * 4", "<p>2 * 3 * 4</p>")]
    [InlineData("snake_case_word", "<p>snake_case_word</p>")]
    [InlineData("\\*not\\*", "<p>*not*</p>")]
    [InlineData("*open", "<p>*open</p>")]
    [InlineData("> said\n> so\n\nI disagree.", "<blockquote><p>said<br>so</p></blockquote><p>I disagree.</p>")]
    [InlineData(
        "[the minutes](https://board.example/m) say so",
        "<p><a href=\"https://board.example/m\" rel=\"ugc\">the minutes</a> say so</p>"
    )]
    [InlineData(
        "See https://board.example/a_b_c, please (https://board.example/d).",
        "<p>See <a href=\"https://board.example/a_b_c\" rel=\"ugc\">https://board.example/a_b_c</a>, please (<a href=\"https://board.example/d\" rel=\"ugc\">https://board.example/d</a>).</p>"
    )]
    [InlineData("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>")]
    [InlineData("[x](/desk)", "<p>[x](/desk)</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("   \n\n ", "")]
    public void What_readers_type_is_read_as_little_Markdown(string text, string html) =>
        HtmlWriter.Write(LightMarkdown.Read(text), new HtmlOptions { LinkRelation = "ugc" }).ShouldBe(html);

    [Fact]
    public void No_text_takes_long_or_nests_deep()
    {
        foreach (var piece in new[] { "*", "**a", "_a", "[", "[a](", "> ", "*a **b _c ", "https://a.example " })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 5000 / piece.Length));
            LightMarkdown.Read(text).ShouldNotBeNull();
        }
    }
}
