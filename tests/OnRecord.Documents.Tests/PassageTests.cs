namespace OnRecord.Documents.Tests;

public class PassageTests
{
    [Fact]
    public void A_passage_is_underlined_and_its_number_stands_after_its_last_piece()
    {
        var written = Shown(P(Said("“No,”", "a"), Plain(" she said. "), Said("“Never.”", "a"), Plain(" They left.")));
        written.ShouldBe(
            "<p><span class=\"said a\">“No,”</span> she said. <span class=\"said a\">“Never.”"
                + "<sup><a href=\"#s1\" id=\"p1\" role=\"doc-noteref\" aria-label=\"Source 1\" aria-describedby=\"s1\">1</a></sup>"
                + "</span> They left.</p>"
        );
    }

    [Fact]
    public void A_passage_over_several_blocks_has_one_number_and_its_note_stands_after_the_last_of_them()
    {
        var parts = HtmlWriter.Parts(
            [
                new Quote([P(Said("First.", "a")), P(Said("Second.", "a"))]),
                new ListBlock(
                    false,
                    1,
                    [new ListItem([P(Said("Third.", "a"))]), new ListItem([P(Said("Else.", "b"))])]
                ),
                P(Plain("Between.")),
                new Table([new TableRow([new TableCell(false, 1, 1, [P(Said("Fourth.", "a"))])])]),
            ],
            Options
        );
        parts.Select(part => string.Join(',', part.Passages)).ShouldBe(["", "b", "", "a"]);
        string.Concat(parts.Select(part => part.Html)).Split("id=\"p1\"").Length.ShouldBe(2);
        parts[0].Html.ShouldNotContain("<sup>");
        parts[3].Html.ShouldContain("Fourth.<sup>");
    }

    [Fact]
    public void Passages_may_overlap_and_lie_in_one_another()
    {
        var written = Shown(
            P(
                Said("One ", "a"),
                Said("two ", "a", "b"),
                Said("three ", "b"),
                Said("four", "b", "c"),
                Said(" five", "b")
            )
        );
        Numbers(written).ShouldBe(["1", "3", "2"]);
        Closes(written);
    }

    [Fact]
    public void A_passage_lies_round_the_links_in_it_for_no_link_may_hold_another()
    {
        Mark link = new Link("https://example.org/"),
            strong = new Strong();
        var written = Shown(
            P(new Text("Read it") { Marks = [strong, link, new Attribution("a")] }, Said(" here", "a"))
        );
        written.ShouldStartWith(
            "<p><span class=\"said a\"><strong><a href=\"https://example.org/\">Read it</a></strong> here<sup>"
        );
    }

    [Fact]
    public void A_passage_that_is_not_shown_leaves_its_words_as_they_are() =>
        HtmlWriter
            .Write([P(Said("They said.", "a"))], new HtmlOptions { Passages = _ => null })
            .ShouldBe("<p>They said.</p>");

    [Fact]
    public void Unless_told_of_passages_the_writer_writes_what_it_always_wrote() =>
        HtmlWriter.Write([P(Said("They said.", "a"))]).ShouldBe("<p><span data-source=\"a\">They said.</span></p>");

    [Fact]
    public void What_is_only_suggested_is_no_piece_of_a_passage()
    {
        var suggested = new Text(" ever") { Marks = [new Attribution("a"), new Insertion("1", null, null)] };
        Shown(P(Said("No", "a"), suggested)).ShouldContain(">No<sup>");
    }

    [Fact]
    public void A_label_cannot_leave_its_attribute()
    {
        var hostile = new HtmlOptions
        {
            Passages = _ => new PassageRendering("\"><img>", 1, "\"><script>alert(1)</script>"),
        };
        var written = HtmlWriter.Write([P(Said("No", "a"))], hostile);
        written.ShouldNotContain("<script");
        written.ShouldNotContain("<img");
    }

    [Fact]
    public void Ten_thousand_passages_are_written_each_with_its_number()
    {
        var blocks = Enumerable.Range(0, 10_000).Select(at => (Block)P(Said("Words.", $"{at}"))).ToValueList();
        var options = new HtmlOptions
        {
            Passages = id => new PassageRendering(
                "said",
                int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) + 1,
                "Source"
            ),
        };
        var parts = HtmlWriter.Parts(blocks, options);
        parts.Count.ShouldBe(10_000);
        parts[^1].Html.ShouldContain("10000");
    }

    private static readonly HtmlOptions Options = new()
    {
        Passages = id => new PassageRendering($"said {id}", id[0] - 'a' + 1, $"Source {id[0] - 'a' + 1}"),
    };

    private static string Shown(params Block[] blocks) => HtmlWriter.Write(blocks, Options);

    private static Paragraph P(params Inline[] line) => new(line.ToValueList());

    private static Text Plain(string words) => new(words);

    private static Text Said(string words, params string[] ids) =>
        new(words) { Marks = ids.Select(id => (Mark)new Attribution(id)).ToValueList() };

    private static IEnumerable<string> Numbers(string html) =>
        html.Split("aria-describedby=\"s").Skip(1).Select(part => part[..part.IndexOf('"')]);

    private static void Closes(string html) => html.Split("<span").Length.ShouldBe(html.Split("</span>").Length, html);
}
