using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NetVips;
using OnRecord.People.Staff;
using OnRecord.Stories;

namespace OnRecord.Tests.Desk.Arrangement;

public class PeopleTests
{
    [Fact]
    public async Task A_byline_leads_to_the_page_of_whoever_signs()
    {
        await using var desk = await SiteDesk.Open();
        var path = await desk.Publish("The ferry is back", ["Ines Okafor", "Оксана Гриценко"]);
        var links = (await desk.Read(path)).QuerySelectorAll(".byline strong a").ToList();
        links.Select(link => link.TextContent.Trim()).ShouldBe(["Ines Okafor", "Оксана Гриценко"]);
        links
            .Select(link => link.GetAttribute("href"))
            .ShouldBe([
                "/by/ines-okafor",
                "/by/%D0%BE%D0%BA%D1%81%D0%B0%D0%BD%D0%B0-%D0%B3%D1%80%D0%B8%D1%86%D0%B5%D0%BD%D0%BA%D0%BE",
            ]);
        foreach (var link in links)
            (await desk.Read(link.GetAttribute("href")!))
                .QuerySelector(".river h3")!
                .TextContent.ShouldBe("The ferry is back");
        (await desk.App.Page(path)).ShouldContain("\"url\":\"https://news.example.org/by/ines-okafor\"");
    }

