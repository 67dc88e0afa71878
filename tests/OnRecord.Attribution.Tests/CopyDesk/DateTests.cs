namespace OnRecord.Attribution.Tests.CopyDesk;

public class DateTests
{
    [Theory]
    [InlineData("The war began two weeks ago.", "two weeks ago")]
    [InlineData("He left 10 days ago, without a word.", "10 days ago")]
    [InlineData("A week ago it rained.", "A week ago")]
    [InlineData("The council split three months ago.", "three months ago")]
    [InlineData("She was elected last Friday.", "last Friday")]
    [InlineData("The union met last week.", "last week")]
    [InlineData("The vote was held yesterday. The count began yesterday.", "yesterday")]
    public void A_relative_date_that_needs_a_day_is_noted(string text, string values) =>
        Desk.Notes(text).ShouldBe(["RelativeDate: " + values]);

    [Theory]
    [InlineData("The war began two weeks ago, on March 3.")]
    [InlineData("“I came two weeks ago,” she said.")]
    [InlineData("The press was founded two hundred years ago.")]
    [InlineData("Kalmia, 14 June 2025\n\nThe races began yesterday.")]
    [InlineData("It rained every day of the last week.")]
    [InlineData("The plant opened last month.")]
    public void A_relative_date_with_a_day_or_in_a_quotation_is_not(string text) => Desk.Notes(text).ShouldBeEmpty();
}
