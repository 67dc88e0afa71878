using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;
using OnRecord.Tests.PublicRecord;

namespace OnRecord.Tests.Platform.StoredPages;

/// <summary>A page is made for all, whoever happened to ask first.</summary>
public class CommonRequestTests
{
    public static readonly TheoryData<string> Paths =
    [
        "/feed.xml",
        "/feed.json",
        "/corrections/feed",
        "/sitemap.xml",
        "/sitemaps/2026-03.xml.gz",
        "/news-sitemap.xml",
        "/robots.txt",
        "/archive",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Who_wanted_only_the_head_leaves_the_whole_page(string path)
    {
        await using var app = await Newsroom();
        var head = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        var whole = await (await app.Http.GetAsync(path)).Content.ReadAsByteArrayAsync();
        whole.Length.ShouldBeGreaterThan(20);
        head.Content.Headers.ContentLength.ShouldBe(whole.Length);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_the_first_had_already_is_nobody_elses_answer(string path)
    {
        await using var app = await Newsroom();
        foreach (
            var (name, value) in new[]
            {
                ("If-Modified-Since", "Wed, 01 Jan 2098 00:00:00 GMT"),
                ("If-Match", "\"other\""),
                ("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"),
                ("Range", "bytes=0-3"),
            }
        )
        {
            app.Services.GetRequiredService<PageStore>().Clear();
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-None-Match", "\"old\"");
            request.Headers.TryAddWithoutValidation(name, value);
            var answer = await app.Http.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(20, name);
        }
    }

    [Fact]
    public async Task Who_goes_away_leaves_the_page_to_those_who_wait()
    {
        var gate = new Gate();
        await using var app = await Newsroom(services =>
            services
                .ConfigureDbContext<SqliteOnRecordDb>(options => options.AddInterceptors(gate))
                .ConfigureDbContext<PostgresOnRecordDb>(options => options.AddInterceptors(gate))
        );
        var whole = await app.Page("/feed.xml");
        app.Services.GetRequiredService<PageStore>().Clear();
        gate.Close();
        using var impatient = new CancellationTokenSource();
        var first = app.Http.GetAsync("/feed.xml", impatient.Token);
        await gate.Reached;
        var second = app.Http.GetAsync("/feed.xml");
        await impatient.CancelAsync();
        gate.Open();
        (await (await second).Content.ReadAsStringAsync()).ShouldBe(whole);
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await app.Page("/feed.xml")).ShouldBe(whole);
    }

    [Fact]
    public async Task No_path_can_stand_for_another_page()
    {
        await using var app = await Newsroom();
        var before = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks + "~" + Guid.Empty.ToString("N");
        for (var times = 0; times < 2; times++)
            (await app.Http.GetAsync($"/%0Abefore={before}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Http.GetAsync($"/?before={before}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (
            await app.Page("/oembed?url=https%3A%2F%2Fnews.example.org%2F2026%2F03%2Fthe-dam-holds&maxwidth=300")
        ).ShouldContain("300");
        (
            await app.Http.GetAsync(
                "/oembed?maxheight=5%0Amaxwidth%3D300&url=https%3A%2F%2Fnews.example.org%2F2026%2F03%2Fthe-dam-holds"
            )
        ).StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task However_long_a_query_that_a_page_does_not_know_is_it_is_the_same_page()
    {
        await using var app = await Newsroom();
        var front = await app.Http.GetAsync("/");
        var other = await app.Http.GetAsync($"/?utm_campaign={new string('x', 3000)}");
        other.Headers.ETag.ShouldBe(front.Headers.ETag.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_topic_that_was_asked_for_too_early_is_there_at_once()
    {
        await using var app = await Newsroom();
        for (var times = 0; times < 2; times++)
            (await app.Http.GetAsync("/topic/ferries")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await app.InDatabase(async db =>
        {
            await Topic.Named(db, "Ferries", "en");
            return await db.SaveChangesAsync();
        });
        (await app.Page("/topic/ferries")).ShouldContain("Ferries");
    }

    private static async Task<OnRecordApp> Newsroom(Action<IServiceCollection>? change = null)
    {
        var app = await OnRecordApp.Start(change: change);
        await app.Published("The dam holds");
        var store = app.Services.GetRequiredService<PageStore>();
        for (var tries = 0; tries < 400 && !store.IsOpen; tries++)
            await Task.Delay(25);
        return app;
    }

    /// <summary>Holds up questions to the database.</summary>
    private sealed class Gate : DbCommandInterceptor
    {
        private TaskCompletionSource open = new();
        private TaskCompletionSource reached = new();

        public Gate() => open.SetResult();

        public Task Reached => reached.Task;

        public void Close() => (open, reached) = (new TaskCompletionSource(), new TaskCompletionSource());

        public void Open() => open.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            reached.TrySetResult();
            await open.Task;
            return result;
        }
    }
}
