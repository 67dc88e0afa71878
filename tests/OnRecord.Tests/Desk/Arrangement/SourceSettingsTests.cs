using System.Net;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Tests.Desk.Arrangement;

public class SourceSettingsTests
{
    [Fact]
    public async Task Each_check_is_explained_and_set_by_itself()
    {
        await using var desk = await SiteDesk.Open();
        var page = await desk.Page("/sources");
        page.QuerySelectorAll("fieldset").Length.ShouldBe(CheckLevels.Known.Count);
        page.QuerySelector("input[name=shown]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector("input[name=Lost]:checked")!.GetAttribute("value").ShouldBe("Advises");
        await desk.Send("/sources", ("shown", "1"), ("Lost", "Stops"), ("OneSource", "Fine"), ("Proposed", "Stops"));
        var levels = CheckLevels.Read((await Newsroom(desk)).SourceChecks);
        levels["Lost"].ShouldBe(FindingLevel.Stops);
        levels["OneSource"].ShouldBe(FindingLevel.Fine);
        levels["SecondHand"].ShouldBe(FindingLevel.Advises);
        (await desk.Page("/sources"))
            .QuerySelector("input[name=OneSource]:checked")!
            .GetAttribute("value")
            .ShouldBe("Fine");
        (await desk.Acts()).ShouldContain("site.sources");
    }

    [Fact]
    public async Task Sources_are_switched_off_for_the_whole_newsroom_by_an_owner()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Send("/sources", ("Lost", "Advises"));
        (await Newsroom(desk)).HidesSources.ShouldBeTrue();
        using var editor = await desk.App.Colleague(Roles.Editor, "Tom Brandt");
        (await editor.Post("/desk/site/sources", [("shown", "1")])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Newsroom(desk)).HidesSources.ShouldBeTrue();
        await desk.Send("/sources", ("shown", "1"));
        (await Newsroom(desk)).HidesSources.ShouldBeFalse();
    }

    private static Task<Newsroom> Newsroom(SiteDesk desk) => desk.App.InDatabase(db => db.Newsroom());
}
