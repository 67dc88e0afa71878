using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;
using static OnRecord.Tests.Front.Margin.SourcedStory;

namespace OnRecord.Tests.Front.Margin;

public class SourcesPageTests
{
    [Fact]
    public async Task The_sources_page_lists_each_source_with_its_statements()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        var page = await app.Parsed($"{story.Path}/sources");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Sources");
        page.QuerySelector("main a")!.GetAttribute("href").ShouldBe(story.Path);
        page.QuerySelector("link[rel=canonical]")!
            .GetAttribute("href")
            .ShouldBe($"https://news.example.org{story.Path}/sources");
        page.QuerySelectorAll(".by-source > li > h2")
            .Select(name => name.Said())
            .ShouldBe([
                "Ada Lindqvist",
                "Inspection notes",
                "Two people who work at the site",
                "Lowland water board",
                "Valley Courier",
            ]);
        var ada = page.QuerySelector(".by-source > li")!;
        ada.QuerySelector(".who")!.Said().ShouldBe("Person · Chair, Lowland water board.");
        ada.QuerySelectorAll("blockquote")
            .Select(words => words.Said())
            .ShouldBe(["“There is no scenario in which it goes this winter,” 1", "“It stands,” “It will stand.” 6"]);
        ada.QuerySelectorAll("blockquote a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe([$"{story.Path}#p1", $"{story.Path}#p6"]);
        page.QuerySelector("script[type='application/ld+json']").ShouldBeNull();
        page.QuerySelectorAll(".tally a").ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_story_moved_its_sources_moved_with_it()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        await app.InDatabase(async db =>
        {
            var row = await db.Stories.SingleAsync();
            await db.Transact(() => MoveStory.Into(db, row, "the-dam"));
            return 0;
        });
        var answer = await app.Http.GetAsync($"{story.Path}/sources");
        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().ShouldBe("/2026/03/the-dam/sources");
        (await app.Http.GetAsync("/2026/03/the-dam/sources")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task There_is_no_page_of_sources_where_a_story_has_none()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Publish(Content(["One."], []));
        (await app.Http.GetAsync($"{story.Path}/sources")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Http.GetAsync("/2026/03/nowhere/sources")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_taken_down_took_its_sources_with_it()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        await app.InDatabase(async db =>
        {
            var row = await db.Stories.Include(one => one.Versions).SingleAsync();
            await db.Transact(() =>
                ShowVersion.Into(
                    db,
                    row,
                    row.Remove(
                        "court-order",
                        "A court ordered it.",
                        VersionWords.Notice("en", "court-order", "A court ordered it."),
                        row.Removable(),
                        app.Clock.GetUtcNow(),
                        null
                    ).Value!
                )
            );
            return 0;
        });
        var answer = await app.Http.GetAsync($"{story.Path}/sources");
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Lindqvist");
    }
}
