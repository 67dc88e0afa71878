using System.Text.Json.Nodes;
using OnRecord.Comments.Moderation;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Desk.Comments.Numbers;

public class NumbersTests
{
    [Fact]
    public async Task The_years_numbers_say_what_was_reported_decided_and_how_long_it_took()
    {
        await using var talk = await TalkNewsroom.Open();
        var one = await talk.Shown("One.");
        var two = await talk.Held("Two.");
        await talk.Complained(one.Id, ("reason", "Insult"));
        talk.App.Clock.Advance(TimeSpan.FromHours(3));
        await talk.Editor.Decide(await talk.Comment(one.Id), DecisionAct.Rejected, Ground.Insult);
        await talk.Editor.Decide(two, DecisionAct.Approved);
        var json = JsonNode.Parse(await talk.Editor.Page("/desk/comments/numbers.json?year=2026"))!;
        int Count(string what, string of, string outcome) =>
            json["numbers"]!
                .AsArray()
                .Where(row =>
                    (string)row!["what"]! == what && (string)row["of"]! == of && (string)row["outcome"]! == outcome
                )
                .Sum(row => (int)row!["count"]!);
        double Hours(string what) =>
            (double)json["numbers"]!.AsArray().Single(row => (string)row!["what"]! == what)!["hours"]!;
        Count("report", "Insult", "Removed").ShouldBe(1);
        Count("decision", "Rejected", "Insult").ShouldBe(1);
        Count("decision", "Approved", "").ShouldBe(1);
        Count("automatic-decision", "Rejected", "NoHumanLook").ShouldBe(0);
        Hours("report-median-hours").ShouldBe(3, 0.01);
        Hours("decision-median-hours").ShouldBe(3, 0.01);
        (await talk.Editor.Page("/desk/comments/numbers.csv?year=2026")).ShouldContain(
            "decision,Rejected,Insult,1\r\n"
        );
        (await talk.Editor.Page("/desk/comments/numbers.csv?year=2025")).ShouldNotContain("decision,Rejected,Insult");
        var page = (await talk.Editor.Page("/desk/comments/numbers")).Read();
        page.Body!.TextContent.ShouldContain("Decisions: refused: Insult");
        var row = page.QuerySelector("tbody tr")!;
        row.TextContent.ShouldContain("Tom Brandt");
        row.QuerySelectorAll(".number").Select(cell => cell.TextContent).ShouldBe(["2", "3.0", "3.0"]);
    }

    [Fact]
    public void Nine_of_ten_means_nine_of_ten()
    {
        CountModeration.Percentile([.. Enumerable.Range(1, 10).Select(number => (double)number)], 0.9).ShouldBe(9);
        CountModeration.Percentile([5, 1, 3], 0.5).ShouldBe(3);
        CountModeration.Percentile([7], 0.9).ShouldBe(7);
        CountModeration.Percentile([], 0.5).ShouldBeNull();
    }
}