    [Fact]
    public async Task A_page_says_who_signs_and_lists_their_stories_page_by_page()
    {
        await using var desk = await SiteDesk.Open();
        for (var number = 0; number < 26; number++)
            await desk.Publish($"Story {number}", ["Ines Okafor"]);
        await desk.Publish("Of somebody else", ["Tom Brandt"]);
        var picture = Image.Black(400, 300).Copy(interpretation: Enums.Interpretation.Srgb).PngsaveBuffer();
        var answer = await desk.SendFile(
            await desk.Row("/people", "Ines Okafor"),
            ("portrait", "ines.png", picture),
            ("name", "Ines Okafor"),
            ("role", "Reporter, Water"),
            ("bio", "Covers the river."),
            ("languages", "en, uk"),
            ("contact", "ines@post.example"),
            ("portrait-credit", "M. Reyes")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        var page = await desk.Read("/by/ines-okafor");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Ines Okafor");
        var said = page.QuerySelector(".person")!.TextContent;
        foreach (var part in new[] { "Reporter, Water", "Covers the river.", "українська", "M. Reyes" })
            said.ShouldContain(part);
        page.QuerySelector("a[href='mailto:ines@post.example']").ShouldNotBeNull();
        var portrait = page.QuerySelector(".person img")!;
        portrait.GetAttribute("alt").ShouldBe("Portrait of Ines Okafor");
        (await desk.App.Http.GetAsync(portrait.GetAttribute("src"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        page.QuerySelectorAll(".river h3").Length.ShouldBe(24);
        (await desk.Read(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!))
            .QuerySelectorAll(".river h3")
            .Select(heading => heading.TextContent)
            .ShouldBe(["Story 1", "Story 0"]);
    }

    [Fact]
    public async Task A_guest_has_no_page_before_their_first_story()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Send("/people", ("name", "Guest Writer"), ("role", "Teacher"));
        (await desk.App.Http.GetAsync("/by/guest-writer")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await desk.Publish("From the classroom", ["Guest Writer"]);
        (await desk.Read("/by/guest-writer")).QuerySelector(".role")!.TextContent.ShouldBe("Teacher");
        (await desk.Refused("/people", ("name", "Guest Writer")))
            .QuerySelector("#problems")!
            .TextContent.ShouldContain("already");
    }

    [Fact]
    public async Task Two_names_of_one_person_become_one_page_and_versions_keep_their_names()
    {
        await using var desk = await SiteDesk.Open();
        var first = await desk.Publish("As Oksana", ["Oksana Hrytsenko"]);
        var second = await desk.Publish("As Оксана", ["Оксана Гриценко"]);
        var both = await desk.Publish("As both", ["Oksana Hrytsenko", "Оксана Гриценко"]);
        await desk.Send($"{await desk.Row("/people", "Оксана Гриценко")}/merge", ("into", "Oksana Hrytsenko"));
        (await desk.Read("/by/oksana-hrytsenko"))
            .QuerySelectorAll(".river h3")
            .Select(heading => heading.TextContent)
            .ShouldBe(["As both", "As Оксана", "As Oksana"]);
        var moved = await desk.App.Http.GetAsync("/by/оксана-гриценко");
        moved.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        moved.Headers.Location!.ToString().ShouldBe("/by/oksana-hrytsenko");
        var link = (await desk.Read(second)).QuerySelector(".byline strong a")!;
        (link.TextContent.Trim(), link.GetAttribute("href")).ShouldBe(("Оксана Гриценко", "/by/oksana-hrytsenko"));
        (await desk.Read(both)).QuerySelectorAll(".byline a[href='/by/oksana-hrytsenko']").Length.ShouldBe(2);
        (await desk.Read(first)).QuerySelector(".byline strong")!.TextContent.ShouldContain("Oksana Hrytsenko");
        await desk.Publish("Signed the old way", ["Оксана Гриценко"]);
        (await desk.Page("/people")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_renamed_person_is_found_by_what_they_signed()
    {
        await using var desk = await SiteDesk.Open();
        var path = await desk.Publish("Before the wedding", ["Anna Holt"]);
        await desk.Send(await desk.Row("/people", "Anna Holt"), ("name", "Anna Weir"), ("bio", ""));
        var link = (await desk.Read(path)).QuerySelector(".byline strong a")!;
        (link.TextContent.Trim(), link.GetAttribute("href")).ShouldBe(("Anna Holt", "/by/anna-holt"));
        (await desk.Read("/by/anna-holt")).QuerySelector("h1")!.TextContent.ShouldBe("Anna Weir");
    }

    [Theory]
    [InlineData("name", "", "no name")]
    [InlineData("languages", "en ?!", "not the tag")]
    [InlineData("contact", "http://example.org", "neither an e-mail")]
    [InlineData("contact", "javascript:alert(1)", "neither an e-mail")]
    public async Task What_cannot_be_is_refused(string field, string value, string said)
    {
        await using var desk = await SiteDesk.Open();
        await desk.Send("/people", ("name", "Guest Writer"));
        var row = await desk.Row("/people", "Guest Writer");
        (string, string)[] good = [("name", "Guest Writer"), ("bio", "Kept as typed")];
        var page = await desk.Refused(row, [.. good.Where(pair => pair.Item1 != field), (field, value)]);
        page.QuerySelector("#problems")!.TextContent.ShouldContain(said);
        ((IHtmlTextAreaElement)page.QuerySelector("#bio")!).Value.ShouldBe("Kept as typed");
    }

    [Fact]
    public async Task An_account_signs_with_one_name()
    {
        await using var desk = await SiteDesk.Open();
        using var reporter = await desk.App.Colleague(Roles.Reporter, "Tom Brandt");
        await desk.Send("/people", ("name", "Tom Brandt"));
        await desk.Send("/people", ("name", "T. Brandt"));
        await desk.Send(await desk.Row("/people", "Tom Brandt"), ("name", "Tom Brandt"), ("account", $"{reporter.Id}"));
        await desk.Send(await desk.Row("/people", "T. Brandt"), ("name", "T. Brandt"), ("account", $"{reporter.Id}"));
        var person = await desk.App.InDatabase(db =>
            db.Set<StaffMember>().Where(row => row.Id == reporter.Id).Select(row => row.PersonId).SingleAsync()
        );
        (await desk.Row("/people", "T. Brandt")).ShouldEndWith($"{person}");
        (await desk.Page("/people"))
            .QuerySelectorAll("tbody td:last-child")
            .Select(cell => cell.TextContent)
            .Order()
            .ShouldBe(["guest", "staff"]);
    }

    [Fact]
    public async Task Stories_of_before_there_were_such_pages_are_tied_to_who_signed_them_once()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Publish("Old", ["Ines Okafor", "Tom Brandt"]);
        await desk.Publish("Unsigned");
        await desk.App.InDatabase(db => db.Set<StoryByline>().ExecuteDeleteAsync());
        (await desk.App.Http.GetAsync("/by/tom-brandt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        for (var times = 0; times < 2; times++)
            await desk.App.InDatabase(async db =>
            {
                await FillBylines.Run(db);
                return 0;
            });
        (await desk.Read("/by/tom-brandt")).QuerySelector(".river h3")!.TextContent.ShouldBe("Old");
        (await desk.App.InDatabase(db => db.Set<StoryByline>().CountAsync())).ShouldBe(2);
    }
}
