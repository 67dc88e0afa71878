namespace OnRecord.Attribution.Tests.CopyDesk;

public class NameTests
{
    [Theory]
    [InlineData("Priya Lindqvist wrote to users. Lindquist promised more.", "Lindquist / Lindqvist")]
    [InlineData(
        "The plan of Priya Lindqvist failed. On Sunday Priya Lindquist wrote to users.",
        "Lindquist / Lindqvist"
    )]
    [InlineData("President Volodymyr Zelensky spoke in Kyiv. Later Zelenskyy left.", "Zelenskyy / Zelensky")]
    [InlineData("Dr Owen Castellan, its head, agreed. Mr Castelan said so.", "Castelan / Castellan")]
    [InlineData("He worked at the Stimpson Center. The Stimson Center said so.", "Stimson / Stimpson")]
    [InlineData("Flats by Cawood Homes are cheap. The plan of Cawwood Homes failed.", "Cawwood / Cawood")]
    [InlineData("Jon Marsh was late. The court heard that John Marsh drove.", "John Marsh / Jon Marsh")]
    [InlineData("The road to Kiev is shut. Trains run to Kyiv.", "Kyiv / Kiev")]
    [InlineData(
        "Trains left Belmare at noon, reached Belmare again and passed Belmare. In Bellmare it rained.",
        "Bellmare / Belmare"
    )]
    public void A_name_spelled_two_ways_is_noted(string text, string values) =>
        Desk.Notes(text).ShouldBe(["NameTwoWays: " + values]);

    [Theory]
    [InlineData("Anna Hansen met Peter Hanson. Hansen paid.")]
    [InlineData("Maria Lopez and Mario Lopez came.")]
    [InlineData("The Sarvian crew of a Sarvia trawler. Sarvians cheered. Sarvia's flag flew.")]
    [InlineData("The Department of Defense met the Ministry of Defence.")]
    [InlineData("The Labor leader met Labour members.")]
    [InlineData("Jimmy Wales was there. Whales swam past.")]
    [InlineData("Tom Johnson drove to Johnston County.")]
    [InlineData(
        "A Korean in Korea, an Austrian from Austria, an Australian from Australia, and Slovakia beside Slovenia."
    )]
    [InlineData("Rosalind Thwaite spoke. Thwaite's plan won. The Thwaites live there.")]
    [InlineData("Paul Clark ran. Helen Clarke won.")]
    public void Two_people_and_one_name_with_an_ending_are_not(string text) => Desk.Notes(text).ShouldBeEmpty();

    [Fact]
    public void A_name_that_the_headline_spells_another_way_is_noted() =>
        Desk.Notes("On Sunday Priya Lindqvist wrote to users.", "Lindquist says sorry")
            .ShouldBe(["NameTwoWays: Lindquist / Lindqvist"]);

    [Fact]
    public void A_name_that_the_deck_spells_another_way_is_noted() =>
        Desk.Notes("On Sunday Priya Lindqvist wrote to users.", "A letter", "It is signed by Priya Lindquist")
            .ShouldBe(["NameTwoWays: Lindqvist / Lindquist"]);

    [Theory]
    [InlineData("The National Security Adviser spoke. Security Advisor Bell did not.", "Advisor / Adviser")]
    [InlineData("The vice-president left. The vice president returned.", "vice president / vice-president")]
    public void A_title_spelled_two_ways_is_noted(string text, string values) =>
        Desk.Notes(text).ShouldBe(["TitleTwoWays: " + values]);

    [Fact]
    public void A_title_within_a_quotation_is_left_to_who_was_quoted() =>
        Desk.Notes("The adviser spoke. “I am an advisor,” he wrote. The adviser left.").ShouldBeEmpty();
}
