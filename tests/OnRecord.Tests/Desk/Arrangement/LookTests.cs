using System.Net;
using AngleSharp.Html.Dom;
using NetVips;

namespace OnRecord.Tests.Desk.Arrangement;

public class LookTests
{
    private static readonly byte[] Drawing = System.Text.Encoding.UTF8.GetBytes(
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><circle cx="50" cy="50" r="40" fill="#0a5"/></svg>"""
    );

    [Fact]
    public async Task Colours_reach_readers_and_the_desk_as_a_sheet_that_may_be_kept_for_ever()
    {
        await using var desk = await SiteDesk.Open();
        (await desk.App.Http.GetAsync("/theme.css")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.App.Page("/")).ShouldNotContain("theme.css");
        await desk.Send("/look", ("act", "save"), ("light", "#0B5D4E"), ("dark", "#ff8f80"), ("masthead", "Centred"));
        var front = await desk.Read("/");
        var links = front.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();
        links[0].ShouldStartWith("/assets/reader.");
        links[1].ShouldStartWith("/theme.css?v=");
        front.QuerySelector("header.masthead.centred").ShouldNotBeNull();
        var sheet = await desk.App.Http.GetAsync(links[1]);
        (await sheet.Content.ReadAsStringAsync()).ShouldBe(
            "@layer tokens{:root{--accent:light-dark(#0b5d4e,#ff8f80)}}"
        );
        sheet.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await desk.App.Http.GetAsync("/theme.css?v=old")).Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await desk.Owner.Page("/desk/site")).ShouldContain(links[1]);
        (await desk.Acts()).ShouldBe(["site.look"]);
    }

    [Fact]
    public async Task A_colour_that_cannot_be_read_is_refused_with_its_pair_and_one_that_can()
    {
        await using var desk = await SiteDesk.Open();
        var page = await desk.Refused("/look", ("act", "save"), ("light", "#ffcc00"), ("dark", "#440000"));
        var problems = page.QuerySelectorAll("#problems li").Select(item => item.TextContent.Trim()).ToList();
        problems[0].ShouldContain("#ffcc00 on light boxes has a contrast of 1.3:1");
        problems[1].ShouldContain("#440000 on dark boxes");
        var proposed = page.QuerySelector("button[name=take-light]")!.GetAttribute("value")!;
        problems[0].ShouldContain(proposed);
        ((IHtmlInputElement)page.QuerySelector("#light")!).Value.ShouldBe("#ffcc00");
        page.QuerySelectorAll("[data-scheme=light] .no").Length.ShouldBe(3);
        var taken = await desk.Owner.Post(
            "/desk/site/look",
            [("light", "#ffcc00"), ("dark", "#ff8f80"), ("take-light", proposed)]
        );
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        var shown = SiteDesk.Parse(await taken.Content.ReadAsStringAsync());
        ((IHtmlInputElement)shown.QuerySelector("#light")!).Value.ShouldBe(proposed);
        shown.QuerySelectorAll("[data-scheme=light] .no").ShouldBeEmpty();
        (await desk.App.Page("/")).ShouldNotContain("theme.css");
    }

    [Fact]
    public async Task Showing_saves_nothing_and_needs_no_script()
    {
        await using var desk = await SiteDesk.Open();
        var answer = await desk.Owner.Post(
            "/desk/site/look",
            [("act", "show"), ("light", "#0b5d4e"), ("dark", "#7fd0bd")]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = SiteDesk.Parse(await answer.Content.ReadAsStringAsync());
        var style = page.QuerySelector("main link[rel=stylesheet]")!.GetAttribute("href")!;
        var css = await desk.Owner.Http.GetStringAsync(style);
        css.ShouldBe("@layer parts{.preview.light{--accent:#0b5d4e}.preview.dark{--accent:#7fd0bd}}");
        (await desk.App.Page("/")).ShouldNotContain("theme.css");
        (await desk.Acts()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_preview_takes_colours_and_nothing_else()
    {
        await using var desk = await SiteDesk.Open();
        var css = await desk.Owner.Http.GetStringAsync(
            "/desk/site/look/preview.css?light=red}body{display:none&dark=%23fff"
        );
        css.ShouldBe("@layer parts{.preview.light{--accent:#8c1d18}.preview.dark{--accent:#ffffff}}");
    }

    [Fact]
    public async Task A_logo_is_drawn_with_its_transparency_in_two_heights_and_stands_for_the_name()
    {
        await using var desk = await SiteDesk.Open();
        var shown = await desk.SendFile(
            "/look",
            ("logo", "mark.svg", Drawing),
            ("act", "show"),
            ("light", "#8c1d18"),
            ("dark", "#ff8f80")
        );
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = SiteDesk.Parse(await shown.Content.ReadAsStringAsync());
        var kept = page.QuerySelector("input[name=kept-logo]")!.GetAttribute("value")!;
        (await desk.Read("/")).QuerySelector(".masthead .name img").ShouldBeNull();
        await desk.Send("/look", ("act", "save"), ("light", "#8c1d18"), ("dark", "#ff8f80"), ("kept-logo", kept));
        var logo = (await desk.Read("/")).QuerySelector(".masthead .name img")!;
        logo.GetAttribute("alt").ShouldBe("The newsroom");
        (logo.GetAttribute("width"), logo.GetAttribute("height")).ShouldBe(("144", "48"));
        foreach (var (address, height) in new[] { ($"/logo/{kept}.png", 48), ($"/logo/{kept}-fine.png", 96) })
        {
            var answer = await desk.App.Http.GetAsync(address);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
            using var image = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
            (image.Height, image.HasAlpha()).ShouldBe((height, true));
        }
        await desk.Send(
            "/look",
            ("act", "save"),
            ("light", "#8c1d18"),
            ("dark", "#ff8f80"),
            ("kept-logo", kept),
            ("no-logo", "1")
        );
        (await desk.Read("/")).QuerySelector(".masthead .name img").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_refused()
    {
        await using var desk = await SiteDesk.Open();
        (string, string)[] fields = [("act", "save"), ("light", "#8c1d18"), ("dark", "#ff8f80")];
        foreach (
            var (bytes, said) in new (byte[], string)[]
            {
                ("%PDF-1.4 not a picture"u8.ToArray(), "could not be drawn"),
                (new byte[(2 * 1024 * 1024) + 1], "larger than 2 MB"),
            }
        )
        {
            var answer = await desk.SendFile("/look", ("logo", "a.png", bytes), fields);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(said);
        }
        (await desk.App.Http.GetAsync($"/logo/{new string('0', 64)}.png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.App.Http.GetAsync("/logo/..%2f..%2fkeys.png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
