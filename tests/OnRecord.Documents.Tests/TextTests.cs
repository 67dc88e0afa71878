namespace OnRecord.Documents.Tests;

public class TextTests
{
    [Theory]
    [InlineData("One two three.", 3, 0)]
    [InlineData("don’t well-known 3.5 1,000", 4, 0)]
    [InlineData("Хто лагодить дороги", 3, 0)]
    [InlineData("سوق الخميس يبقى", 3, 0)]
    [InlineData("河岸的人", 0, 4)]
    [InlineData("GDP 增长 5", 2, 2)]
    [InlineData("— … !", 0, 0)]
    public void Words_are_counted_in_any_script(string text, int words, int characters) =>
        Length.Of(text).ShouldBe(new Length(words, characters));

    [Fact]
    public void Reading_takes_a_minute_at_least()
    {
        new Length(3, 0).Minutes.ShouldBe(1);
        new Length(800, 0).Minutes.ShouldBe(3);
        new Length(0, 1000).Minutes.ShouldBe(4);
    }

    [Fact]
    public void Words_of_another_script_are_marked_with_their_language()
    {
        var document = HtmlReader.Read(
            "<p>I challenge Владимир Путин (Putin), stakes are Україна (Ukraine), said 河岸 and سوق اليوم.</p>"
        );
        HtmlWriter
            .Write(LanguageProposal.Mark(document, "en"))
            .ShouldBe(
                """<p>I challenge <span lang="und-Cyrl">Владимир Путин</span> (Putin), stakes are <span lang="uk">Україна</span> (Ukraine), said <span lang="zh">河岸</span> and <span lang="ar">سوق اليوم</span>.</p>"""
            );
    }

    [Fact]
    public void Links_to_this_site_are_written_in_full_for_text_that_is_read_elsewhere()
    {
        var document = HtmlReader.Read(
            "<p><a href=\"/2026/03/dam?a=1&amp;b=2\">a</a> <a href=\"#s1\">b</a> <a href=\"https://example.net/\">c</a> <a href=\"mailto:x@example.org\">d</a></p>"
        );
        HtmlWriter
            .Write(document, new HtmlOptions { Page = new Uri("https://news.example.org/2026/03/ferry") })
            .ShouldBe(
                """<p><a href="https://news.example.org/2026/03/dam?a=1&amp;b=2">a</a> <a href="https://news.example.org/2026/03/ferry#s1">b</a> <a href="https://example.net/">c</a> <a href="mailto:x@example.org">d</a></p>"""
            );
        HtmlWriter.Write(document).ShouldContain("<a href=\"/2026/03/dam?a=1&amp;b=2\">a</a> <a href=\"#s1\">b</a>");
    }

    [Fact]
    public void A_language_already_said_is_left_alone()
    {
        var document = HtmlReader.Read("<p>The word <span lang=\"ru\">Путин</span> stands.</p>");
        LanguageProposal.Mark(document, "en").ShouldBe(document);
    }

    [Fact]
    public void Latin_names_in_a_ukrainian_story_stay_unmarked()
    {
        var document = HtmlReader.Read("<p>Про це пише Reuters, а не хтось інший.</p>");
        LanguageProposal.Mark(document, "uk").ShouldBe(document);
    }

    [Fact]
    public void Marking_loses_no_sign_of_the_text()
    {
        foreach (
            var text in new[]
            {
                "Київ",
                "a Київ",
                "Київ b",
                " Київ — Lviv — Львів. ",
                "12 Київ 13",
                "…",
                "日本語と漢字 and ひらがな",
            }
        )
        {
            var document = new StoryDocument([new Paragraph([new Text(text)])]);
            PlainText.Of(LanguageProposal.Mark(document)).ShouldBe(text);
        }
    }

    [Fact]
    public void Plain_text_parts_blocks_by_an_empty_line_and_leaves_captions_out()
    {
        var document = HtmlReader.Read(
            "<h2>Head</h2><p>One<br>line</p><figure><img src='https://example.org/a.jpg'><figcaption>Caption</figcaption></figure><ul><li>a</li><li>b</li></ul>"
        );
        PlainText.Of(document).ShouldBe("Head\n\nOne\nline\n\n• a\n• b");
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("fa-IR", true)]
    [InlineData("en", false)]
    [InlineData("az-Arab", true)]
    [InlineData(null, false)]
    public void Some_languages_run_from_right_to_left(string? tag, bool rightToLeft) =>
        WritingSystem.IsRightToLeft(tag).ShouldBe(rightToLeft);
}
