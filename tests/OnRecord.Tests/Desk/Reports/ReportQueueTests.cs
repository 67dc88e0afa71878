using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnRecord.Commands.Exports;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Mail;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;
using OnRecord.Tests.Front.Reports;

namespace OnRecord.Tests.Desk.Reports;

public class ReportQueueTests
{
    private const string Wrong = "The board has seven members, not nine.";
    private const string Address = "reader.haddad@post.example";

    [Fact]
    public async Task Editors_and_the_storys_writers_are_told_and_the_menu_counts_it()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        await newsroom.Report(("wrong", Wrong));
        foreach (var colleague in new[] { newsroom.Ines, newsroom.Tom })
        {
            var today = await colleague.Page("/desk");
            today.ShouldContain("A reader reports an error in “The dam will hold”");
            new HtmlParser()
                .ParseDocument(today)
                .QuerySelector("nav a[href='/desk/reports'] .count")!
                .TextContent.ShouldBe("1");
        }
        (await newsroom.Ines.Page($"/desk/stories/{newsroom.StoryId}")).ShouldContain("id=\"reports\"");
        using var fundraiser = await newsroom.App.Colleague(Roles.Fundraiser, "Femi Adeyemi");
        (await fundraiser.Page("/desk")).ShouldNotContain("A reader reports");
        await fundraiser.Page("/desk/reports", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_report_shows_where_its_passage_stands_and_since_which_version()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        await newsroom.Publish(VersionKind.Update, "More is known.", "It was sound.", ReportsNewsroom.Line, "More.");
        var report = await newsroom.Reported(
            await newsroom.Report(
                ("wrong", Wrong),
                ("passage", "“the BOARD has\nnine members”"),
                ("known", "See https://board.example/members please.")
            )
        );
        var page = await newsroom.Ines.Page($"/desk/reports/{report.Id}");
        page.ShouldContain("<mark>The board has nine members</mark>");
        page.ShouldContain("there since version 1");
        page.ShouldContain("<a href=\"https://board.example/members\" rel=\"noreferrer noopener nofollow\"");
        page.ShouldContain("An editor answers this.");
        page.ShouldNotContain("name=\"outcome\"");
        await newsroom.Publish(
            VersionKind.Correction,
            "Seven, not nine.",
            "It was sound.",
            "The board has seven members."
        );
        page = await newsroom.Tom.Page($"/desk/reports/{report.Id}");
        page.ShouldContain("Version 2 had it last");
        page.ShouldContain("name=\"outcome\"");
        var vague = await newsroom.Reported(await newsroom.Report(("wrong", "Odd."), ("passage", "ninety members")));
        (await newsroom.Tom.Page($"/desk/reports/{vague.Id}")).ShouldContain("These words are in no version");
    }

