namespace OnRecord.Attribution.Tests.CopyDesk;

public class WordTests
{
    [Theory]
    [InlineData("He would not meet him in a dual, he wrote.", "dual / duel")]
    [InlineData("The leak has lead to a ban.", "lead / led")]
    [InlineData("They are going to loose the match.", "loose / lose")]
    [InlineData("A high school principle resigned.", "principle / principal")]
    [InlineData("The club and it's own members agree.", "it's / its")]
    [InlineData("Its a long way.", "Its / it's")]
    [InlineData("The ban had an affect on trade.", "affect / effect")]
    [InlineData("Farmers were badly effected by it.", "effected / affected")]
    [InlineData("Their is no doubt.", "Their / there")]
    [InlineData("Each has there own key.", "there / their")]
    [InlineData("She complemented him on the speech.", "complemented / complimented")]
    [InlineData("Members must tow the party line.", "tow / toe")]
    [InlineData("He gave them free reign.", "reign / rein")]
    [InlineData("They poured over the documents.", "poured / pored")]
    [InlineData("It peaked her interest.", "peaked / piqued")]
    [InlineData("It was a site for sore eyes.", "site / sight")]
    [InlineData("A hoard of reporters came.", "hoard / horde")]
    [InlineData("It is a deep-seeded fear.", "seeded / seated")]
    [InlineData("It should of been shut.", "of / have")]
    [InlineData("The pubic library is shut.", "pubic / public")]
    [InlineData("He will stand trail in May.", "trail / trial")]
    [InlineData(
        "They go to the same public school, wether or not. It goes weather or not they pay.",
        "weather / whether"
    )]
    [InlineData("She won a gold metal in May.", "metal / medal")]
    [InlineData("The town was hit by lightening.", "lightening / lightning")]
    [InlineData("The cereal killer was caught.", "cereal / serial")]
    [InlineData("They went back and fourth.", "fourth / forth")]
    [InlineData("It was a important vote.", "a / an")]
    [InlineData("It was an poor harvest.", "an / a")]
    public void A_word_that_is_not_the_one_meant_is_noted(string text, string values) =>
        Desk.Notes(text).ShouldBe(["WrongWord: " + values]);

    [Theory]
    [InlineData("She has a dual role, in a dual post. It is a dual carriageway. He fought a duel.")]
    [InlineData("They lead the league. A lead pipe led to it. Roads that lead to town.")]
    [InlineData("A loose dog. They let loose the dogs. Do not lose it.")]
    [InlineData("The principle of the thing is simple. The principal agreed in principle.")]
    [InlineData(
        "It's a long way, and its own wheels fell off. It's not far. Of it's being so, she knew nothing of it; it's late."
    )]
    [InlineData("The rain affects our mood, and its effect on them. To effect the change they voted.")]
    [InlineData("There is their house. They're there. Are there homes to buy?")]
    [InlineData("More than ten came, then more. Other than that, rather late.")]
    [InlineData("He reigned for years. She reined in spending. Rain fell.")]
    [InlineData("They poured over the wall. Interest peaked in May.")]
    [InlineData("A building site in sight of the sea. A hoard of coins.")]
    [InlineData("He could of course pay. What they could of the roof was saved.")]
    [InlineData("They hiked a trail to the trial. A gold metal ring.")]
    [InlineData("Whether or not the weather holds.")]
    [InlineData("A one-off, a European, an hour, an honest man, a unit, an umbrella, an MP, an NGO, a useful ewe.")]
    [InlineData("We too have been there. They, too, be warned.")]
    [InlineData("Megan Rapinoe of Reign ran. Chief Justice Toe.")]
    public void The_same_words_where_they_are_meant_are_not(string text) => Desk.Notes(text).ShouldBeEmpty();

    [Theory]
    [InlineData("The chair of the the council left.", "en", "the the")]
    [InlineData("They met at at noon.", "en", "at at")]
    [InlineData("Der Sprecher sagte gestern gestern nichts.", "de", "gestern gestern")]
    [InlineData("Рада ухвалила закон закон у вівторок.", "uk", "закон закон")]
    public void A_word_that_stands_twice_is_noted(string text, string language, string values) =>
        Desk.Notes(text, language: language).ShouldBe(["DoubledWord: " + values]);

    [Theory]
    [InlineData("He had had enough, and said that that was very, very far. A very very long way. No no.", "en")]
    [InlineData("They sang in Baden Baden to Duran Duran. The end.\n\nend of it. The. The.", "en")]
    [InlineData("Die Frau, die die Katze sah, die sie sie nannte.", "de")]
    [InlineData("Mereka makan makan sekali.", "id")]
    public void A_word_that_may_stand_twice_is_not(string text, string language) =>
        Desk.Notes(text, language: language).ShouldBeEmpty();

    [Fact]
    public void A_text_in_another_language_is_not_read_as_English() =>
        Desk.Notes("Er kam in a dual. Two weeks ago.", language: "de").ShouldBeEmpty();
}
