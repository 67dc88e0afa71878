using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Front.Composition;

public class FrontTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task By_itself_the_newest_leads_and_sections_of_four_have_blocks_and_no_story_stands_twice()
    {
        await using var app = await OnRecordApp.Start();
        for (var number = 0; number < 30; number++)
            await app.Show($"Story {number}", Noon.AddMinutes(number), number % 3 == 0 ? "Schools" : "Water");
        await app.Show("A single one", Noon.AddHours(-1), "Work");
        var page = await app.Read("/");
        page.Texts(".lead h2 a").ShouldBe(["Story 29"]);
        page.Texts(".seconds h3 a").ShouldBe(["Story 28", "Story 27", "Story 26"]);
        page.Texts(".river h3 a").ShouldBe(["Story 25", "Story 24", "Story 23", "Story 22", "Story 21", "Story 20"]);
        page.Texts(".block h2 a").ShouldBe(["Water", "Schools"], ignoreOrder: true);
        page.Texts(".block:has(a[href='/section/schools']) h3 a")
            .ShouldBe(["Story 18", "Story 15", "Story 12", "Story 9"]);
        var all = page.Texts("main h2 a, main h3 a");
        all.Distinct().Count().ShouldBe(all.Count);
        // The list goes on where the river ends, and misses nothing.
        var older = await app.Read(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        older.Texts(".river h3 a")[0].ShouldBe("Story 19");
        page.QuerySelectorAll("main img").ShouldAllBe(image => image.HasAttribute("width"));
    }

    [Fact]
    public async Task A_retracted_story_never_leads_by_itself()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        await app.Show("Sound", Noon);
        var story = await tom.Published(app, "Made up", "It was.");
        await Save(app, new FrontPlan { Lead = new PlacedStory(story) });
        (await app.Read("/")).Texts(".lead h2 a").ShouldBe(["Made up"]);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await tom.Post($"/desk/stories/{story}/withdraw", [("note", "The source made it up.")])).ShouldLead("/desk");
        var page = await app.Read("/");
        page.Texts(".lead h2 a").ShouldBe(["Sound"]);
        page.Texts(".river h3 a").ShouldBe(["Made up"]);
    }

    [Fact]
    public async Task What_an_editor_placed_stands_there_until_its_time_or_until_it_is_taken_down()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var old = await app.Show("Old and good", Noon.AddDays(-300));
        var gone = await tom.Published(app, "A secret name", "Ada Holm.");
        for (var number = 0; number < 6; number++)
            await app.Show($"Story {number}", Noon.AddMinutes(number));
        await Save(
            app,
            new FrontPlan
            {
                Lead = new PlacedStory(old, app.Clock.GetUtcNow().AddHours(1)),
                Seconds = [new PlacedStory(gone)],
                Notice = "The office is closed.",
                NoticeUntil = app.Clock.GetUtcNow().AddHours(2),
            }
        );
        var page = await app.Read("/");
        page.Texts(".lead h2 a").ShouldBe(["Old and good"]);
        page.Texts(".seconds h3 a").ShouldBe(["A secret name", "Story 5", "Story 4"]);
        page.Texts(".notice.own").ShouldBe(["The office is closed."]);
        (await tom.Remove(gone, "A court asked for it.")).ShouldLead("/desk");
        (await app.Read("/")).Texts(".seconds h3 a").ShouldBe(["Story 5", "Story 4", "Story 3"]);
        app.Clock.Advance(TimeSpan.FromHours(1));
        page = await app.Read("/");
        page.Texts(".lead h2 a").ShouldBe(["Story 5"]);
        page.Texts(".notice.own").Count.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await app.Read("/")).Texts(".notice.own").ShouldBeEmpty();
    }

    [Fact]
    public async Task Chosen_blocks_stand_in_their_order_with_as_many_stories_as_were_asked_for()
    {
        await using var app = await OnRecordApp.Start();
        for (var number = 0; number < 40; number++)
            await app.Show($"Story {number}", Noon.AddMinutes(number), number % 2 == 0 ? "Schools" : "Water");
        var single = await app.Show("A single one", Noon.AddHours(-1), "Work");
        var sections = await app.InDatabase(db =>
            Task.FromResult(db.Set<Section>().ToDictionary(row => row.Slug, row => row.Id))
        );
        await Save(
            app,
            new FrontPlan { Blocks = [new SectionBlock(sections["work"]), new SectionBlock(sections["water"], 2)] }
        );
        var page = await app.Read("/");
        page.Texts(".block h2 a").ShouldBe(["Work", "Water"]);
        page.Texts(".block:last-child h3 a").Count.ShouldBe(2);
        page.Texts(".block h3 a")[0].ShouldBe("A single one");
        single.ShouldNotBe(Guid.Empty);
        await Save(app, new FrontPlan { Blocks = [] });
        (await app.Read("/")).Texts(".block").ShouldBeEmpty();
    }

    [Fact]
    public async Task Six_seconds_stand_in_two_rows_and_four_chosen_ones_are_filled_up()
    {
        await using var app = await OnRecordApp.Start();
        var ids = new List<Guid>();
        for (var number = 0; number < 12; number++)
            ids.Add(await app.Show($"Story {number}", Noon.AddMinutes(number)));
        await Save(app, new FrontPlan { Seconds = [.. ids.Take(4).Select(id => new PlacedStory(id))] });
        (await app.Read("/"))
            .Texts(".seconds h3 a")
            .ShouldBe(["Story 0", "Story 1", "Story 2", "Story 3", "Story 10", "Story 9"]);
    }

    [Fact]
    public async Task The_newest_correction_of_a_young_story_stands_on_top_for_two_days()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var ferry = await tom.Published(app, "The ferry", "Nine were aboard.");
        (await app.Read("/")).Texts(".front > .notice").ShouldBeEmpty();
        await tom.Rewrite(app, ferry, "Twelve were aboard.");
        (await tom.Correct(ferry, "We wrote nine", "It was twelve.")).ShouldLead("/desk");
        var notice = (await app.Read("/")).QuerySelector(".front > .notice")!;
        notice.TextContent.ShouldContain("We wrote nine.");
        notice.TextContent.ShouldContain("It was twelve.");
        notice.QuerySelector("a")!.TextContent.ShouldBe("The ferry");
        app.Clock.Advance(TimeSpan.FromHours(47));
        (await app.Read("/")).Texts(".front > .notice").Count.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromHours(2));
        (await app.Read("/")).Texts(".front > .notice").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newsrooms_first_day_says_what_will_stand_here()
    {
        await using var app = await OnRecordApp.Start();
        var page = await app.Read("/");
        page.QuerySelector(".empty p")!.TextContent.ShouldStartWith("The newsroom is at work");
        page.QuerySelectorAll(".empty a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["/about", "/corrections"]);
    }

    private static Task<int> Save(OnRecordApp app, FrontPlan plan) =>
        app.InDatabase(async db =>
        {
            await db.Transact(async () =>
                (await db.FrontComposition()).Save(plan, Guid.CreateVersion7(), app.Clock.GetUtcNow())
            );
            return 0;
        });
}
