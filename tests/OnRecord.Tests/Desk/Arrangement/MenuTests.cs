using AngleSharp.Html.Dom;

namespace OnRecord.Tests.Desk.Arrangement;

public class MenuTests
{
    [Fact]
    public async Task Links_stand_in_the_head_and_the_foot_in_their_order()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Send("/menus", ("label", "About us"), ("address", "/about"), ("place", "Head"));
        await desk.Send("/menus", ("label", "Допомога"), ("address", "/about"), ("place", "Head"), ("language", "uk"));
        await desk.Send(
            "/menus",
            ("label", "Water levels"),
            ("address", "https://water.example/now?a=1&b=2"),
            ("place", "Foot")
        );
        var help = (await desk.Row("/menus", "Допомога")).Split('/')[^1];
        await desk.Send("/menus/order", ("place", "Head"), ("up", help));
        var front = await desk.Read("/");
        front
            .QuerySelectorAll(".masthead nav.own a")
            .Select(link => link.TextContent)
            .ShouldBe(["Допомога", "About us"]);
        front.QuerySelector(".masthead nav.own a")!.GetAttribute("lang").ShouldBe("uk");
        front.QuerySelector(".foot nav a")!.GetAttribute("href").ShouldBe("https://water.example/now?a=1&b=2");
        await desk.Send($"/menus/{help}", ("label", "Help"), ("address", "/help"), ("place", "Foot"));
        await desk.Send($"{await desk.Row("/menus", "About us")}/delete");
        front = await desk.Read("/");
        front.QuerySelector(".masthead nav.own").ShouldBeNull();
        front
            .QuerySelectorAll(".foot nav a")
            .Select(link => link.TextContent)
            .Order()
            .ShouldBe(["All corrections", "Archive", "Feeds", "Help", "Public record", "Water levels"]);
        (await desk.Acts()).ShouldBe([
            "site.menu.added",
            "site.menu.added",
            "site.menu.added",
            "site.menu.ordered",
            "site.menu.changed",
            "site.menu.deleted",
        ]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://insecure.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("about")]
    [InlineData("mailto:desk@example.org")]
    [InlineData("")]
    public async Task An_address_that_leads_nowhere_or_to_no_good_is_refused(string address)
    {
        await using var desk = await SiteDesk.Open();
        var page = await desk.Refused("/menus", ("label", "About us"), ("address", address), ("place", "Foot"));
        page.QuerySelector("#problems a[href='#address']").ShouldNotBeNull();
        ((IHtmlInputElement)page.QuerySelector("#label")!).Value.ShouldBe("About us");
        ((IHtmlSelectElement)page.QuerySelector("#place")!).Value.ShouldBe("Foot");
        (await desk.Read("/")).QuerySelectorAll(".foot nav a").ShouldNotContain(link => link.TextContent == "About us");
    }
}
