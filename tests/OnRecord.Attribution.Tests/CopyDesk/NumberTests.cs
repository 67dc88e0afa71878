namespace OnRecord.Attribution.Tests.CopyDesk;

public class NumberTests
{
    [Theory]
    [InlineData(
        "The storm killed nearly three dozen people. The storm killed thirty-five people, it is said.",
        "thirty-five / nearly three dozen"
    )]
    [InlineData("The blast killed 107. In all 109 people were killed.", "109 / 107")]
    [InlineData("The firm will cut 900 jobs. Cutting 950 jobs is hard.", "950 / 900")]
    [InlineData("The ferry carried 94 passengers. It was carrying 97 passengers on Monday.", "97 / 94")]
    [InlineData("Police arrested fourteen people. Of those there, 15 were arrested.", "15 / fourteen")]
    [InlineData("Dennis Alder, 58, denies it. The jury looked at Alder, 59, again.", "59 / 58")]
    [InlineData("The 47-year-old Gareth Imlach left. Mr Imlach, 48, was tired.", "48 / 47")]
    [InlineData("About 200 people attended the rally. Police wrote that 240 people attended.", "240 / About 200")]
    [InlineData("The bridge cost $40 million. It cost $45 million to build.", "$45 million / $40 million")]
    public void Numbers_for_one_thing_that_differ_are_noted(string text, string values) =>
        Desk.Notes(text).ShouldBe(["NumbersDiffer: " + values]);

    [Theory]
    [InlineData("The storm killed eleven people. In all 11 people were killed.")]
    [InlineData("The storm killed more than 200 people. In all 217 people were killed.")]
    [InlineData("The storm killed 40 people. A second storm killed 90 people.")]
    [InlineData("The storm killed 40 people. In 2019 a storm killed 42 people.")]
    [InlineData("The storm killed 40 people and hurt 45 people.")]
    [InlineData("The storm killed 40 people. It killed 38 horses.")]
    [InlineData("It killed 40 people. Two of them were killed later. Another 41 people were killed elsewhere.")]
    [InlineData("Anna Bell, 34, met Tom Reed, 35.")]
    [InlineData("Shares fell 14 percent. They fell 15 percent in May.")]
    public void Numbers_for_two_things_and_bounds_that_hold_are_not(string text) => Desk.Notes(text).ShouldBeEmpty();

    [Fact]
    public void A_number_that_the_headline_gives_another_way_is_noted() =>
        Desk.Notes("The blast killed 34 people on Sunday.", "35 killed in blast").ShouldBe(["NumbersDiffer: 34 / 35"]);

    [Fact]
    public void A_number_that_the_headline_and_the_text_share_is_not_held_against_another() =>
        Desk.Notes("The blast killed 34 people. By Monday the blast had killed 36 people.", "34 killed in blast")
            .ShouldBe(["NumbersDiffer: 36 / 34"]);

    [Fact]
    public void Two_speakers_may_count_differently() =>
        Desk.Under("", "Police|said|14 people were arrested", "The union|said|15 people were arrested").ShouldBeEmpty();
}
