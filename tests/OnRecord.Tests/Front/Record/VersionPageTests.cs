using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Tests.Front.Record;

public class VersionPageTests
{
    [Fact]
    public async Task An_earlier_version_is_shown_as_it_was_and_says_that_a_newer_one_exists()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(id, draft => draft with { Headline = "The ferry is gone again", Deck = "For good" });
        var first = await app.Parsed($"{path}/versions/1");
        first.QuerySelector("h1")!.TextContent.ShouldBe("The ferry is back");
        first.QuerySelector(".deck").ShouldBeNull();
        first.QuerySelector("[data-part=updated]").ShouldBeNull();
        first.QuerySelector(".band b")!.TextContent.ShouldBe("Version 1");
        first.QuerySelector($".band a[href='{path}']")!.TextContent.ShouldContain("version 2");
        first.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe($"https://news.example.org{path}");
        first.QuerySelector("main")!.GetAttribute("data-record").ShouldBe($"/record/versions/{id}/1.json");
        var second = await app.Http.GetAsync($"{path}/versions/2");
        second.Headers.GetValues("X-Robots-Tag").Single().ShouldBe("noindex");
        (await second.Content.ReadAsStringAsync()).ShouldContain("It is the one that is shown now.");
        (await app.Http.GetAsync($"{path}/versions/3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_version_that_the_law_had_removed_says_so_and_why()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(id, draft => draft with { Headline = "The ferry is gone again" }, note: "Took out a name.");
        await app.Show(id, draft => draft with { Headline = "No ferry" });
        await app.Erase(id, 2, "court-order");
        var gone = await app.Http.GetAsync($"{path}/versions/2");
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var said = await gone.Content.ReadAsStringAsync();
        said.ShouldContain("A court ordered that it be removed.");
        said.ShouldNotContain("gone again");
        (await app.Page(path)).ShouldNotContain("Took out a name.");
        (await app.Page($"{path}/timemap")).ShouldNotContain("/versions/2>");
    }

    [Fact]
    public async Task Of_a_story_that_was_taken_down_no_earlier_version_is_shown()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(id, draft => draft, VersionKind.Takedown, "A court asked for it.");
        foreach (var number in new[] { 1, 2 })
        {
            var answer = await app.Http.GetAsync($"{path}/versions/{number}");
            answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("The ferry is back");
        }
    }

    [Fact]
    public async Task Under_an_old_address_everything_leads_to_the_new_one()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.InDatabase(async db =>
        {
            var story = await db.Set<Story>().SingleAsync(row => row.Id == id);
            await db.Transact(() => MoveStory.Into(db, story, "elsewhere"));
            return 0;
        });
        var now = $"{path[..path.LastIndexOf('/')]}/elsewhere";
        foreach (
            var below in new[] { "/versions", "/versions/1", "/versions/compare", "/check", "/timegate", "/timemap" }
        )
        {
            var answer = await app.Http.GetAsync(path + below);
            answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently, below);
            answer.Headers.Location!.ToString().ShouldBe(now + below);
        }
    }

    [Fact]
    public async Task The_story_says_that_it_is_on_the_record_and_leads_to_every_version()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(id, draft => draft with { Headline = "The ferry is gone again" });
        var page = await app.Parsed(path);
        page.QuerySelector(".seal")!.TextContent.ShouldContain("On the record, version 2");
        page.QuerySelectorAll("#versions li a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe([$"{path}/versions/2", $"{path}/versions/1"]);
        page.QuerySelectorAll("#versions .record a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe([$"{path}/versions", $"{path}/check", $"/record/proof/{id}/2.tlog-proof", $"{path}/report"]);
        (await app.Page("/record")).ShouldContain("No one else witnesses this record yet.");
        (await app.Page($"{path}/check")).ShouldContain($"/record/versions/{id}/2.json");
        foreach (var language in new[] { "en", "uk" })
            (await app.Page($"/record/words/{language}.json")).ShouldContain("headline");
    }

    [Fact]
    public async Task Every_word_of_a_story_page_is_part_of_the_story_or_furniture()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(id, draft => draft with { Byline = ["Ines Okafor", "Tom Brandt"] }, VersionKind.Correction);
        var main = (await app.Parsed(path)).QuerySelector("main")!;
        foreach (
            var part in main.QuerySelectorAll("[data-part],[data-furniture]")
                .Where(part => part.ParentElement!.Closest("[data-part],[data-furniture]") is null)
                .ToList()
        )
            part.Remove();
        main.TextContent.Trim().ShouldBeEmpty();
    }
}
