using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;

namespace OnRecord.Tests.Desk.Arrangement;

public class TopicTests
{
    [Fact]
    public async Task A_topic_page_shows_its_stories_under_its_words_page_by_page()
    {
        await using var desk = await SiteDesk.Open();
        for (var number = 0; number < 26; number++)
            await desk.Publish($"On the dam {number}", topics: ["The dam"]);
        await desk.Publish("On something else");
        var row = await desk.Row("/topics", "The dam");
        await desk.Send(row, ("name", "The dam"), ("language", "en"), ("description", "What is known of it."));
        var page = await desk.Read("/topic/the-dam");
        page.QuerySelector("h1")!.TextContent.ShouldBe("The dam");
        page.QuerySelector(".list-head p")!.TextContent.ShouldBe("What is known of it.");
        page.QuerySelector(".lead h2")!.TextContent.ShouldBe("On the dam 25");
        var older = await desk.Read(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        older.QuerySelectorAll(".river h3").Select(h => h.TextContent).ShouldBe(["On the dam 1", "On the dam 0"]);
        (await desk.Page("/topics?q=DAM")).QuerySelector("tbody td:nth-child(3)")!.TextContent.ShouldBe("26");
        (await desk.Page("/topics?q=nothing")).QuerySelector("tbody").ShouldBeNull();
    }

    [Fact]
    public async Task Merged_topics_share_stories_and_the_old_address_leads_on()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Publish("Both", topics: ["The dam", "Harrow dam"]);
        await desk.Publish("Old name", topics: ["Harrow dam"]);
        await desk.Send($"{await desk.Row("/topics", "Harrow dam")}/merge", ("into", "The dam"));
        var moved = await desk.App.Http.GetAsync("/topic/harrow-dam");
        moved.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        moved.Headers.Location!.ToString().ShouldBe("/topic/the-dam");
        // A story that still holds the old name is published under the topic it was merged into.
        await desk.Publish("Old name again", topics: ["Harrow dam"]);
        (await desk.Read("/topic/the-dam"))
            .QuerySelectorAll("main h2 a, main h3 a")
            .Select(link => link.TextContent)
            .ShouldBe(["Old name again", "Old name", "Both"]);
        (await desk.Page("/topics")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await desk.Acts()).ShouldBe(["site.topic.merged"]);
    }

    [Fact]
    public async Task A_merge_needs_another_topic()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Publish("A story", topics: ["The dam"]);
        await desk.Send("/topics", ("name", "Other"));
        var row = await desk.Row("/topics", "The dam");
        foreach (var into in new[] { "", "Nowhere", "The dam" })
            (await desk.Refused($"{row}/merge", ("into", into)))
                .QuerySelector("#problems a[href='#into']")
                .ShouldNotBeNull();
        (await desk.Refused("/topics", ("name", "the DAM")))
            .QuerySelector("#problems")!
            .TextContent.ShouldContain("already");
    }

    [Fact]
    public async Task A_renamed_topic_is_found_under_its_old_name_and_address()
    {
        await using var desk = await SiteDesk.Open();
        await desk.Publish("Before", topics: ["The dam"]);
        await desk.Send(await desk.Row("/topics", "The dam"), ("name", "The Harrow dam"));
        await desk.Publish("After", topics: ["The dam"]);
        var page = await desk.Read("/topic/the-dam");
        page.QuerySelector("h1")!.TextContent.ShouldBe("The Harrow dam");
        page.QuerySelectorAll("main h2 a, main h3 a").Length.ShouldBe(2);
        await desk.Send(await desk.Row("/topics", "The Harrow dam"), ("name", "The dam"));
        (await desk.App.InDatabase(db => db.Set<FormerTopic>().Select(row => row.Name).ToListAsync())).ShouldBe([
            "The Harrow dam",
        ]);
    }

    [Fact]
    public async Task A_story_that_was_taken_down_is_in_no_list()
    {
        await using var desk = await SiteDesk.Open();
        var path = await desk.Publish("To be taken down", ["Ines Okafor"], ["The dam"]);
        await desk.App.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                var story = await db.Set<Story>().Include(row => row.Versions).SingleAsync(row => row.Path == path);
                var notice = VersionWords.Notice("en", "court-order", "A court ordered it.");
                var removed = story.Remove(
                    "court-order",
                    "A court ordered it.",
                    notice,
                    story.Removable(),
                    desk.App.Clock.GetUtcNow(),
                    null
                );
                await ShowVersion.Into(db, story, removed.Value!);
            });
            return 0;
        });
        foreach (var list in new[] { "/", "/topic/the-dam" })
            (await desk.App.Page(list)).ShouldNotContain(path);
        (await desk.App.Http.GetAsync("/by/ines-okafor")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
