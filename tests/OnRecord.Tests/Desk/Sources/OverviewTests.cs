using static OnRecord.Tests.Desk.DeskErrands;
using static OnRecord.Tests.Desk.Sources.SourcesNewsroom;

namespace OnRecord.Tests.Desk.Sources;

public class OverviewTests
{
    [Fact]
    public async Task Statements_are_counted_by_name_through_outlets_and_without_a_name()
    {
        await using var desk = await Open();
        await desk.Publish(
            "The dam",
            new Said("“One.”", "Ada Lindqvist"),
            new Said("“Two.”", "Ada Lindqvist"),
            new Said("“Three.”", "Ministry") { Via = "The Post", Kind = "Organisation" },
            new Said("The Post says so.", "The Post") { Kind = "Outlet" },
            Said.Unnamed("They were told not to say."),
            new Said("The firm declined to comment.", "Halden & Sons") { Form = "Refusal", Kind = "Organisation" }
        );
        await desk.Write("A draft", new Said("“Not seen.”", "Ada Lindqvist"));
        var page = await Page(desk.Ines, "/desk/sources/overview");
        var cells = page.QuerySelectorAll(".share-bar ~ .wide-table tbody td").Select(cell => cell.TextContent.Trim());
        cells.ShouldBe(["2 40%", "2 40%", "1 20%", "1"]);
        page.Body!.TextContent.ShouldContain("17% say only that somebody would not speak");
        Rows(page, 0).ShouldBe(["Ada Lindqvist 2 1", "The Post 1 1", "Ministry 1 1"], ignoreOrder: true);
        Rows(page, 0)[0].ShouldBe("Ada Lindqvist 2 1");
        Rows(page, 1).ShouldBe(["The Post 2 1"]);
        page.QuerySelectorAll("figure.plot svg rect.named, figure.plot svg > g > rect.outlet")
            .Length.ShouldBeGreaterThan(0);
        page.QuerySelector("details table tbody tr")!.TextContent.ShouldContain("March 2026");
    }

    [Fact]
    public async Task Only_the_days_that_are_asked_for_are_counted()
    {
        await using var desk = await Open();
        await desk.Publish("Then", new Said("“Then.”", "Ada Lindqvist"));
        desk.App.Clock.Advance(TimeSpan.FromDays(40));
        using var tom = await desk.App.Colleague(OnRecord.People.Staff.Roles.Editor, "T. Later");
        (await tom.Page("/desk/sources/overview?days=30")).ShouldContain("Nobody in these days.");
        (await tom.Page("/desk/sources/overview?days=90")).ShouldContain("Ada Lindqvist");
        (await tom.Page("/desk/sources/overview?days=all")).ShouldContain("Ada Lindqvist");
    }

    [Fact]
    public async Task What_nobody_has_checked_and_what_was_taken_down_is_not_counted()
    {
        await using var desk = await Open();
        var said = new Said("“One.”", "Ada Lindqvist");
        var story = await desk.Publish("The dam", said);
        (await desk.Ines.Page("/desk/sources/overview")).ShouldContain("Ada Lindqvist");
        (await desk.Tom.Remove(story, "A court ordered it.")).ShouldLead("/desk/stories");
        (await desk.App.Story(story)).TakenDownAt.ShouldNotBeNull();
        (await desk.Ines.Page("/desk/sources/overview")).ShouldContain("No published story shows a source yet.");
    }

    private static string[] Rows(AngleSharp.Html.Dom.IHtmlDocument page, int table) =>
        [
            .. page.QuerySelectorAll("table.ranks")[table]
                .QuerySelectorAll("tbody tr")
                .Select(row =>
                    $"{row.QuerySelector("a")!.TextContent} {string.Join(' ', row.QuerySelectorAll("td.number").Select(cell => cell.TextContent.Trim()))}"
                ),
        ];
}
