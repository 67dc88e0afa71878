using OnRecord.Documents;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Desk.Arrangement;

public class PolicyTextTests
{
    [Fact]
    public void Paragraphs_headings_lists_marks_and_links_are_read()
    {
        var text = PolicyText.Read(
            "## How\n\nWe *ask* **first**, see [the list](/about).\n\n- one\n- two\n  1. inner\n\n3. three\n4. four"
        );
        HtmlWriter
            .Write(text)
            .ShouldBe(
                "<h2>How</h2><p>We <em>ask</em> <strong>first</strong>, see <a href=\"/about\">the list</a>.</p>"
                    + "<ul><li>one</li><li>two<ol><li>inner</li></ol></li></ul><ol start=\"3\"><li>three</li><li>four</li></ol>"
            );
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a <b onclick=x>b</b> &amp; c", "a &lt;b onclick=x&gt;b&lt;/b&gt; &amp;amp; c")]
    [InlineData("[go](javascript:alert(1))", "go")]
    [InlineData("> quoted", "&gt; quoted")]
    [InlineData("[name]: https://example.org", "[name]: https://example.org")]
    public void What_is_not_ours_stays_as_words(string typed, string shown) =>
        HtmlWriter.Write(PolicyText.Read(typed)).ShouldBe($"<p>{shown}</p>");

    [Theory]
    [InlineData("Plain words.\n\nAnother paragraph.")]
    [InlineData("# Top\n\n### Third\n\n#### Fourth")]
    [InlineData("**bold *both* bold** and *slanted*")]
    [InlineData("[a [nested] name](https://example.org/a_b_(c)?d=1&e=2)")]
    [InlineData("**[bold link](/x)** then [name] and [e-mail address].")]
    [InlineData("2 \\* 3 = 6, snake_case_name, \\_not slanted\\_, back\\\\slash")]
    [InlineData("\\- no list\n\n1\\. no list\n\n\\# no heading\n\n\\+ no list")]
    [InlineData("- one\n\n  more of one\n- two\n  - inner\n    - innermost")]
    [InlineData("3. three\n4. four")]
    [InlineData("line one\\\nline two")]
    [InlineData("<b>HTML</b> & entities &copy; <!-- remark -->")]
    [InlineData("[name]: the editor\n\n\\[a]\\(b)")]
    [InlineData("![picture](https://example.org/a.png)")]
    [InlineData("«Слово» **Київ** — ґанок\n\n---\n\n```\ncode\n```")]
    public void What_was_saved_stands_in_the_field_again_and_means_the_same(string typed)
    {
        var read = PolicyText.Read(typed);
        read.Blocks.ShouldNotBeEmpty();
        var written = PolicyWriter.Write(read);
        PolicyText.Read(written).ShouldBe(read, written);
        PolicyWriter.Write(PolicyText.Read(written)).ShouldBe(written);
    }

    [Fact]
    public void Blanks_are_found_and_links_are_none() =>
        PolicyText
            .Blanks(PolicyText.Read("Write to [e-mail address] or [us](/about). [Name], [Name]."))
            .ShouldBe(["[e-mail address]", "[Name]"]);

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    public void Every_starter_reads_as_it_is_written_and_has_blanks_to_fill(string language)
    {
        var starters = new System.Resources.ResourceManager(
            "OnRecord.Desk.Arrangement.PolicyStarters",
            typeof(Site).Assembly
        );
        var words = new OnRecord.Platform.Pages.Words(starters, language);
        foreach (var key in new[] { "Ethics", "Corrections", "Unnamed", "Funding", "WhoWeAre", "Privacy" })
        {
            var text = PolicyText.Read(words[$"{key}.Text"]);
            PolicyText.Blanks(text).ShouldNotBeEmpty(key);
            PolicyText.Read(PolicyWriter.Write(text)).ShouldBe(text);
        }
    }
}
