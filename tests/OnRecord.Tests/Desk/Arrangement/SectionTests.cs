using System.Net;
using AngleSharp.Html.Dom;

namespace OnRecord.Tests.Desk.Arrangement;

public class SectionTests
{
    [Fact]
    public async Task A_section_is_renamed_described_and_keeps_its_address()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Publish("The ferry is back", section: "Water");
        var row = await desk.Row("/sections", "Water");
        await desk.Send(row, ("name", "River & sea"), ("language", "en"), ("description", "All that is wet."));
        var page = await desk.Read("/section/water");
        page.QuerySelector("h1")!.TextContent.ShouldBe("River & sea");
        page.QuerySelector(".list-head p")!.TextContent.ShouldBe("All that is wet.");
        page.QuerySelector(".masthead nav a")!.GetAttribute("lang").ShouldBe("en");
        (await desk.Page(row)).QuerySelector("a[href='/section/water']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Sections_stand_in_the_order_they_are_given_by_arrows_or_by_dragging()
    {
        await using var desk = await SiteDesk.Open();
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            await desk.Send("/sections", ("name", name));
            await desk.Publish($"A story in {name}", section: name);
        }
        var three = (await desk.Row("/sections", "Three")).Split('/')[^1];
        await desk.Send("/sections/order", ("up", three));
        (await Masthead(desk)).ShouldBe(["One", "Three", "Two"]);
        await desk.Send("/sections/order", ("up", three));
        await desk.Send("/sections/order", ("up", three));
        (await Masthead(desk)).ShouldBe(["Three", "One", "Two"]);
        await desk.Send("/sections/order", ("down", three));
        (await Masthead(desk)).ShouldBe(["One", "Three", "Two"]);
        var two = (await desk.Row("/sections", "Two")).Split('/')[^1];
        await desk.Send("/sections/order", ("order", $"{two},{three},nonsense"));
        (await Masthead(desk)).ShouldBe(["Two", "Three", "One"]);
        (await desk.Acts()).ShouldContain("site.sections.ordered");
    }

    [Fact]
    public async Task A_section_with_stories_is_hidden_and_never_deleted()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Publish("The ferry is back", section: "Water");
        await desk.Send("/sections", ("name", "Empty"));
        var water = await desk.Row("/sections", "Water");
        (await desk.Page(water)).QuerySelector("form[action$='/delete']").ShouldBeNull();
        (await desk.Refused($"{water}/delete"))
            .QuerySelector("#problems")!
            .TextContent.ShouldContain("“Water” has stories");
        await desk.Send(water, ("name", "Water"), ("hidden", "1"));
        (await Masthead(desk)).ShouldBeEmpty();
        (await desk.Read("/section/water")).QuerySelector("h1")!.TextContent.ShouldBe("Water");
        await desk.Send($"{await desk.Row("/sections", "Empty")}/delete");
        // Somebody may have followed it from the day it was there.
        foreach (var (from, to) in new[] { ("/section/empty", "/"), ("/section/empty/feed.json", "/feed.json") })
        {
            var answer = await desk.App.Http.GetAsync(from);
            answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
            answer.Headers.Location!.ToString().ShouldBe(to);
        }
        await desk.Send("/sections", ("name", "Empty"));
        (await desk.Read("/section/empty")).QuerySelector("h1")!.TextContent.ShouldBe("Empty");
        await desk.Send($"{await desk.Row("/sections", "Empty")}/delete");
        (await desk.Acts())[^1].ShouldBe("site.section.deleted");
    }

    [Fact]
    public async Task Two_sections_have_not_one_name()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Send("/sections", ("name", "Вода"), ("language", "uk"));
        var page = await desk.Refused("/sections", ("name", "ВОДА"), ("language", "uk"));
        ((IHtmlInputElement)page.QuerySelector("#name")!).Value.ShouldBe("ВОДА");
        (await desk.Refused("/sections", ("name", "X"), ("language", "no such!")))
            .QuerySelector("#problems a[href='#language']")
            .ShouldNotBeNull();
        (await desk.Owner.Http.GetAsync($"/desk/site/sections/{Guid.Empty}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task<IEnumerable<string>> Masthead(SiteDesk desk) =>
        (await desk.Read("/")).QuerySelectorAll(".masthead nav a").Select(link => link.TextContent);
}
