using OnRecord.Documents;
using OnRecord.Imports;

namespace OnRecord.Tests.Imports;

public class TextPageTests
{
    [Fact]
    public void A_page_left_as_text_gives_its_parts()
    {
        var story = TextPage.Read(TestPages.Text)!;
        story.Headline.ShouldBe("Ferry returns to the Harrow crossing after nine days");
        story.Section.ShouldBe("Water");
        story.Byline.ShouldBe(["Ines Okafor", "Tom Brandt"]);
        story.PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));
        (story.Lead!.Caption, story.Lead.Credit).ShouldBe(("The ferry at its landing", "M. Reyes"));
        story.Text.Blocks.Count.ShouldBe(5);
        story.Text.Blocks[2].ShouldBeOfType<Heading>();
    }

    [Fact]
    public void What_stands_round_the_story_is_left_out_by_name()
    {
        var removed = TextPage.Read(TestPages.Text)!.Removed.ToDictionary(left => left.Text, left => left.Why);
        removed["gtm"].ShouldBe("tracking-pixel residue");
        removed["Home"].ShouldBe("navigation");
        removed["Read also: The bus that nobody ordered"].ShouldBe("related stories");
        removed["Share this story"].ShouldBe("share buttons");
        removed["Donate today"].ShouldBe("donation appeal");
        removed["Leave a Reply"].ShouldBe("comment form");
        removed["Read more in our app"].ShouldBe("app prompt");
        removed["I was on that ferry, and it was wonderful to be on the water again after all this time."]
            .ShouldBe("comment form");
    }

    [Fact]
    public void Reporting_that_begins_like_an_appeal_is_kept()
    {
        var story = TextPage.Read(
            "A headline about the appeal of the mayor\n\nThe mayor spoke at length on Monday to those who had come to the hall.\n\n“Support our journalism,” the editor said to the crowd, and many of them did so at once.\n\nSupport for the plan fell to a third of those asked, the county said on Tuesday.\n\nRegister of voters in hand, she went from door to door for nine days in the rain."
        )!;
        story.Removed.ShouldBeEmpty();
        story.Text.Blocks.Count.ShouldBe(4);
    }

    [Fact]
    public void Two_spaces_in_a_signed_line_harm_nothing()
    {
        var story = TextPage.Read(
            "A headline about the ferry and the frost\n\nInes  Okafor, 3 April 2024\n\nThe ferry made its first crossing in nine days on Tuesday morning in the frost."
        )!;
        story.PublishedAt.ShouldBe(new DateTimeOffset(2024, 4, 3, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Lines_broken_to_fit_a_screen_are_joined()
    {
        var story = TextPage.Read(
            "The bus that nobody ordered came on Monday\n\nThe bus came at seven on Monday morning and stood at the stop with its\nlights on for an hour, and nobody who waited there knew who had ordered it\nor where it meant to go.\n"
        )!;
        PlainText
            .Of(story.Text)
            .ShouldBe(
                "The bus came at seven on Monday morning and stood at the stop with its lights on for an hour, and nobody who waited there knew who had ordered it or where it meant to go."
            );
    }

    [Fact]
    public void A_ukrainian_page_is_read_in_its_language()
    {
        var story = TextPage.Read(
            "Хто лагодить дороги взимку, коли заводи зачинені\n\nРобота\n\nБригада виходить о четвертій ранку, коли місто ще спить, і що вона робить, бачать тільки пекарі.\n\nПідтримайте нашу редакцію\n\nКоментарі\n"
        )!;
        (story.Language, story.Section).ShouldBe(("uk", "Робота"));
        story.Removed.Select(left => left.Why).ShouldBe(["donation appeal", "comment form"]);
    }

    [Theory]
    [InlineData("Latest news from the dam was grim, officials said on Tuesday in the hall.")]
    [InlineData("Read more books, the librarian told the children who had come in from the rain.")]
    [InlineData("Subscribe to newsletters was what the fans were told at the gate on Sunday, said Park.")]
    [InlineData("Коментарів від мера не було, а рада не відповіла на наші три листи за цей тиждень.")]
    public void A_sentence_that_begins_like_furniture_ends_no_story(string line)
    {
        var story = TextPage.Read(
            $"Two village schools are to close in June\n\nThe council voted on Tuesday to close two village schools at the end of the school year.\n\n{line}\n\nThe schools close on 30 June, and the children will go by bus to the town each day."
        )!;
        story.Text.Blocks.Count.ShouldBe(3);
        story.Removed.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_other_stories_in_the_middle_takes_its_headlines_and_no_paragraph()
    {
        var story = TextPage.Read(
            "Two village schools are to close in June\n\nThe council voted on Tuesday to close two village schools at the end of the school year.\n\nRelated Stories\n\nThe bus that nobody ordered\n\nWhat the minutes leave out\n\nThe schools close on 30 June, and the children will go by bus to the town each day."
        )!;
        story.Text.Blocks.Count.ShouldBe(2);
        story.Removed.Select(left => left.Why).ShouldAllBe(why => why == "related stories");
        story.Removed.Count.ShouldBe(3);
    }

    [Fact]
    public void A_ukrainian_page_gives_up_its_furniture_its_byline_and_its_date()
    {
        var story = TextPage.Read(
            "Перейти до основного вмісту\n\nМіська рада закриває дві сільські школи області\n\nОлена Коваль, 3 квітня 2024\n\nМіська рада у вівторок проголосувала за закриття двох сільських шкіл наприкінці навчального року.\n\nПідписуйтесь на наш Telegram-канал\n\nПоділитися у Facebook\n\nШколи закриють тридцятого червня, і діти поїдуть автобусом до міста щодня."
        )!;
        story.Headline.ShouldBe("Міська рада закриває дві сільські школи області");
        story.Byline.ShouldBe(["Олена Коваль"]);
        story.PublishedAt.ShouldBe(new DateTimeOffset(2024, 4, 3, 0, 0, 0, TimeSpan.Zero));
        story.Text.Blocks.Count.ShouldBe(2);
        story.Removed.Select(left => left.Why).ShouldBe(["navigation", "newsletter sign-up", "share buttons"]);
    }

    [Theory]
    [InlineData("Home\nNews\nSport\nAbout us\nContact")]
    [InlineData("Just one line without an end")]
    public void A_page_without_a_story_gives_none(string text) => TextPage.Read(text).ShouldBeNull();
}
