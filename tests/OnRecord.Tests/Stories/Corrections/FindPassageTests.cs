using OnRecord.Documents;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Tests.Stories.Corrections;

public class FindPassageTests
{
    [Theory]
    [InlineData("nine members", "nine members")]
    [InlineData("NINE   members", "nine members")]
    [InlineData("“She said: \"never\".”", "She said: “never”.")]
    [InlineData("the board's own", "the board’s own")]
    [InlineData("members. She said", "members.\n\nShe said")]
    [InlineData("The dam", "The dam")]
    public void A_passage_is_found_however_it_was_copied(string passage, string found) =>
        FindPassage
            .In(Content("It has nine members.", "She said: “never”. It is the board’s own."), passage)
            .ShouldNotBeNull()
            .Words.ShouldBe(found);

    [Theory]
    [InlineData("ten members")]
    [InlineData(" ")]
    [InlineData("“”")]
    public void What_is_not_there_is_not_found(string passage) =>
        FindPassage.In(Content("It has nine members."), passage).ShouldBeNull();

    [Fact]
    public void What_stands_around_is_cut_between_words()
    {
        var filling = string.Join(' ', Enumerable.Repeat("word", 100));
        var found = FindPassage.In(Content($"{filling} here {filling}"), "here").ShouldNotBeNull();
        found.Before.ShouldStartWith("… word ");
        found.Behind.ShouldEndWith(" word …");
        found.Before.Length.ShouldBeLessThan(170);
    }

    [Fact]
    public void Since_which_version_it_stands_is_counted_back_from_the_live_one()
    {
        (int, StoryContent)[] versions =
        [
            (1, Content("It has nine members.")),
            (2, Content("It has some members.")),
            (3, Content("It has nine members, we repeat.")),
            (4, Content("It has nine members, we think.")),
        ];
        FindPassage.Since(versions, "nine members").ShouldBe(3);
        FindPassage.Since(versions, "some members").ShouldBeNull();
    }

    private static StoryContent Content(params string[] lines) =>
        new()
        {
            Headline = "The dam",
            Language = "en",
            Text = new StoryDocument([.. lines.Select(line => new Paragraph([new Text(line)]))]),
        };
}
