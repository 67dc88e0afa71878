using System.Net;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Front.Archive;

public class ArchiveTests
{
    [Fact]
    public async Task A_newsroom_without_stories_has_an_archive_that_says_what_will_stand_there()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Read("/archive")).QuerySelector(".empty p")!.TextContent.ShouldStartWith("Each month");
        (await app.Http.GetAsync("/archive/2026/03")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Read("/")).QuerySelector(".foot a[href='/archive']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_month_leads_to_the_next_as_soon_as_that_has_a_story()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show("January", new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));
        (await app.Page("/archive/2026/01")).ShouldNotContain("/archive/2026/03");
        await app.Show("March", new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
        (await app.Page("/archive/2026/01")).ShouldContain("/archive/2026/03");
    }

    [Fact]
    public async Task Every_month_counts_its_stories_on_the_newsrooms_clock()
    {
        await using var app = await OnRecordApp.Start();
        await Clock(app, "Europe/Kyiv");
        await app.Show("January", new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));
        // An hour before midnight in London is the next month in Kyiv.
        await app.Show("Already March", new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero));
        await app.Show("March", new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        await app.Show("Long ago", new DateTimeOffset(2024, 12, 31, 12, 0, 0, TimeSpan.Zero));
        var page = await app.Read("/archive");
        page.Texts(".year h2").ShouldBe(["2026", "2024"]);
        page.Texts(".months li").ShouldBe(["March 2026 2 stories", "January 2026 1 story", "December 2024 1 story"]);
        var march = await app.Read("/archive/2026/03");
        march.Texts("main h3 a").ShouldBe(["March", "Already March"]);
        march.Texts("main .river h2").ShouldBe(["2 March", "1 March"]);
        march.Texts("main .river time").ShouldBe(["14:00", "01:00"]);
        march.Texts(".neighbours a").ShouldBe(["← January 2026"]);
        (await app.Read("/archive/2026/01")).Texts(".neighbours a").ShouldBe(["← December 2024", "March 2026 →"]);
        await Clock(app, "UTC");
        (await app.Read("/archive")).Texts(".months li")[..2].ShouldBe(["March 2026 1 story", "February 2026 1 story"]);
        (await app.Read("/archive/2026/02")).Texts("main h3 a").ShouldBe(["Already March"]);
    }

    [Fact]
    public async Task A_month_without_stories_between_others_says_so_and_one_outside_is_not_there()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show("January", new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));
        await app.Show("March", new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var page = await app.Read("/archive/2026/02");
        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("Nothing was published in this month");
        page.Texts(".neighbours a").ShouldBe(["← January 2026", "March 2026 →"]);
        foreach (var outside in new[] { "2025/12", "2026/04", "2026/13", "2026/00", "0000/01" })
            (await app.Http.GetAsync($"/archive/{outside}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, outside);
    }

    [Fact]
    public async Task What_is_taken_down_leaves_the_count_and_what_comes_back_enters_it_again()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        await tom.Published(app, "The ferry", "It is back.");
        var gone = await tom.Published(app, "A secret name", "Ada Holm.");
        (await app.Page("/archive")).ShouldContain("2 stories");
        (await tom.Remove(gone, "A court asked for it.")).ShouldLead("/desk");
        (await app.Page("/archive")).ShouldContain("1 story");
        var month = await app.Read("/archive/2026/03");
        month.Texts("main h3 a").ShouldBe(["The ferry"]);
        month.QuerySelector(".list-head")!.TextContent.ShouldContain("1 story");
        await tom.Rewrite(app, gone, "Nobody is named.");
        (await tom.Publish(gone, VersionKind.Update, "Without the name.")).ShouldLead("/desk");
        (await app.Page("/archive")).ShouldContain("2 stories");
    }

    [Fact]
    public async Task A_month_is_paged_without_losing_or_repeating_a_story()
    {
        await using var app = await OnRecordApp.Start();
        for (var number = 0; number < 130; number++)
            await app.Show($"Story {number}", new DateTimeOffset(2026, 3, 1 + number / 20, 9, 0, 0, TimeSpan.Zero));
        var seen = new List<string>();
        string? next = "/archive/2026/03";
        var pages = 0;
        for (; next is not null && pages < 10; pages++)
        {
            var page = await app.Read(next);
            seen.AddRange(page.Texts("main h3 a"));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        pages.ShouldBe(3);
        seen.Count.ShouldBe(130);
        seen.Distinct().Count().ShouldBe(130);
    }

    [Fact]
    public async Task Topics_stand_by_their_letters_those_without_stories_do_not()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Read("/topics")).QuerySelector(".empty h2")!.TextContent.ShouldBe("No story has a topic yet");
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await app.Show("One", at, topics: ["water bills", "Elections", "Вода"]);
        await app.Show("Two", at, topics: ["Work", "2026 budget"]);
        await app.InDatabase(async db =>
        {
            await Topic.Named(db, "Nobody writes of it", "en");
            return await db.SaveChangesAsync();
        });
        var page = await app.Read("/topics");
        page.Texts(".year h2").ShouldBe(["#", "E", "W", "В"]);
        page.Texts(".months a").ShouldBe(["2026 budget", "Elections", "water bills", "Work", "Вода"]);
        (await app.Http.GetAsync("/topics?letter=W")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<int> Clock(OnRecordApp app, string zone) =>
        app.InDatabase(async db =>
        {
            await db.Transact(async () => (await db.Newsroom()).TimeZone = zone);
            return 0;
        });
}
