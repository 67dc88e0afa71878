using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Desk.Arrangement;

public class MachinesTests
{
    [Fact]
    public async Task The_newsroom_chooses_who_may_read_it_for_what()
    {
        await using var desk = await SiteDesk.Open();
        var page = await desk.Page("/machines");
        Checked(page, "bots-Search").ShouldBe("allow");
        Checked(page, "bots-Preview").ShouldBe("allow");
        Checked(page, "bots-Training").ShouldBe("refuse");
        page.QuerySelector("fieldset details p")!.TextContent.ShouldContain("Googlebot");
        await desk.Send(
            "/machines",
            ("bots-Search", "allow"),
            ("bots-Preview", "refuse"),
            ("bots-Training", "allow"),
            ("hubs", " https://hub.example.net \nhttps://hub.example.net/"),
            ("founded-on", "2019-05-01"),
            ("profiles", "https://social.example.net/@us"),
            ("trust", "Belongto = https://association.example.net/")
        );
        var newsroom = await desk.App.InDatabase(db => db.Newsroom());
        (newsroom.RefusesSearchBots, newsroom.RefusesPreviewBots, newsroom.AllowsTraining).ShouldBe(
            (false, true, true)
        );
        newsroom.Hubs.ShouldBe("https://hub.example.net/");
        newsroom.TrustLines.ShouldBe("belongto=https://association.example.net/");
        page = await desk.Page("/machines");
        Checked(page, "bots-Preview").ShouldBe("refuse");
        ((IHtmlTextAreaElement)page.QuerySelector("#profiles")!).Value.ShouldBe("https://social.example.net/@us");
        (await desk.Acts())[^1].ShouldBe("site.machines");
    }

    [Theory]
    [InlineData("hubs", "http://hub.example.net/", "is not the https address of a hub")]
    [InlineData("hubs", "https://hub.example.net/ and more", "is not the https address of a hub")]
    [InlineData(
        "hubs",
        "https://a.example/\nhttps://b.example/\nhttps://c.example/\nhttps://d.example/\nhttps://e.example/\nhttps://f.example/",
        "more than 5 hubs"
    )]
    [InlineData("founded-on", "last year", "is not a year or a day")]
    [InlineData("founded-on", "2031", "is not a year or a day")]
    [InlineData("profiles", "@us", "is not an https address")]
    [InlineData("trust", "belongto: https://association.example.net/", "is not a line of trust.txt")]
    public async Task What_is_not_understood_comes_back_with_a_sentence(string field, string written, string said)
    {
        await using var desk = await SiteDesk.Open();
        var page = await desk.Refused("/machines", ("bots-Training", "refuse"), (field, written));
        page.QuerySelector($"#problems a[href='#{field}']")!.TextContent.ShouldContain(said);
        page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await desk.App.InDatabase(db => db.Newsroom())).Hubs.ShouldBe("");
    }

    [Fact]
    public async Task A_policy_says_what_it_is_about_and_a_starter_knows_it()
    {
        await using var desk = await SiteDesk.Open();
        var path = await desk.Send("/policies", ("starter", "Funding"), ("starter-language", "en"));
        path = path["/desk/site".Length..path.IndexOf('?')];
        (await desk.Page(path)).QuerySelector("#kind option[selected]")!.GetAttribute("value").ShouldBe("Ownership");
        await desk.Send(
            path,
            ("title", "Money"),
            ("language", "en"),
            ("kind", "FactChecking"),
            ("text", "We check."),
            ("act", "publish")
        );
        (await desk.App.InDatabase(db => db.Set<Policy>().SingleAsync())).Kind.ShouldBe(PolicyKind.FactChecking);
        (await desk.App.Page("/")).ShouldContain("verificationFactCheckingPolicy");
        await desk.Send(
            path,
            ("title", "Money"),
            ("language", "en"),
            ("kind", ""),
            ("text", "We check."),
            ("act", "save")
        );
        (await desk.App.InDatabase(db => db.Set<Policy>().SingleAsync())).Kind.ShouldBeNull();
    }

    private static string? Checked(IHtmlDocument page, string name) =>
        page.QuerySelector($"input[name='{name}'][checked]")?.GetAttribute("value");
}
