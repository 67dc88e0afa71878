using AngleSharp.Html.Parser;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Front;

public class ListTests
{
    [Fact]
    public async Task An_empty_newsroom_says_so()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Page("/")).ShouldContain("Nothing has been published here yet");
    }

    [Fact]
    public async Task Paging_shows_every_story_once_newest_first_also_when_many_share_an_hour()
    {
        await using var app = await OnRecordApp.Start();
        await Publish(
            app,
            60,
            section: "Water",
            number => new DateTimeOffset(2026, 3, 1 + (number / 20), 9, 0, 0, TimeSpan.Zero)
        );
        var seen = new List<string>();
        string? next = "/";
        for (var pages = 0; next is not null && pages < 10; pages++)
        {
            var page = new HtmlParser().ParseDocument(await app.Page(next));
            seen.AddRange(
                page.QuerySelectorAll(".lead h2 a, .seconds h3 a, .river h3 a").Select(link => link.TextContent)
            );
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        seen.Distinct().Count().ShouldBe(60);
        seen.Count.ShouldBe(60);
        seen[0].ShouldStartWith("Story 5");
        seen[^1].ShouldMatch("^Story (0|1?[0-9])$");
    }

    [Fact]
    public async Task A_section_shows_its_own_stories()
    {
        await using var app = await OnRecordApp.Start();
        await Publish(app, 3, "Water", number => new DateTimeOffset(2026, 3, 1, number, 0, 0, TimeSpan.Zero));
        await Publish(
            app,
            2,
            "Schools",
            number => new DateTimeOffset(2026, 3, 2, number, 0, 0, TimeSpan.Zero),
            "Lesson"
        );
        var page = new HtmlParser().ParseDocument(await app.Page("/section/schools"));
        page.QuerySelectorAll("main h2 a, main h3 a")
            .Select(link => link.TextContent)
            .ShouldBe(["Lesson 1", "Lesson 0"]);
        page.QuerySelector("nav [aria-current=page]")!.TextContent.ShouldBe("Schools");
    }

    [Fact]
    public async Task A_topic_and_a_byline_page_through_all_of_theirs_and_nothing_else()
    {
        await using var app = await OnRecordApp.Start();
        var first = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        // Three share each hour, so that the place in the list is more than its time.
        for (var number = 0; number < 50; number++)
            await app.Show(
                $"Dam {number}",
                first.AddHours(number / 3),
                topics: ["The dam"],
                byline: ["Ines Okafor", "Tom Brandt"]
            );
        await app.Show("Something else", first.AddHours(2), byline: ["Oksana Hrytsenko"]);
        foreach (var list in new[] { "/topic/the-dam", "/by/ines-okafor", "/by/tom-brandt" })
        {
            var seen = new List<string>();
            string? next = list;
            for (var pages = 0; next is not null && pages < 10; pages++)
            {
                var page = await app.Read(next);
                seen.AddRange(page.Texts(".lead h2 a, .seconds h3 a, .river h3 a"));
                next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            }
            seen.Count.ShouldBe(50, list);
            seen.Distinct().Count().ShouldBe(50, list);
            seen.ShouldAllBe(headline => headline.StartsWith("Dam "));
        }
    }

    [Fact]
    public async Task A_link_to_an_older_page_from_before_lists_were_ordered_by_id_still_leads_there()
    {
        await using var app = await OnRecordApp.Start();
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await app.Show("Older", at);
        await app.Show("Newer", at.AddHours(1));
        var page = await app.Read($"/?before={at.UtcTicks}~2026/03/older");
        page.Texts(".river h3 a").ShouldBe(["Older"]);
        (await app.Http.GetAsync("/?before=nonsense")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_empty_section_says_what_will_stand_there_and_where_to_go_on()
    {
        await using var app = await OnRecordApp.Start();
        await app.InDatabase(async db =>
        {
            await Section.Named(db, "Schools");
            return await db.SaveChangesAsync();
        });
        var page = await app.Read("/section/schools");
        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("Nothing has been published here yet. Come back soon.");
        page.QuerySelectorAll(".empty a").Select(link => link.GetAttribute("href")).ShouldBe(["/", "/archive"]);
    }

    [Fact]
    public async Task A_corrected_story_says_so_in_lists_also_after_a_spelling_and_a_retracted_one_says_that_alone()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var ferry = await tom.Published(app, "The ferry", "Nine were abord.");
        await tom.Rewrite(app, ferry, "Twelve were abord.");
        (await tom.Correct(ferry, "We wrote nine.", "It was twelve.")).ShouldLead("/desk");
        await tom.Rewrite(app, ferry, "Twelve were aboard.");
        (await tom.Spell(ferry, confirmed: true)).ShouldLead("/desk");
        (await app.Read("/section/water")).Texts(".mark").ShouldBe(["Corrected 14 March 2026"]);
        (await app.Read("/")).Texts(".mark").ShouldBe(["Corrected 09:12"]);
        (await tom.Post($"/desk/stories/{ferry}/withdraw", [("note", "The source made it up.")])).ShouldLead("/desk");
        var page = await app.Read("/section/water");
        page.Texts(".mark").ShouldBeEmpty();
        page.Texts(".kind").ShouldBe(["Retracted"]);
    }

    private static Task<int> Publish(
        OnRecordApp app,
        int count,
        string section,
        Func<int, DateTimeOffset> at,
        string name = "Story"
    ) =>
        app.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                var found = await Section.Named(db, section);
                await db.SaveChangesAsync();
                for (var number = 0; number < count; number++)
                {
                    var story = new Story
                    {
                        Id = Guid.CreateVersion7(),
                        CreatedAt = at(number),
                        Draft = new StoryContent
                        {
                            Headline = $"{name} {number}",
                            Language = "en",
                            SectionId = found.Id,
                            Text = HtmlReader.Read("<p>Text.</p>"),
                        },
                    };
                    db.Set<Story>().Add(story);
                    await PublishStory.Into(db, story, at(number), null);
                }
            });
            return 0;
        });
}
