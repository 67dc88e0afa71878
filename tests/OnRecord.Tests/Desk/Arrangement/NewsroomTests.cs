using System.Net;
using AngleSharp.Html.Dom;
using OnRecord.People.Staff;

namespace OnRecord.Tests.Desk.Arrangement;

public class NewsroomTests
{
    private static readonly (string, string)[] Good =
    [
        ("name", "The Harbour Post"),
        ("tagline", "News of the quay"),
        ("language", "uk"),
        ("time-zone", "Europe/Kyiv"),
        ("contact", "desk@post.example"),
    ];

    [Fact]
    public async Task What_is_saved_is_on_the_site_at_once()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Send("", Good);
        var front = await desk.Read("/");
        front.Title.ShouldBe("The Harbour Post");
        front.DocumentElement.GetAttribute("lang").ShouldBe("uk");
        (await desk.Read("/about")).QuerySelector("a[href='mailto:desk@post.example']").ShouldNotBeNull();
        (await desk.Acts()).ShouldBe(["site.newsroom"]);
        (await desk.Owner.Page("/desk/site?done=Saved")).ShouldContain("role=\"status\"");
    }

    [Theory]
    [InlineData("name", "  ", "There is no name")]
    [InlineData("language", "fr", "English or Ukrainian")]
    [InlineData("time-zone", "Atlantis/Deep", "not a time zone")]
    [InlineData("time-zone", "FLE Standard Time", "not a time zone")]
    [InlineData("time-zone", "../../etc/passwd", "not a time zone")]
    [InlineData("contact", "not an address", "not an e-mail address")]
    [InlineData("name", "long", "too long")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_what_was_typed_stays(
        string field,
        string value,
        string said
    )
    {
        await using var desk = await SiteDesk.Open();
        if (value == "long")
            value = new string('x', 121);
        var page = await desk.Refused("", [.. Good.Where(row => row.Item1 != field), (field, value)]);
        page.QuerySelector("#problems")!.TextContent.ShouldContain(said);
        page.QuerySelector($"#problems a[href='#{field}']").ShouldNotBeNull();
        page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid").ShouldBe("true");
        ((IHtmlInputElement)page.QuerySelector("#tagline")!).Value.ShouldBe("News of the quay");
        (await desk.Read("/")).Title.ShouldBe("The newsroom");
        (await desk.Acts()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_control_character_goes_and_the_rest_stays()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Send("", [.. Good.Skip(1), ("name", "Har\u0001bour <b>Post</b>")]);
        (await desk.Read("/")).Title.ShouldBe("Harbour <b>Post</b>");
    }

    [Fact]
    public async Task An_editor_arranges_and_does_not_rename()
    {
        await using var desk = await SiteDesk.Open();
        using var editor = await desk.App.Colleague(Roles.Editor, "Tom Brandt");
        (await editor.Http.GetAsync("/desk/site")).Headers.Location!.ToString().ShouldBe("/desk/site/sections");
        var page = await editor.Page("/desk/site/sections");
        page.ShouldNotContain("\"/desk/site/look\"");
        (await editor.Post("/desk/site", Good)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.Post("/desk/site/look", [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var reporter = await desk.App.Colleague(Roles.Reporter, "M. Reyes");
        (await reporter.Post("/desk/site/sections", [("name", "Mine")])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    public async Task Every_page_is_there_in_both_languages_without_styles_or_scripts_of_its_own(string language)
    {
        await using var desk = await SiteDesk.Open(language);
        await desk.Publish("A story", ["Ines Okafor"], ["The dam"], "Water");
        foreach (
            var path in new[] { "", "/look", "/sections", "/topics", "/people", "/menus", "/policies", "/sources" }
        )
        {
            var page = await desk.Page(path);
            page.DocumentElement.GetAttribute("lang").ShouldBe(language);
            page.QuerySelector("[style], script:not([src]), [onclick]").ShouldBeNull(path);
            page.QuerySelectorAll("form[method=post]:not(:has([name=__RequestVerificationToken]))").ShouldBeEmpty(path);
            page.QuerySelector(".tabs a[aria-current=page]").ShouldNotBeNull(path);
        }
    }
}
