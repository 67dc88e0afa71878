using System.Net;
using AngleSharp.Html.Parser;
using FsCheck.Xunit;
using OnRecord.Stories;
using OnRecord.Tests.Search;

namespace OnRecord.Tests.Front.Search;

public class SearchPageTests
{
    [Fact]
    public async Task A_page_that_is_asked_nothing_says_how_to_ask_and_leads_there_from_every_page()
    {
        await using var app = await OnRecordApp.Start();
        var front = new HtmlParser().ParseDocument(await app.Page("/"));
        front.QuerySelector(".masthead a[href='/search']")!.TextContent.ShouldBe("Search");
        var answer = await app.Http.GetAsync("/search");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.QuerySelector(".hint")!.TextContent.ShouldContain("Type a name");
        page.QuerySelector("form[role=search] input[name=q]").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_sample_is_found_by_its_names_in_both_scripts_and_by_those_misspelt()
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(Shared.Path("samples", "scraped-story.txt"));
        foreach (var question in new[] { "Україна", "Украина", "україни", "Rogozin", "rogoz", "Путин Musk" })
            (await app.Found(question)).ShouldHaveSingleItem(question).ShouldStartWith("China Denies");
        foreach (
            var (wrong, right) in new[] { ("Rogozyn", "Rogozin"), ("Sulivan", "Sullivan"), ("Вкраїна", "Україна") }
        )
        {
            var page = await app.Search(wrong);
            page.QuerySelector(".instead a")!.TextContent.ShouldBe(right);
            page.Headlines().ShouldHaveSingleItem().ShouldStartWith("China Denies");
        }
        var story = await app.Search("Україна");
        story.QuerySelectorAll(".found p mark").Select(mark => mark.TextContent).ShouldContain("Україна");
        story.QuerySelector(".found li > div")!.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task Nothing_found_says_what_to_try()
    {
        await using var app = await OnRecordApp.Start();
        await app.Publishes("The dam", "The spillway.");
        var page = await app.Search("spillway qwrtzp");
        page.QuerySelector(".hint")!.TextContent.ShouldContain("No story has “spillway qwrtzp”.");
        page.QuerySelectorAll(".hint a").Select(link => link.TextContent).ShouldBe(["Look for “spillway” alone"]);
    }

    [Fact]
    public async Task Section_and_days_narrow_and_stay_while_paging()
    {
        await using var app = await OnRecordApp.Start();
        var day = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);
        for (var number = 0; number < 45; number++)
            await app.Publishes($"Dam {number}", "Water.", at: day.AddMinutes(number % 3));
        await app.Publishes("Dam at school", "Water.", section: "Schools", at: day);
        await app.Publishes("Dam next day", "Water.", at: day.AddHours(1));
        var seen = new List<string>();
        var next = "/search?q=dam&section=water&from=2026-03-01&to=2026-03-01";
        for (var pages = 0; next is not null && pages < 5; pages++)
        {
            var page = new HtmlParser().ParseDocument(await app.Page(next));
            page.QuerySelector("#found")!.TextContent.ShouldBe("45 stories");
            page.QuerySelector("select option[selected]")!.GetAttribute("value").ShouldBe("water");
            page.QuerySelector("input[name=to]")!.GetAttribute("value").ShouldBe("2026-03-01");
            seen.AddRange(page.Headlines());
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        seen.Count.ShouldBe(45);
        seen.Distinct().Count().ShouldBe(45);
        (await app.Found("dam", "&from=2026-03-02")).ShouldBe(["Dam next day"]);
        var none = await app.Search("dam", "&section=schools&to=2025-01-01");
        none.QuerySelector(".hint a")!.GetAttribute("href").ShouldBe("/search?q=dam");
    }

    [Fact]
    public async Task Days_that_are_none_get_a_sentence_and_nothing_is_lost()
    {
        await using var app = await OnRecordApp.Start();
        await app.Publishes("The dam", "Water.");
        var page = await app.Search("dam", "&from=2026-02-30&to=soon");
        page.QuerySelectorAll(".problem").Length.ShouldBe(2);
        page.QuerySelector("input[name=from]")!.GetAttribute("value").ShouldBe("2026-02-30");
        page.Headlines().ShouldBe(["The dam"]);
        (await app.Search("dam", "&from=2026-03-02&to=2026-03-01"))
            .QuerySelector(".problem")!
            .TextContent.ShouldStartWith("The first day is after the last one.");
    }

    [Fact]
    public async Task What_is_marked_is_text_and_never_markup()
    {
        await using var app = await OnRecordApp.Start();
        await app.Publishes("<script>dam</script>", "&lt;img src=x onerror=dam&gt; the dam");
        var page = await app.Search("dam <script>");
        page.QuerySelectorAll("main script, main img").ShouldBeEmpty();
        page.Headlines().ShouldBe(["<script>dam</script>"]);
        page.QuerySelectorAll(".found mark")
            .Select(mark => mark.TextContent)
            .Distinct()
            .ShouldBe(["script", "dam"], ignoreOrder: true);
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered_with_a_page()
    {
        await using var app = await OnRecordApp.Start();
        await app.Publishes("The dam", "Water and the board.");
        foreach (
            var question in new[]
            {
                "\"",
                "'",
                "* OR *",
                "NEAR(dam water)",
                "head : dam",
                "dam AND",
                "-dam",
                "^dam",
                "dam*",
                "(((",
                "\\",
                "a & b | !c <-> d:*",
                "dam' OR 1=1 --",
                new string('a', 10_000),
                string.Join(' ', Enumerable.Range(0, 3000)),
                new string('й', 10_000),
                new string('漢', 3_000),
                "\u202edam\u200b",
                "dam\0water",
                "§h",
                "%_",
                "\ud83d\ude00",
                new string('"', 5_000),
                "{head} : dam",
                "'':*",
            }
        )
            await Answered(app, $"/search?q={Uri.EscapeDataString(question)}");
        foreach (
            var address in new[]
            {
                "/search?q=%00",
                "/search?q=dam%00water",
                "/search?q=%ED%A0%80dam",
                "/search?q=%FF%FE",
                "/search?q=%",
                "/search?q=dam&after=%00",
                "/search?q=dam&after=1~2~3",
                "/search?q=dam&after=99999999999999999999~1~1",
                "/search?q=dam&section=%00&from=%00&to=%00",
                "/search?q=dam&q=water",
                "/search?q",
                "/search?after=1",
                "/search?q=dam&after=-1~-1~1",
            }
        )
            await Answered(app, address);
        (await app.Search("?! …")).QuerySelector(".hint")!.TextContent.ShouldContain("only signs");
        (await app.Found("dam\0water")).ShouldBe(["The dam"]);
    }

    [Property(MaxTest = 1, StartSize = 100)]
    public void Any_text_is_answered_with_a_page(string?[] questions)
    {
        Task.Run(async () =>
            {
                await using var app = await OnRecordApp.Start();
                await app.Publishes("The dam", "Water and the board.");
                foreach (var question in questions)
                    await Answered(app, $"/search?q={Escaped(question ?? "")}");
            })
            .GetAwaiter()
            .GetResult();
    }

    [Fact]
    public async Task A_ukrainian_newsroom_searches_in_ukrainian()
    {
        await using var app = await OnRecordApp.Start();
        await app.InDatabase(async db =>
        {
            (await db.Newsroom()).Language = "uk";
            return await db.SaveChangesAsync();
        });
        await app.Publishes("Дамба", "Вода.", language: "uk");
        await app.Publishes("Дамби", "Вода.", language: "uk");
        var page = await app.Search("дамба");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Пошук");
        page.QuerySelector("#found")!.TextContent.ShouldBe("2 статті");
    }

    private static string Escaped(string text) =>
        string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(one => $"%{one:X2}"));

    private static async Task Answered(OnRecordApp app, string address)
    {
        var answer = await app.Http.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address.Length > 200 ? address[..200] : address);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("role=\"search\"");
    }
}
