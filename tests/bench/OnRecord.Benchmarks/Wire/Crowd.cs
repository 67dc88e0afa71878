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

/// <summary>Two thousand readers at once, each with a page a second, while fifty stories a second are published and changed. After each, one reader asks for the page and for the front: neither may be the one before.</summary>
internal static partial class Crowd
{
    private const int Readers = 2_000;
    private const int PerSecond = 50;

    private const int PagesPerSecond = 1;

    private const int Crowds = 4;

    // Each waits for its pages among all the readers, so that one alone would publish a few.
    private const int Publishers = 25;
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
        var crowd = Enumerable
            .Range(0, Crowds)
            .Select(at => Read(address, paths[^200..], folder, at, seconds))
            .ToList();
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
        var store = app.Services.GetRequiredService<PageStore>();
        var began = Stopwatch.GetTimestamp();
        int done = 0,
            stale = 0;
        var most = 0L;
        async Task Publisher()
        {
            var story = Guid.Empty;
            for (var own = 1; Stopwatch.GetElapsedTime(began).TotalSeconds < seconds; own++)
            {
                var number = Interlocked.Increment(ref done);
                var headline = $"Published under load, number {number}";
                story =
                    own % 5 == 0
                        ? await Change(app.Services, story, headline)
                        : await New(app.Services, headline, number);
                var path = await PathOf(app.Services, story);
                if (!(await http.GetStringAsync(path)).Contains($"{headline}</h1>", StringComparison.Ordinal))
                    Interlocked.Increment(ref stale);
                // Others publish meanwhile, so that it may have gone down the front already, behind later ones; what is changed stays where it was.
                if (own % 5 != 0 && Newest(await http.GetStringAsync("/")) < number)
                    Interlocked.Increment(ref stale);
                var ahead = (own * (double)Publishers / PerSecond) - Stopwatch.GetElapsedTime(began).TotalSeconds;
                if (ahead > 0)
                    await Task.Delay(TimeSpan.FromSeconds(ahead));
            }
        }
        // What runs for the first time is compiled; that is not what is measured.
        async Task<int> Before()
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds / 3.0));
            return done;
        }
        var before = Before();
        var publishers = Task.WhenAll(Enumerable.Range(0, Publishers).Select(_ => Publisher()));
        while (!publishers.IsCompleted)
        {
            most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
            await Task.WhenAny(publishers, Task.Delay(200));
        }
        await publishers;
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var answers = await Task.WhenAll(crowd);
        var first = await before;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Readers} readers, {(done - first) / (took - (seconds / 3.0)):0} stories a second published or changed for {took:0} s (the first third not counted): {stale} stale of {2 * done - (done / 5)} looked at; {answers.Sum(answer => answer.Well) / took:0} pages a second, {answers.Sum(answer => answer.Badly)} of them not answered with the page; at most {most / 1e6:0} MB resident, {store.Bytes / 1e6:0} MB of pages"
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

    private static int Newest(string front) =>
        Numbers()
            .Matches(front)
            .Select(number => int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture))
            .Max();

    [GeneratedRegex("under load, number ([0-9]+)")]
    private static partial Regex Numbers();

    // Each reader asks for a page a second, in an order of its crowd's own.
    private static async Task<(int Well, int Badly)> Read(
        string address,
        List<string> paths,
        string folder,
        int crowd,
        int seconds
    )
    {
        var list = Path.Combine(folder, $"addresses-{crowd}");
        string[] addresses = ["/", .. paths];
        new Random(crowd).Shuffle(addresses);
        await File.WriteAllLinesAsync(list, addresses.Select(path => address + path));
        var count = Readers / Crowds * PagesPerSecond * seconds;
        using var load = Process.Start(
            new ProcessStartInfo(
                "h2load",
                [
                    "--h1",
                    "-i",
                    list,
                    "-n",
                    $"{count}",
                    "-c",
                    $"{Readers / Crowds}",
                    "-t",
                    "1",
                    $"--rps={PagesPerSecond}",
                    "-H",
                    "Accept-Encoding: br",
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        var well = int.Parse(Answered().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        return (well, count - well);
    }

    [GeneratedRegex("([0-9]+) 2xx")]
    private static partial Regex Answered();
}
