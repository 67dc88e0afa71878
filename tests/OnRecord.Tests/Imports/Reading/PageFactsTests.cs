using OnRecord.Imports.Reading;
using static OnRecord.Tests.Imports.Reading.SavedPage;

namespace OnRecord.Tests.Imports.Reading;

public sealed class PageFactsTests
{
    private static string Linked(string json) => With("", $"<script type=\"application/ld+json\">{json}</script>");

    [Fact]
    public void The_headline_is_without_the_site_s_name() =>
        Read(With("")).Headline.ShouldBe("Bridge closes on Monday");

    [Fact]
    public void The_headline_is_not_in_the_body()
    {
        var read = Read(
            $"<body><div class=entry-content><h1>Bridge closes on Monday</h1><p>{First}</p><p>{Second}</p></div></body>"
        );
        read.Headline.ShouldBe("Bridge closes on Monday");
        read.Body.TextContent.ShouldNotContain("Bridge closes");
    }

    [Fact]
    public void A_deck_between_headline_and_text_is_kept_apart()
    {
        var read = Read(
            $"<body><article><h1>Bridge closes on Monday</h1><p class=standfirst>Rust was found in two pillars of the city's oldest crossing</p><div class=entry-content><p>{First}</p><p>{Second}</p></div></article></body>"
        );
        read.Deck.ShouldBe("Rust was found in two pillars of the city's oldest crossing");
        read.Body.TextContent.ShouldNotContain("oldest crossing");
    }

    [Fact]
    public void A_description_that_repeats_the_opening_is_no_deck() =>
        Read(With("", $"<meta name=description content=\"{First}\">")).Deck.ShouldBeNull();

    [Fact]
    public void Linked_data_gives_byline_dates_and_section()
    {
        var read = Read(
            Linked(
                """{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"author":[{"@type":"Person","name":"By Ada Bird"},{"name":"Ivan Koval"}],"datePublished":"2026-03-02T09:30:00+02:00","dateModified":"2026-03-03","articleSection":["City"],},]}"""
            )
        );
        read.Byline.ShouldBe(["Ada Bird", "Ivan Koval"]);
        read.PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(2)));
        read.UpdatedAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));
        read.Section.ShouldBe("City");
    }

    [Fact]
    public void Broken_linked_data_hurts_nobody() =>
        Read(Linked("""{"@type":"NewsArticle","headline":"Bridge """)).Headline.ShouldBe("Bridge closes on Monday");

    [Theory]
    [InlineData("By Ada Bird and Ivan Koval", "Ada Bird", "Ivan Koval")]
    [InlineData("Ada Bird, Staff Writer", "Ada Bird")]
    [InlineData("ADA BIRD | River News", "ADA BIRD")]
    [InlineData("Reuters")]
    [InlineData("https://www.facebook.com/ada")]
    [InlineData("Von Ada Bird und Ivan Koval", "Ada Bird", "Ivan Koval")]
    [InlineData("Автор: Ада Берд", "Ада Берд")]
    public void A_byline_is_names_only(string said, params string[] names) =>
        Read(With("", $"<meta name=author content=\"{said}\">")).Byline.ShouldBe(names);

    [Fact]
    public void A_byline_on_the_page_is_read_when_nothing_else_names_people()
    {
        var read = Read(
            $"<body><article><h1>Bridge closes on Monday</h1><p class=byline>By <a rel=author href=/ada>Ada Bird</a></p><time datetime=2026-03-02>2 March</time><div><p>{First}</p><p>{Second}</p></div></article></body>"
        );
        read.Byline.ShouldBe(["Ada Bird"]);
        read.PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
        read.Body.TextContent.ShouldNotContain("Ada Bird");
    }

    [Fact]
    public void Language_and_canonical_address_are_read()
    {
        var read = Read(
            With("", "<link rel=canonical href=/bridge>")
                .Replace("lang=\"en\"", "lang=\"uk_UA\"", StringComparison.Ordinal)
        );
        read.Language.ShouldBe("uk-UA");
        read.Canonical.ShouldBe(new Uri("https://river.example/bridge"));
    }

    [Fact]
    public void A_deck_over_the_byline_inside_the_body_is_kept_apart()
    {
        var more = string.Concat(Enumerable.Repeat($"<p>{Second}</p>", 6));
        var read = Read(
            $"<head><meta name=author content='Ada Bird'></head><body><div><h1>Bridge closes on Monday</h1><p>Rust was found in two pillars of the city's oldest crossing</p><p>By Ada Bird</p><p>March 2, 2026</p><p>{First}</p>{more}<p><b>Ada Bird</b></p><p>She has written about the river for twelve years.</p></div></body>"
        );
        read.Deck.ShouldBe("Rust was found in two pillars of the city's oldest crossing");
        read.Body.TextContent.ShouldStartWith("The old bridge");
        read.Body.TextContent.ShouldNotContain("Ada Bird");
        read.Body.TextContent.ShouldNotContain("twelve years");
    }

    [Theory]
    [InlineData("March 14")]
    [InlineData("10:30 AM")]
    [InlineData("Monday, 9:12")]
    [InlineData("14.03")]
    public void No_year_is_invented(string date) => Dates.Parse(date).ShouldBeNull();
}
