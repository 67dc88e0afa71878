using OnRecord.Documents;
using OnRecord.Imports;

namespace OnRecord.Tests.Imports;

/// <summary>The page that OnRecord began with.</summary>
public class SampleStoryTests
{
    private static ReadStory Sample => PageOpener.Open(Shared.Path("samples", "scraped-story.txt")).Value!;

    [Fact]
    public void Headline_section_and_picture_line_are_found()
    {
        Sample.Headline.ShouldBe("China Denies Russia’s Request for Military Aid in Invasion of Ukraine");
        Sample.Section.ShouldBe("China");
        Sample.Lead!.Caption.ShouldBe("Russia and Ukraine map");
        Sample.Lead.Credit.ShouldBe("Tomasz Makowski");
        Sample.Language.ShouldBe("en");
    }

    [Fact]
    public void The_body_is_every_paragraph_in_order_and_nothing_else()
    {
        var lines = File.ReadAllText(Shared.Path("samples", "scraped-story.txt"))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(
            lines,
            line => line.StartsWith("China indicated on March 14", StringComparison.Ordinal)
        );
        var last = Array.FindIndex(
            lines,
            line => line.EndsWith("National Security Advisor Sullivan said.", StringComparison.Ordinal)
        );
        PlainText.Of(Sample.Text).Split("\n\n").ShouldBe(lines[first..(last + 1)]);
        Sample.Text.Blocks.ShouldAllBe(block => block is Paragraph);
    }

    [Fact]
    public void Each_thing_left_out_is_named_with_its_reason() =>
        Sample
            .Removed.Select(left => (left.Text, left.Why))
            .ShouldBe([
                ("fbpx", "tracking-pixel residue"),
                ("Support our non-profit journalism", "donation appeal"),
                ("Submit a Comment", "comment form"),
                ("Your email address will not be published. Required fields are marked *", "comment form"),
                ("Continue reading on the app", "app prompt"),
                ("Expand article", "app prompt"),
            ]);

    [Fact]
    public void Nothing_is_invented()
    {
        Sample.Byline.ShouldBeEmpty();
        Sample.PublishedAt.ShouldBeNull();
        Sample.Deck.ShouldBeNull();
    }

    [Fact]
    public void The_posts_keep_their_wording_and_their_languages()
    {
        var text = PlainText.Of(Sample.Text).Replace('\u00a0', ' ');
        text.ShouldContain(
            "“I hereby challenge Владимир Путин (Putin) to single combat Stakes are Україна (Ukraine),” Musk tweeted."
        );
        text.ShouldContain("“Do you agree to this fight? @KremlinRussia_E.”");
        HtmlWriter.Write(Sample.Text).ShouldContain("""<span lang="uk">Україна</span>""");
    }
}
