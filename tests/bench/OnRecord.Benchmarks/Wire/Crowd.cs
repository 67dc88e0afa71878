using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnRecord.Commands;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;

namespace OnRecord.Benchmarks.Wire;

/// <summary>Two thousand readers at once while fifty stories a second are published and changed. After each, one reader asks for the page and for the front: neither may be the one before.</summary>
internal static partial class Crowd
{
    private const int Readers = 2_000;
    private const int PerSecond = 50;
    private const int Before = 1_000;

    public static async Task<int> Measure(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        try
        {
            var paths = new List<string>();
            await using (var services = FilledNewsroom.Open(Path.Combine(folder, "data"), null))
                await new FilledNewsroom(services, 400, 4).Fill(0, Before, Before, paths.Add);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            await using var app = Site.Build(
                builder,
                new SiteSettings(Path.Combine(folder, "data"), null, "https://news.example.org")
            );
            await Migrate.Run(app.Services);
            await app.StartAsync();
            await Publish(app, paths, folder, seconds);
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Publish(WebApplication app, List<string> paths, string folder, int seconds)
    {
        var address = app.Urls.First();
        var script = Path.Combine(folder, "paths.lua");
        await File.WriteAllTextAsync(
            script,
            $"local paths = {{'/', {string.Join(',', paths[^200..].Select(path => $"'{path}'"))}}}\nlocal at = 0\nfunction request() at = at + 1; return wrk.format('GET', paths[at % #paths + 1]) end"
        );
        using var readers = Process.Start(
            new ProcessStartInfo(
                "wrk",
                [
                    "-t1",
                    $"-c{Readers}",
                    $"-d{seconds}s",
                    "--timeout",
                    "20s",
                    "-H",
                    "Accept-Encoding: br",
                    "-s",
                    script,
                    address,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
        var store = app.Services.GetRequiredService<PageStore>();
        var (began, done, stale, most) = (Stopwatch.GetTimestamp(), 0, 0, 0L);
        var story = Guid.Empty;
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            var headline = $"Published under load, number {done}";
            story =
                done % 5 == 4 ? await Change(app.Services, story, headline) : await New(app.Services, headline, done);
            var path = await PathOf(app.Services, story);
            if (!(await http.GetStringAsync(path)).Contains($"{headline}</h1>", StringComparison.Ordinal))
                stale++;
            if (!(await http.GetStringAsync("/")).Contains(headline, StringComparison.Ordinal))
                stale++;
            done++;
            most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
            var ahead = (done / (double)PerSecond) - Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (ahead > 0)
                await Task.Delay(TimeSpan.FromSeconds(ahead));
        }
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var said = await readers.StandardOutput.ReadToEndAsync();
        await readers.WaitForExitAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Readers} readers, {done / took:0} stories a second published or changed for {took:0} s: {stale} stale of {2 * done} looked at; {Answers().Match(said).Groups[1].Value} pages a second; {(Faults().Match(said) is { Success: true } faults ? faults.Value : "no error")}; at most {most / 1e6:0} MB resident, {store.Bytes / 1e6:0} MB of pages"
            )
        );
    }

    private static async Task<Guid> New(IServiceProvider services, string headline, int number)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var now = TimeProvider.System.GetUtcNow();
        var section = await db.Set<Section>().Select(row => row.Id).FirstAsync();
        var story = new Story
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Draft = MadeStories.Content(number, 400, 4, section, []) with { Headline = headline },
        };
        await db.Transact(async () =>
        {
            db.Add(story);
            await PublishStory.Into(db, story, now, null);
        });
        return story.Id;
    }

    private static async Task<Guid> Change(IServiceProvider services, Guid id, string headline)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(async () =>
        {
            var story = await db.Set<Story>().Include(row => row.Versions).SingleAsync(row => row.Id == id);
            story.Draft = story.Draft with { Headline = headline };
            await ShowVersion.Into(
                db,
                story,
                story.Update("Another headline.", TimeProvider.System.GetUtcNow()).Value!
            );
        });
        return id;
    }

    private static async Task<string> PathOf(IServiceProvider services, Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        return (
            await scope
                .ServiceProvider.GetRequiredService<OnRecordDb>()
                .Set<Story>()
                .Where(row => row.Id == id)
                .Select(row => row.Path)
                .SingleAsync()
        )!;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Answers();

    [GeneratedRegex("(Socket errors|Non-2xx).*")]
    private static partial Regex Faults();
}
