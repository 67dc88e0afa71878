using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OnRecord.Stories;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Front;

public class StoryPageTests
{
    private const string Path = "/2026/03/ferry-returns-after-nine-days";

    [Fact]
    public async Task A_story_page_says_what_it_is_to_people_and_machines()
    {
        await using var app = await Published();
        var page = await Parsed(app, Path);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Ferry returns after nine days");
        page.QuerySelector(".kicker")!.TextContent.ShouldBe("Water");
        page.QuerySelector(".byline")!.TextContent.ShouldContain("By Ines Okafor");
        page.QuerySelector(".byline time")!.GetAttribute("datetime").ShouldBe("2026-03-03T07:30:00+00:00");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe($"https://news.example.org{Path}");
        page.QuerySelector("meta[property='og:title']")!
            .GetAttribute("content")
            .ShouldBe("Ferry returns after nine days");
        using var article = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        article.RootElement.GetProperty("@type").GetString().ShouldBe("NewsArticle");
        article.RootElement.GetProperty("author")[0].GetProperty("name").GetString().ShouldBe("Ines Okafor");
    }

    [Fact]
    public async Task A_page_forbids_what_it_does_not_need()
    {
        await using var app = await Published();
        var answer = await app.Http.GetAsync(Path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'self'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.ShouldNotContain(header => header.Key == "Set-Cookie" || header.Key == "Server");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(" style=");
    }

    [Fact]
    public async Task A_moved_story_is_found_under_its_old_address_for_ever()
    {
        await using var app = await Published();
        foreach (var slug in new[] { "the-ferry-is-back", "crossing-resumes" })
            await app.InDatabase(async db =>
            {
                var story = await db.Set<Story>().SingleAsync();
                await db.Transact(() => MoveStory.Into(db, story, slug));
                return 0;
            });
        foreach (var old in new[] { Path, "/2026/03/the-ferry-is-back" })
        {
            var answer = await app.Http.GetAsync(old);
            answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
            answer.Headers.Location!.ToString().ShouldBe("/2026/03/crossing-resumes");
        }
        (await app.Http.GetAsync("/2026/03/crossing-resumes")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_was_ever_given_is_given_to_no_other_story()
    {
        await using var app = await Published();
        await app.InDatabase(async db =>
        {
            var story = await db.Set<Story>().SingleAsync();
            await db.Transact(() => MoveStory.Into(db, story, "elsewhere"));
            return 0;
        });
        var report = await app.Import(
            app.File("other.html", TestPages.Html(canonical: "https://ledger.example/2026/03/other"))
        );
        report.Stories.Single().Url.ShouldBe($"{Path}-2");
    }

    [Fact]
    public async Task A_ukrainian_story_has_ukrainian_furniture()
    {
        await using var app = await OnRecordApp.Start();
        var report = await app.Import(
            app.File(
                "uk.txt",
                "Хто лагодить дороги взимку, коли заводи зачинені\n\nРобота\n\nБригада виходить о четвертій ранку, коли місто ще спить, і що вона робить, бачать тільки пекарі."
            )
        );
        report.Stories.Single().Url!.ShouldAllBe(c => c < 128);
        var page = await Parsed(app, report.Stories.Single().Url!);
        page.DocumentElement.GetAttribute("lang").ShouldBe("uk");
        page.QuerySelector(".byline")!.TextContent.ShouldContain("Опубліковано");
    }

    [Fact]
    public async Task An_arabic_story_runs_from_right_to_left_and_says_which_words_are_english()
    {
        await using var app = await OnRecordApp.Start();
        var report = await app.Import(
            app.File(
                "ar.txt",
                "سوق الخميس يبقى في الساحة والمظلات تتراجع مترا واحدا\n\nقال رئيس لجنة السوق يوم الخميس إن الباعة سيبقون في الساحة القديمة حتى نهاية السنة القادمة."
            )
        );
        var page = await Parsed(app, report.Stories.Single().Url!);
        (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")).ShouldBe(("ar", "rtl"));
        page.QuerySelector(".byline")!.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task A_long_story_is_whole_in_its_first_html_and_may_fold_on_a_phone()
    {
        await using var app = await OnRecordApp.Start();
        var paragraphs = string.Join(
            "\n\n",
            Enumerable
                .Range(1, 30)
                .Select(number =>
                    $"Paragraph {number} tells what the county did next with the ferry, the drum, the chain and the people who waited for it on both of the banks that day."
                )
        );
        var report = await app.Import(app.File("long.txt", $"A story that is long enough to fold\n\n{paragraphs}"));
        var page = await Parsed(app, report.Stories.Single().Url!);
        page.QuerySelectorAll(".body p").Length.ShouldBe(30);
        page.QuerySelector(".unfold label")!.TextContent.ShouldBe("Expand article");
        var folded = page.QuerySelectorAll(".rest p").Length;
        folded.ShouldBeInRange(18, 21);
    }

    [Theory]
    [InlineData("/2026/03/nowhere")]
    [InlineData("/nowhere")]
    [InlineData("/section/nowhere")]
    [InlineData("/?before=nonsense")]
    [InlineData("/2026/3/nowhere")]
    public async Task Where_there_is_no_page_the_newsroom_says_so(string path)
    {
        await using var app = await Published();
        var answer = await app.Http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("There is no page here");
        text.ShouldContain("Ferry returns after nine days");
    }

    [Fact]
    public async Task Head_is_answered_like_get_without_the_page()
    {
        await using var app = await Published();
        using var request = new HttpRequestMessage(HttpMethod.Head, Path);
        (await app.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_name_that_is_not_ours_is_not_answered()
    {
        await using var app = await Published();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Host = "evil.example";
        (await app.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var ours = new HttpRequestMessage(HttpMethod.Get, Path);
        ours.Headers.Host = "news.example.org";
        (await app.Http.SendAsync(ours)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_only_read_cannot_be_posted_to()
    {
        await using var app = await Published();
        (await app.Http.PostAsync("/", null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private static async Task<OnRecordApp> Published()
    {
        var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.html", TestPages.Html()));
        return app;
    }

    private static async Task<IHtmlDocument> Parsed(OnRecordApp app, string path) =>
        new HtmlParser().ParseDocument(await app.Page(path));
}
