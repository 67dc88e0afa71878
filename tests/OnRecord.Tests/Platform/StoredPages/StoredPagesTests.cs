using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Tests.Desk;
using OnRecord.Tests.PublicRecord;

namespace OnRecord.Tests.Platform.StoredPages;

public class StoredPagesTests
{
    /// <summary>How often a story is published and read at once.</summary>
    private static readonly int Times = int.TryParse(
        Environment.GetEnvironmentVariable("ONRECORD_TEST_TIMES"),
        out var times
    )
        ? times
        : 60;

    [Fact]
    public async Task Every_table_says_which_pages_its_changes_take()
    {
        await using var app = await OnRecordApp.Start();
        var known = app.Services.GetServices<TagRule>().Select(rule => rule.Entity).ToHashSet();
        var tables = await app.InDatabase(db =>
            Task.FromResult(
                db.Model.GetEntityTypes().Where(table => !table.IsOwned()).Select(table => table.ClrType).ToList()
            )
        );
        tables.Where(table => !known.Contains(table)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_is_kept_and_answered_alike_with_its_headers()
    {
        await using var app = await Newsroom();
        var (path, store) = (await Path(app), app.Services.GetRequiredService<PageStore>());
        var cold = await app.Http.GetAsync(path);
        store.Find(path).ShouldNotBeNull();
        var warm = await app.Http.GetAsync(path);
        (await warm.Content.ReadAsStringAsync()).ShouldBe(await cold.Content.ReadAsStringAsync());
        foreach (var answer in new[] { cold, warm })
        {
            answer.Headers.CacheControl!.ToString().ShouldBe("public, must-revalidate, max-age=0");
            answer.Headers.GetValues("CDN-Cache-Control").Single().ShouldBe("public, max-age=5");
            answer.Headers.GetValues("Cache-Tag").Single().ShouldContain("story:");
            answer.Headers.GetValues("Surrogate-Key").Single().Split(' ').ShouldContain("site");
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            answer.Headers.GetValues("Permissions-Policy").ShouldNotBeEmpty();
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            answer.Headers.ETag!.IsWeak.ShouldBeFalse();
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Each_form_has_a_tag_of_its_own_and_any_of_them_is_answered_with_304()
    {
        await using var app = await Newsroom();
        var path = await Path(app);
        var tags = new List<string>();
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            var answer = await Ask(app, path, ("Accept-Encoding", coding));
            answer.Content.Headers.ContentEncoding.ShouldBe(coding == "identity" ? [] : [coding]);
            tags.Add(answer.Headers.ETag!.Tag);
        }
        tags.Distinct().Count().ShouldBe(3);
        foreach (var tag in tags.Append($"\"other\", W/{tags[1]}").Append("*"))
        {
            var answer = await Ask(app, path, ("If-None-Match", tag), ("Accept-Encoding", "br"));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotModified, tag);
            answer.Headers.ETag.ShouldNotBeNull();
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
        (await Ask(app, path, ("If-None-Match", "\"other\""))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task HEAD_has_the_headers_alone_and_a_range_gets_the_whole()
    {
        await using var app = await Newsroom();
        var path = await Path(app);
        foreach (var _ in new[] { "cold", "warm" })
        {
            var head = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            head.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
            var part = await Ask(app, path, ("Range", "bytes=0-9"));
            part.StatusCode.ShouldBe(HttpStatusCode.OK);
            part.Headers.AcceptRanges.ShouldBe(["none"]);
            head.Content.Headers.ContentLength.ShouldBe((await part.Content.ReadAsByteArrayAsync()).Length);
        }
    }

    [Fact]
    public async Task What_a_page_does_not_know_of_a_query_makes_no_page_of_its_own()
    {
        await using var app = await Newsroom();
        var (path, store) = (await Path(app), app.Services.GetRequiredService<PageStore>());
        await app.Page(path);
        await app.Page("/");
        var count = store.Count;
        foreach (var query in new[] { "?utm_source=x", "?fbclid=1&x=2", "?before=1~x&utm=1", "?" })
            await app.Page(path + query);
        await app.Page("/?utm_source=x");
        store.Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_change_is_seen_by_the_very_next_request()
    {
        await using var app = await Newsroom();
        var id = await app.Published("Count 0");
        var path = (await app.Story(id)).Path!;
        for (var number = 1; number <= Times; number++)
        {
            (await app.Page(path)).ShouldContain($"Count {number - 1}</h1>");
            (await app.Page("/")).ShouldContain($"Count {number - 1}<");
            await app.Updated(id, $"Count {number}");
        }
    }

    [Fact]
    public async Task What_was_published_where_nothing_was_is_seen_by_the_very_next_request()
    {
        await using var app = await Newsroom();
        for (var number = 0; number < 5; number++)
        {
            var path = $"/2026/03/the-bridge-{number}";
            for (var times = 0; times < 3; times++)
                (await app.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            app.Services.GetRequiredService<PageStore>().Nowhere.Has(path).ShouldBeTrue();
            await app.Published($"The bridge {number}");
            (await app.Page(path)).ShouldContain($"The bridge {number}");
        }
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_gets_a_whole_page_also_from_memory()
    {
        await using var app = await Newsroom();
        for (var times = 0; times < 3; times++)
        {
            var answer = await app.Http.GetAsync("/nothing/here");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("The dam holds");
        }
        await app.Published("Another story");
        (await (await app.Http.GetAsync("/nothing/here")).Content.ReadAsStringAsync()).ShouldContain("Another story");
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_making()
    {
        var questions = new CountQuestions();
        await using var app = await Newsroom(services =>
            services
                .ConfigureDbContext<SqliteOnRecordDb>(options => options.AddInterceptors(questions))
                .ConfigureDbContext<PostgresOnRecordDb>(options => options.AddInterceptors(questions))
        );
        var path = await Path(app);
        await app.Page(path);
        var store = app.Services.GetRequiredService<PageStore>();
        var flights = app.Services.GetRequiredService<Flights>();
        var (flight, leads) = flights.Board("/held", store.Evictions);
        leads.ShouldBeTrue();
        flights.Board("/held", store.Evictions).Leads.ShouldBeFalse();
        store.Evict(["other"]);
        // It may have read what was there before, so nobody who asks now waits for it.
        var (newer, leadsAgain) = flights.Board("/held", store.Evictions);
        leadsAgain.ShouldBeTrue();
        flights.Land("/held", flight, Landing.Failed);
        flights.Has("/held").ShouldBeTrue();
        flights.Land("/held", newer, Landing.Failed);
        flights.Has("/held").ShouldBeFalse();
        store.Clear();
        questions.Asked = 0;
        await app.Page(path);
        var once = questions.Asked;
        once.ShouldBeGreaterThan(0);
        store.Clear();
        questions.Asked = 0;
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => app.Page(path)));
        answers.Distinct().Count().ShouldBe(1);
        questions.Asked.ShouldBe(once);
    }

    [Fact]
    public async Task A_page_that_time_made_old_is_made_anew()
    {
        await using var app = await Newsroom();
        var path = await Path(app);
        await app.Page(path);
        app.Clock.Advance(TimeSpan.FromHours(1));
        var store = app.Services.GetRequiredService<PageStore>();
        store.IsFresh(store.Find(path)!).ShouldBeFalse();
        await app.Page(path);
        store.IsFresh(store.Find(path)!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_draft_that_is_saved_takes_no_page()
    {
        await using var app = await Newsroom();
        var editor = await app.Colleague(Roles.Editor);
        var id = await editor.Published(app, "The lock opens", "Words of the keeper.");
        var path = (await app.Story(id)).Path!;
        await app.Page(path);
        var before = app.Services.GetRequiredService<PageStore>().Evictions;
        await editor.Rewrite(app, id, "Other words.");
        app.Services.GetRequiredService<PageStore>().Evictions.ShouldBe(before);
        (await app.Page(path)).ShouldContain("Words of the keeper.");
    }

    [Fact]
    public async Task A_name_that_changes_is_seen_on_every_page()
    {
        await using var app = await Newsroom();
        var path = await Path(app);
        await app.Page(path);
        await app.InDatabase(async db =>
        {
            await db.Transact(async () => (await db.Newsroom()).Name = "The Other Ledger");
            return 0;
        });
        (await app.Page(path)).ShouldContain("The Other Ledger");
        (await app.Page("/")).ShouldContain("The Other Ledger");
    }

    [Fact]
    public async Task Another_process_on_the_same_database_is_heard()
    {
        await using var one = await Newsroom();
        await using var other = await one.AnotherNode();
        var id = await one.Published("First words");
        var path = (await one.Story(id)).Path!;
        await Open(other);
        (await other.Page(path)).ShouldContain("First words");
        await one.Updated(id, "Second words");
        for (var tries = 0; tries < 200 && !(await other.Page(path)).Contains("Second words"); tries++)
        {
            other.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }
        (await other.Page(path)).ShouldContain("Second words");
    }

    [Fact]
    public async Task A_network_in_front_is_told_which_tags_changed_until_it_takes_them()
    {
        var network = new Network();
        await using var app = await OnRecordApp.Start(
            change: services => services.AddSingleton(new PurgeLine(network)),
            settings: [("PurgeAddress", "https://cdn.example.org/purge"), ("PurgeToken", "a secret")]
        );
        var teller = app.Services.GetRequiredService<OnRecord.Platform.Announcements.Teller>();
        var id = await app.Published("The dam holds");
        network.Answer = HttpStatusCode.BadGateway;
        await teller.TellDue(CancellationToken.None);
        network.Asked.Count.ShouldBe(1);
        network.Answer = HttpStatusCode.OK;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await teller.TellDue(CancellationToken.None);
        await teller.TellDue(CancellationToken.None);
        network.Asked.Count.ShouldBe(2);
        network.Asked[1].ShouldStartWith("Bearer a secret {\"tags\":[");
        network.Asked[1].ShouldContain(StoryTags.Story(id));
        network.Asked[1].ShouldContain("\"front\"");
        (await app.Http.GetAsync("/"))
            .Headers.GetValues("CDN-Cache-Control")
            .Single()
            .ShouldStartWith("public, max-age=");
    }

    private sealed class Network : HttpMessageHandler
    {
        public HttpStatusCode Answer { get; set; }

        public List<string> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Asked.Add($"{request.Headers.Authorization} {await request.Content!.ReadAsStringAsync(cancellationToken)}");
            return new HttpResponseMessage(Answer);
        }
    }

    private static async Task<OnRecordApp> Newsroom(Action<IServiceCollection>? change = null)
    {
        var app = await OnRecordApp.Start(change: change);
        await app.Published("The dam holds");
        await Open(app);
        return app;
    }

    // It listens to other processes before it keeps anything.
    private static async Task Open(OnRecordApp app)
    {
        var store = app.Services.GetRequiredService<PageStore>();
        for (var tries = 0; tries < 400 && !store.IsOpen; tries++)
            await Task.Delay(25);
        store.IsOpen.ShouldBeTrue();
    }

    private static async Task<string> Path(OnRecordApp app) =>
        (await app.InDatabase(db => db.Stories.AsNoTracking().FirstAsync())).Path!;

    private sealed class CountQuestions : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor
    {
        private int asked;

        public int Asked
        {
            get => asked;
            set => asked = value;
        }

        public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command,
            Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData eventData,
            Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref asked);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private static Task<HttpResponseMessage> Ask(
        OnRecordApp app,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return app.Http.SendAsync(request);
    }
}
