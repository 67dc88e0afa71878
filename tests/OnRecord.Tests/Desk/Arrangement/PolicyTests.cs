using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Desk.Arrangement;

public class PolicyTests
{
    [Fact]
    public async Task A_policy_is_written_published_and_says_when_it_last_changed()
    {
        await using var desk = await SiteDesk.Open();
        var path = await Begin(desk, ("title", "How we use machines"), ("language", "en"));
        await desk.Send(path, Draft("We **do not**.", "save"));
        (await desk.App.Http.GetAsync("/about/how-we-use-machines")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Page(path)).QuerySelector(".policy strong")!.TextContent.ShouldBe("do not");
        await desk.Send(path, Draft("We **do not**.", "publish"));
        var first = await desk.Read("/about/how-we-use-machines");
        first.QuerySelector(".body strong")!.TextContent.ShouldBe("do not");
        first.QuerySelector(".byline")!.TextContent.ShouldContain("In force since 14 March 2026");
        desk.App.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Send(path, Draft("We **do not**.", "publish"));
        await desk.Send(path, Draft("We do now.", "save"));
        (await desk.Read("/about/how-we-use-machines")).QuerySelector(".body")!.TextContent.ShouldBe("We do not.");
        await desk.Send(path, Draft("We do now.", "publish"));
        var second = await desk.Read("/about/how-we-use-machines");
        second.QuerySelector(".body")!.TextContent.ShouldBe("We do now.");
        second.QuerySelector(".byline")!.TextContent.ShouldContain("Last changed 15 March 2026");
        (
            await desk.App.InDatabase(db =>
                db.Set<PolicyVersion>().OrderBy(row => row.Number).Select(row => row.Number).ToListAsync()
            )
        ).ShouldBe([1, 2]);
        (await desk.Page(path)).QuerySelectorAll(".plain-list li").Length.ShouldBe(2);
        foreach (var page in new[] { "/", "/about" })
            (await desk.Read(page)).QuerySelectorAll("a[href='/about/how-we-use-machines']").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("en", "Ethics", "/about/ethics")]
    [InlineData("uk", "Етика", "/about/етика")]
    public async Task A_starter_is_published_only_when_its_blanks_are_filled(
        string language,
        string title,
        string address
    )
    {
        await using var desk = await SiteDesk.Open();
        var path = await Begin(desk, ("starter", "Ethics"), ("starter-language", language));
        var page = await desk.Page(path);
        ((IHtmlInputElement)page.QuerySelector("#title")!).Value.ShouldBe(title);
        var text = ((IHtmlTextAreaElement)page.QuerySelector("#text")!).Value;
        var refused = await desk.Refused(
            path,
            ("title", title),
            ("language", language),
            ("text", text),
            ("act", "publish")
        );
        refused.QuerySelector("#problems")!.TextContent.ShouldContain("[");
        ((IHtmlTextAreaElement)refused.QuerySelector("#text")!).Value.ShouldBe(text);
        (await desk.App.Http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var filled = text.Replace('[', '(').Replace(']', ')');
        await desk.Send(path, ("title", title), ("language", language), ("text", filled), ("act", "publish"));
        (await desk.Read(address)).QuerySelectorAll(".body h2").Length.ShouldBe(3);
    }

    [Fact]
    public async Task An_empty_policy_is_not_published_and_one_never_shown_is_deleted()
    {
        await using var desk = await SiteDesk.Open();
        (await desk.Refused("/policies", ("title", " "))).QuerySelector("#problems a[href='#title']").ShouldNotBeNull();
        var path = await Begin(desk, ("title", "Nothing"), ("language", "en"));
        (await desk.Refused(path, Draft(" ", "publish")))
            .QuerySelector("#problems")!
            .TextContent.ShouldContain("no text");
        await desk.Send($"{path}/withdraw");
        (await desk.Owner.Http.GetAsync($"/desk/site{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_policy_that_was_shown_is_withdrawn_and_its_versions_stay()
    {
        await using var desk = await SiteDesk.Open();
        var path = await Begin(desk, ("title", "Privacy"), ("language", "en"));
        await desk.Send(path, Draft("<script>alert(1)</script> We keep nothing.", "publish"));
        (await desk.Read("/about/privacy")).QuerySelector(".body")!.InnerHtml.ShouldContain("&lt;script&gt;");
        await desk.Send($"{path}/withdraw");
        var gone = await desk.App.Http.GetAsync("/about/privacy");
        (gone.StatusCode, gone.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Found, "/about"));
        (await desk.App.Http.GetAsync("/about/never")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Read("/")).QuerySelector(".foot nav a[href^='/about']").ShouldBeNull();
        (await desk.App.InDatabase(db => db.Set<PolicyVersion>().CountAsync())).ShouldBe(1);
        (await desk.Acts()).ShouldBe(["site.policy.begun", "site.policy.published", "site.policy.withdrawn"]);
    }

    private static async Task<string> Begin(SiteDesk desk, params (string, string)[] fields) =>
        (await desk.Send("/policies", fields)).Split('?')[0]["/desk/site".Length..];

    private static (string, string)[] Draft(string text, string act) =>
        [("title", "How we use machines"), ("language", "en"), ("text", text), ("act", act)];
}
