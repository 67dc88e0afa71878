using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Mail;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;
using OnRecord.Stories.Publishing;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Desk.Reports;

namespace OnRecord.Tests.Front.Reports;

public class ReportFormTests
{
    private const string Wrong = "The board has seven members, not nine.";

    [Fact]
    public async Task The_form_says_by_when_the_newsroom_answers_and_holds_the_passage_it_is_given()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var page = Parse(await newsroom.App.Page($"{newsroom.Path}/report?passage=nine%20members"));
        page.QuerySelector("main")!.TextContent.ShouldContain("answers within 3 days");
        Field(page, "passage").ShouldBe("nine members");
        page.QuerySelector("#email-hint")!.TextContent.ShouldContain("erased 30 days after the answer");
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.QuerySelectorAll("main input:not([type=hidden]), main textarea")
            .ShouldAllBe(field => page.QuerySelector($"label[for='{field.Id}']") != null);
    }

    [Fact]
    public async Task A_report_gets_a_page_of_its_own_and_keeps_the_version_the_reader_had_before_them()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        await newsroom.Publish(VersionKind.Update, "More is known.", ReportsNewsroom.Line, "More.");
        var at = await newsroom.Report(
            ("version", "1"),
            ("wrong", Wrong),
            ("passage", "nine members"),
            ("known", "https://board.example/members"),
            ("name", "R. Haddad"),
            ("email", "")
        );
        using var answer = await newsroom.App.Http.GetAsync(at);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        var page = Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("main")!.TextContent;
        page.ShouldContain(Wrong);
        page.ShouldContain("nine members");
        page.ShouldContain("by 17 March 2026, 09:12");
        var kept = await newsroom.Reported(at);
        (kept.VersionNumber, kept.HowKnown, kept.Name).ShouldBe((1, "https://board.example/members", "R. Haddad"));
        (kept.DueAt - kept.At).ShouldBe(TimeSpan.FromHours(72));
        (await newsroom.App.Http.GetAsync($"/report/{new string('0', 32)}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_version_that_there_is_not_is_taken_as_the_live_one()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var at = await newsroom.Report(("version", "77"), ("wrong", Wrong));
        (await newsroom.Reported(at)).VersionNumber.ShouldBe(1);
    }

    [Theory]
    [InlineData("wrong", " ", "Say what is wrong")]
    [InlineData("wrong", "long", "more than 4000 characters")]
    [InlineData("email", "not an address", "no e-mail address")]
    [InlineData("email", "two@post.example, three@post.example", "no e-mail address")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_what_was_typed_stays(
        string field,
        string value,
        string said
    )
    {
        await using var newsroom = await ReportsNewsroom.Open();
        (string, string)[] good = [("wrong", Wrong), ("known", "I was there."), ("email", "reader@post.example")];
        value = value == "long" ? new string('x', 4001) : value;
        var answer = await newsroom.Send([.. good.Where(row => row.Item1 != field), (field, value)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Parse(await answer.Content.ReadAsStringAsync());
        page.QuerySelector($"#problems a[href='#{field}']")!.TextContent.ShouldContain(said);
        page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid").ShouldBe("true");
        Field(page, "known").ShouldBe("I was there.");
        (await Count(newsroom)).ShouldBe(0);
    }

    [Fact]
    public async Task What_another_site_sends_and_what_a_machine_fills_in_is_not_taken()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{newsroom.Path}/report")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("wrong", Wrong)]),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await newsroom.App.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var trapped = await newsroom.Send(("wrong", Wrong), ("subject-line", "cheap loans"));
        trapped.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Parse(await trapped.Content.ReadAsStringAsync());
        page.QuerySelector("#problems")!.TextContent.ShouldContain("send the report once more");
        Field(page, "wrong").ShouldBe(Wrong);
        Field(page, "subject-line").ShouldBe("");
        (await Count(newsroom)).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_words_within_a_day_lead_to_the_same_report()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var first = await newsroom.Report(("wrong", Wrong));
        (await newsroom.Report(("wrong", $"  {Wrong.Replace(" ", "  ", StringComparison.Ordinal)}"))).ShouldBe(first);
        (await newsroom.Report(("wrong", Wrong), ("email", "reader@post.example"))).ShouldBe(first);
        (await newsroom.Reported(first)).Email.ShouldBe("reader@post.example");
        newsroom.App.Clock.Advance(TimeSpan.FromHours(25));
        (await newsroom.Report(("wrong", Wrong))).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_sixth_report_within_an_hour_is_told_to_wait_and_loses_nothing()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        for (var number = 1; number <= 5; number++)
            await newsroom.Report(("wrong", $"{Wrong} {number}"));
        var refused = await newsroom.Send(("wrong", $"{Wrong} 6"));
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        var page = Parse(await refused.Content.ReadAsStringAsync());
        page.QuerySelector("#problems")!.TextContent.ShouldContain("Send it again in an hour");
        Field(page, "wrong").ShouldBe($"{Wrong} 6");
        await newsroom.Report(("wrong", $"{Wrong} 5"));
        newsroom.App.Clock.Advance(TimeSpan.FromMinutes(61));
        await newsroom.Report(("wrong", $"{Wrong} 6"));
    }

    [Fact]
    public async Task An_address_that_many_reports_name_gets_no_more_mail()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        for (var number = 1; number <= 5; number++)
        {
            await newsroom.Report(("wrong", $"{Wrong} {number}"), ("email", "reader@post.example"));
            newsroom.App.Clock.Advance(TimeSpan.FromMinutes(61));
        }
        var refused = await newsroom.Send(("wrong", Wrong), ("email", "reader@post.example"));
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("href=\"#email\"");
    }

    [Fact]
    public async Task A_story_that_moved_is_still_reported_from_its_old_address()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        await newsroom.App.InDatabase(async db =>
        {
            db.Add(new StoryAddress { Path = "/2026/03/old-name", StoryId = newsroom.StoryId });
            return await db.SaveChangesAsync();
        });
        var moved = await newsroom.App.Http.GetAsync("/2026/03/old-name/report");
        moved.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        moved.Headers.Location!.ToString().ShouldBe($"{newsroom.Path}/report");
        (await newsroom.SendTo("/2026/03/old-name", ("wrong", Wrong))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await newsroom.App.Http.GetAsync("/2026/03/never-was/report")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_story_that_was_taken_down_takes_no_reports_and_its_passages_are_shown_no_more()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var before = await newsroom.Report(("wrong", Wrong), ("passage", "nine members"));
        await newsroom.App.InDatabase(async db =>
        {
            var story = await db.Stories.Include(row => row.Versions).SingleAsync(row => row.Id == newsroom.StoryId);
            var notice = story
                .Remove(
                    "court-order",
                    "A court asked for it.",
                    VersionWords.Notice("en", "court-order", "A court asked for it."),
                    story.Removable(),
                    newsroom.App.Clock.GetUtcNow(),
                    newsroom.Tom.Id
                )
                .Value!;
            await db.Transact(() => ShowVersion.Into(db, story, notice));
            return true;
        });
        (await newsroom.App.Http.GetAsync($"{newsroom.Path}/report")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await newsroom.Send(("wrong", "More."))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var page = await newsroom.App.Page(before);
        page.ShouldContain(Wrong);
        page.ShouldNotContain("nine members");
    }

    [Fact]
    public async Task Who_leaves_an_address_gets_one_line_and_the_way_to_the_answer()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var at = await newsroom.Report(
            ("wrong", "Buy cheap pills."),
            ("name", "Cheap Pills"),
            ("email", "reader@post.example")
        );
        var mail = Assert.Single(await Mail(newsroom, "reader@post.example"));
        mail.ShouldContain($"https://news.example.org{at}");
        mail.ShouldContain("We have your report");
        mail.ShouldNotContain("pills", Case.Insensitive);
        await newsroom.Report(("wrong", Wrong));
        (
            await newsroom.App.InDatabase(db => db.Set<ErrorReport>().CountAsync(row => row.ReceiptMailId == null))
        ).ShouldBe(1);
    }

    [Fact]
    public async Task A_Ukrainian_story_is_reported_in_Ukrainian()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        await newsroom.App.InDatabase(async db =>
        {
            var story = await db.Stories.Include(row => row.Versions).SingleAsync(row => row.Id == newsroom.StoryId);
            story.Draft = story.Draft with { Headline = "Дамба вистоїть", Language = "uk" };
            var version = story.Update("Переклад.", newsroom.App.Clock.GetUtcNow(), by: newsroom.Tom.Id).Value!;
            await db.Transact(() => ShowVersion.Into(db, story, version));
            return true;
        });
        (await newsroom.App.Page($"{newsroom.Path}/report")).ShouldContain("відповідає протягом 3 днів");
        var at = await newsroom.Report(("wrong", "Членів семеро."), ("email", "chytach@post.example"));
        (await newsroom.App.Page(at)).ShouldContain("Ми отримали ваше повідомлення");
    }

    internal static async Task<IReadOnlyList<string>> Mail(ReportsNewsroom newsroom, string to)
    {
        var rows = await newsroom.App.InDatabase(db => db.Set<OutgoingMail>().AsNoTracking().ToListAsync());
        var found = new List<string>();
        foreach (var row in rows)
        {
            using var bytes = new MemoryStream(row.Message);
            var message = await MimeKit.MimeMessage.LoadAsync(bytes);
            if (message.To.Mailboxes.Any(box => box.Address == to))
                found.Add($"{message.To}\n{message.Subject}\n{message.TextBody}");
        }
        return found;
    }

    private static Task<int> Count(ReportsNewsroom newsroom) =>
        newsroom.App.InDatabase(db => db.Set<ErrorReport>().CountAsync());

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string? Field(IHtmlDocument page, string id) =>
        page.GetElementById(id) switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlInputElement input => input.Value,
            _ => null,
        };
}