    [Fact]
    public async Task An_answer_with_a_correction_reaches_the_reader_on_their_page_and_by_mail()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var at = await newsroom.Report(("wrong", Wrong), ("email", Address));
        await newsroom.Publish(VersionKind.Correction, "Seven, not nine.", "The board has seven members.");
        var report = await newsroom.Reported(at);
        (
            await newsroom.Answer(report.Id, ("outcome", "Corrected"), ("version", "2"), ("answer", "You were right."))
        ).ShouldLead($"/desk/reports/{report.Id}?done=ReportAnswered");
        var page = await newsroom.App.Page(at);
        page.ShouldContain("We have corrected it");
        page.ShouldContain("You were right.");
        page.ShouldContain($"href=\"{newsroom.Path}/versions/2\"");
        page.ShouldContain("Seven, not nine.");
        page.ShouldNotContain(Address);
        var mail = await ReportFormTests.Mail(newsroom, Address);
        mail.Count.ShouldBe(2);
        mail.ShouldContain(text => text.Contains("You were right.") && text.Contains(at));
        (await newsroom.Tom.Page($"/desk/reports/{report.Id}?done=ReportAnswered")).ShouldContain(
            "The answer is given."
        );
        var act = await newsroom.App.InDatabase(db =>
            db.Set<AuditEntry>().SingleAsync(row => row.Act == "report.answered")
        );
        (act.Label, act.Detail, act.StaffId).ShouldBe(("The dam will hold", "Corrected, v2", newsroom.Tom.Id));
        (await newsroom.Answer(report.Id, ("outcome", "Stands"), ("answer", "Or not."))).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Theory]
    [InlineData("", "", "Said.", "Choose what became of the report.")]
    [InlineData("17", "", "Said.", "Choose what became of the report.")]
    [InlineData("Stands", "", "  ", "Write the answer in a sentence or two.")]
    [InlineData("Corrected", "", "Said.", "Choose the version that corrects it.")]
    [InlineData("Corrected", "9", "Said.", "The story has no such version.")]
    [InlineData("Corrected", "1", "Said.", "The reader had that version before them.")]
    [InlineData("Corrected", "2", "Said.", "That version is no correction")]
    public async Task What_is_no_answer_is_refused_and_what_was_written_stays(
        string outcome,
        string version,
        string answer,
        string said
    )
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var report = await newsroom.Reported(await newsroom.Report(("wrong", Wrong)));
        await newsroom.Publish(VersionKind.Update, "More is known.", "The board has seven members.");
        var refused = await newsroom.Answer(report.Id, ("outcome", outcome), ("version", version), ("answer", answer));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain(said);
        if (answer == "Said.")
            page.ShouldContain(">Said.</textarea>");
        (await newsroom.App.InDatabase(db => db.Set<ErrorReport>().AsNoTracking().SingleAsync())).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Clarified", "We have made it clearer")]
    [InlineData("Stands", "We looked, and it stands")]
    [InlineData("NotAboutStory", "This is not about the story")]
    public async Task A_reader_is_told_why(string outcome, string heading)
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var at = await newsroom.Report(("wrong", Wrong));
        var report = await newsroom.Reported(at);
        (
            await newsroom.Answer(report.Id, ("outcome", outcome), ("answer", "The law counts the two deputies."))
        ).ShouldLead("/desk/reports");
        var page = await newsroom.App.Page(at);
        page.ShouldContain(heading);
        page.ShouldContain("The law counts the two deputies.");
    }

    [Fact]
    public async Task Spam_is_answered_to_nobody()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var at = await newsroom.Report(("wrong", "Cheap loans."), ("email", Address));
        var report = await newsroom.Reported(at);
        (await newsroom.Answer(report.Id, ("outcome", "Spam"), ("answer", "Go away."))).ShouldLead("/desk/reports");
        (await newsroom.App.Page(at)).ShouldNotContain("Go away.");
        (await ReportFormTests.Mail(newsroom, Address)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_due_soon_and_overdue_is_said_once_each_and_loudly()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var report = await newsroom.Reported(await newsroom.Report(("wrong", Wrong)));
        await Remind(newsroom);
        (await Kinds(newsroom)).ShouldBe([NoticeKind.ErrorReported]);
        newsroom.App.Clock.Advance(TimeSpan.FromHours(61));
        await Remind(newsroom);
        await Remind(newsroom);
        (await Kinds(newsroom)).ShouldBe([NoticeKind.ErrorReported, NoticeKind.AnswerDueSoon]);
        newsroom.App.Clock.Advance(TimeSpan.FromHours(12));
        await Remind(newsroom);
        await Remind(newsroom);
        (await Kinds(newsroom)).ShouldBe([
            NoticeKind.ErrorReported,
            NoticeKind.AnswerDueSoon,
            NoticeKind.AnswerOverdue,
        ]);
        using var tom = await newsroom.App.Colleague(Roles.Editor, "Tove Lind");
        (await tom.Page("/desk")).ShouldContain("1 reader should have been answered by now.");
        var list = await tom.Page("/desk/reports?state=overdue");
        list.ShouldContain("<tr class=\"overdue\">");
        list.ShouldContain("Overdue since");
        (await tom.Page($"/desk/reports/{report.Id}")).ShouldContain("chip stop");
    }

    [Fact]
    public async Task The_queue_is_by_deadline_in_pages_and_behind_it_what_is_answered()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var now = newsroom.App.Clock.GetUtcNow();
        await newsroom.App.InDatabase(async db =>
        {
            var story = await db.Stories.SingleAsync(row => row.Id == newsroom.StoryId);
            for (var number = 1; number <= 53; number++)
            {
                var said = new ReportedError(1, $"Report number {number:00}.", null, null, null, null, "en");
                var report = ErrorReport.About(story, said, 72, now.AddHours(-number)).Value!;
                if (number > 51)
                    report.Close(ReportOutcome.Stands, "It stands.", null, newsroom.Tom.Id, now.AddMinutes(-number));
                db.Add(report);
            }
            return await db.SaveChangesAsync();
        });
        var first = await newsroom.Tom.Page("/desk/reports?state=all");
        first
            .IndexOf("number 51.", StringComparison.Ordinal)
            .ShouldBeLessThan(first.IndexOf("number 50.", StringComparison.Ordinal));
        first.ShouldNotContain("number 01.");
        first.ShouldNotContain("number 52.");
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value;
        var second = await newsroom.Tom.Page(WebUtility.HtmlDecode(next));
        second
            .IndexOf("number 01.", StringComparison.Ordinal)
            .ShouldBeLessThan(second.IndexOf("number 52.", StringComparison.Ordinal));
        second
            .IndexOf("number 52.", StringComparison.Ordinal)
            .ShouldBeLessThan(second.IndexOf("number 53.", StringComparison.Ordinal));
        (await newsroom.Tom.Page("/desk/reports?state=answered")).ShouldNotContain("number 51.");
        (await newsroom.Tom.Page($"/desk/reports?state=open&story={Guid.CreateVersion7()}")).ShouldContain(
            "no such reports"
        );
        (await newsroom.Tom.Page("/desk/reports?mine=on")).ShouldContain("no such reports");
        (await newsroom.Ines.Page("/desk/reports?mine=on")).ShouldContain("number 51.");
        (await newsroom.Tom.Page("/desk/reports?after=nonsense")).ShouldContain("number 51.");
    }

    [Fact]
    public async Task The_numbers_say_how_many_were_answered_in_time()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var early = await newsroom.Reported(await newsroom.Report(("wrong", "One.")));
        var late = await newsroom.Reported(await newsroom.Report(("wrong", "Two.")));
        var spam = await newsroom.Reported(await newsroom.Report(("wrong", "Three.")));
        await newsroom.Answer(early.Id, ("outcome", "Stands"), ("answer", "It stands."));
        await newsroom.Answer(spam.Id, ("outcome", "Spam"));
        newsroom.App.Clock.Advance(TimeSpan.FromHours(73));
        (await newsroom.Tom.Page("/desk/reports")).ShouldContain("50 % (1 of 2)");
        await newsroom.Answer(late.Id, ("outcome", "Stands"), ("answer", "It stands."));
        (await newsroom.Tom.Page("/desk/reports")).ShouldContain("50 % (1 of 2)");
    }

    [Fact]
    public async Task The_newsroom_sets_its_own_deadline_and_what_is_open_keeps_its_time()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var before = await newsroom.Reported(await newsroom.Report(("wrong", "One.")));
        using var owner = await newsroom.App.Colleague(Roles.Owner, "Agnes Thorne");
        (string, string)[] fields =
        [
            ("name", "The Harbour Post"),
            ("tagline", ""),
            ("language", "en"),
            ("time-zone", "UTC"),
            ("contact", "desk@post.example"),
        ];
        var refused = await owner.Post("/desk/site", [.. fields, ("answer-hours", "0")]);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("from 1 to 720");
        (await owner.Post("/desk/site", [.. fields, ("answer-hours", "5")])).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        (await newsroom.App.Page($"{newsroom.Path}/report")).ShouldContain("answers within 5 hours");
        var after = await newsroom.Reported(await newsroom.Report(("wrong", "Two.")));
        (after.DueAt - after.At).ShouldBe(TimeSpan.FromHours(5));
        (
            await newsroom.App.InDatabase(db => db.Set<ErrorReport>().SingleAsync(row => row.Id == before.Id))
        ).DueAt.ShouldBe(before.DueAt);
    }

    [Fact]
    public async Task Name_and_address_are_erased_thirty_days_after_the_answer_with_the_mail_that_bears_them()
    {
        await using var newsroom = await ReportsNewsroom.Open();
        var page = await newsroom.Report(("wrong", Wrong), ("name", "R. Haddad"), ("email", Address));
        var silent = await newsroom.Report(("wrong", "Two."), ("email", "other@post.example"));
        var report = await newsroom.Reported(page);
        await newsroom.Answer(report.Id, ("outcome", "Stands"), ("answer", "It stands."));
        await newsroom.App.Scoped<SendMail>().SendDue(CancellationToken.None);
        var files = Path.Combine(newsroom.App.Folder, "data", "outgoing-mail");
        Directory.GetFiles(files).Count(file => File.ReadAllText(file).Contains(Address)).ShouldBe(2);
        newsroom.App.Clock.Advance(TimeSpan.FromDays(29));
        await Forget(newsroom);
        (await newsroom.Reported(page)).Email.ShouldBe(Address);
        newsroom.App.Clock.Advance(TimeSpan.FromDays(2));
        await Forget(newsroom);
        var forgotten = await newsroom.Reported(page);
        (forgotten.Email, forgotten.Name, forgotten.Words).ShouldBe((null, null, Wrong));
        (await ReportFormTests.Mail(newsroom, Address)).ShouldBeEmpty();
        Directory.GetFiles(files).ShouldAllBe(file => !File.ReadAllText(file).Contains(Address));
        // Nobody stays signed in for a month.
        using var tove = await newsroom.App.Colleague(Roles.Editor, "Tove Lind");
        (await tove.Page($"/desk/reports/{report.Id}")).ShouldContain("were erased");
        (await newsroom.Reported(silent)).Email.ShouldNotBeNull();
        newsroom.App.Clock.Advance(TimeSpan.FromDays(60));
        await Forget(newsroom);
        (await newsroom.Reported(silent)).Email.ShouldBeNull();
    }

    [Fact]
    public async Task A_readers_address_is_on_no_page_in_no_export_in_no_notice_and_in_no_log()
    {
        var log = new Listener();
        await using var newsroom = await ReportsNewsroom.Open(change: services =>
            services
                .AddSingleton<ILoggerProvider>(log)
                .Configure<LoggerFilterOptions>(options => options.MinLevel = LogLevel.Trace)
        );
        var at = await newsroom.Report(("wrong", Wrong), ("name", "R. Haddad"), ("email", Address));
        var report = await newsroom.Reported(at);
        using var owner = await newsroom.App.Colleague(Roles.Owner, "Agnes Thorne");
        string[] desk =
        [
            "/desk",
            "/desk/reports",
            $"/desk/reports/{report.Id}",
            $"/desk/stories/{newsroom.StoryId}",
            "/desk/notices",
            "/desk/audit",
        ];
        foreach (var page in desk)
            (await owner.Page(page)).ShouldNotContain(Address);
        (await newsroom.Answer(report.Id, ("outcome", "Stands"), ("answer", "It stands."))).ShouldLead("/desk");
        foreach (var page in desk.Append($"/desk/reports/{report.Id}"))
            (await owner.Page(page)).ShouldNotContain(Address);
        foreach (var page in new[] { "/", newsroom.Path, $"{newsroom.Path}/report", at })
        {
            var html = await newsroom.App.Page(page);
            html.ShouldNotContain(Address);
            html.ShouldNotContain("Haddad");
        }
        var (notices, acts) = await newsroom.App.InDatabase(async db =>
            (await db.Set<Notice>().ToListAsync(), await db.Set<AuditEntry>().ToListAsync())
        );
        notices.ShouldAllBe(row => !$"{row.About}{row.Text}{row.By}{row.Path}".Contains("addad"));
        acts.ShouldAllBe(row => !$"{row.Name}{row.Label}{row.Detail}{row.Subject}".Contains("addad"));
        var folder = Path.Combine(newsroom.App.Folder, "export");
        await using (var scope = newsroom.App.Services.CreateAsyncScope())
            (await ExportNewsroom.Run(scope.ServiceProvider, folder, newsroom.App.Clock)).Refused.ShouldBeFalse();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            (await File.ReadAllTextAsync(file)).ShouldNotContain("addad");
        log.Lines.ShouldNotBeEmpty();
        log.Lines.ShouldAllBe(line => !line.Contains(Address) && !line.Contains("Haddad"));
    }

    [Fact]
    public async Task An_address_that_a_mail_server_refuses_is_not_logged_either()
    {
        var log = new Listener();
        await using var newsroom = await ReportsNewsroom.Open(change: services =>
            services.AddSingleton<ILoggerProvider>(log).AddSingleton<IMailCarrier>(new Refusing())
        );
        await newsroom.Report(("wrong", Wrong), ("email", Address));
        await newsroom.App.Scoped<SendMail>().SendDue(CancellationToken.None);
        log.Lines.ShouldContain(line => line.Contains("550 5.1.1 <…@…> is not known here"));
        log.Lines.ShouldAllBe(line => !line.Contains(Address));
    }

    [Fact]
    public async Task The_desk_answers_in_Ukrainian_to_those_who_chose_it()
    {
        await using var newsroom = await ReportsNewsroom.Open("uk");
        var report = await newsroom.Reported(await newsroom.Report(("wrong", Wrong)));
        (await newsroom.Tom.Page("/desk/reports")).ShouldContain("Чекають на відповідь");
        var refused = await newsroom.Answer(report.Id, ("outcome", "Stands"));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Напишіть відповідь у реченні-двох.");
    }

    private static Task Remind(ReportsNewsroom newsroom) =>
        newsroom.App.Scoped<RemindOfReports>().Remind(CancellationToken.None);

    private static Task Forget(ReportsNewsroom newsroom) =>
        newsroom.App.Scoped<ForgetReporters>().Forget(CancellationToken.None);

    private static Task<List<NoticeKind>> Kinds(ReportsNewsroom newsroom) =>
        newsroom.App.InDatabase(db =>
            db.Set<Notice>()
                .Where(row => row.StaffId == newsroom.Tom.Id && row.Kind >= NoticeKind.ErrorReported)
                .OrderBy(row => row.At)
                .Select(row => row.Kind)
                .ToListAsync()
        );

    private sealed class Refusing : IMailCarrier
    {
        public Task<MailRefusal?> Carry(OutgoingMail mail, CancellationToken stop) =>
            Task.FromResult<MailRefusal?>(new MailRefusal($"550 5.1.1 <{Address}> is not known here", ForGood: true));
    }

    private sealed class Listener : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
