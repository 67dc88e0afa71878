using AngleSharp.Html.Parser;
using OnRecord.Documents;
using OnRecord.Stories;

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
