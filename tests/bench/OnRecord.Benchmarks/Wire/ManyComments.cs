using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OnRecord.Comments;
using OnRecord.Platform.Storage;

namespace OnRecord.Benchmarks.Wire;

/// <summary>A story with a hundred thousand comments beside one with twenty: how long each takes to be made, and the pages of its comments.</summary>
internal static class ManyComments
{
    private const int Few = 20;
    private const int Many = 100_000;
    private const int Asked = 50;
    private const int Others = 200;

    public static async Task<int> Measure(string executable, string? server)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        var name = $"onrecord_bench_many_{Environment.ProcessId}";
        var database = server is null
            ? null
            : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        try
        {
            if (server is not null)
                await Ask(server, $"CREATE DATABASE {name}");
            var data = Path.Combine(folder, "data");
            var paths = new List<string>();
            await using (var services = FilledNewsroom.Open(data, database))
            {
                await new FilledNewsroom(services, 200, 0).Fill(0, 1_000, 1_000, paths.Add);
                await CommentLoad.StayOpen(services);
                await Fill(services, paths[^1], Few);
                await Fill(services, paths[^2], Many);
            }
            SqliteConnection.ClearAllPools();
            // Room for a few pages only, so that nearly each is made.
            var (process, root) = await SizedNewsroom.Run(executable, data, database, 1);
            try
            {
                using var http = new HttpClient { BaseAddress = new Uri(root) };
                var results = new Dictionary<string, double>();
                foreach (
                    var (label, few, many) in new[]
                    {
                        ("story", "", ""),
                        ("oldest", "/comments?order=oldest", "/comments?order=oldest"),
                        ("liked", "/comments?order=liked", "/comments?order=liked"),
                    }
                )
                    await Compare(http, [.. paths[..^2]], label, paths[^1] + few, paths[^2] + many, results);
                Console.WriteLine(JsonSerializer.Serialize(results));
                return 0;
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            if (server is not null)
                await Ask(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(
        HttpClient http,
        string[] others,
        string label,
        string few,
        string many,
        Dictionary<string, double> results
    )
    {
        var times = new Dictionary<string, List<double>> { [few] = [], [many] = [] };
        for (var at = 0; at < 2 * Asked; at++)
        {
            foreach (var path in new[] { few, many })
            {
                var since = Stopwatch.GetTimestamp();
                (await http.GetAsync(path)).EnsureSuccessStatusCode();
                if (at >= Asked)
                    times[path].Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }
            // As many others as the store has room for, so that the next is made anew.
            for (var other = 0; other < Others; other++)
                (await http.GetAsync(others[((at * Others) + other) % others.Length])).EnsureSuccessStatusCode();
        }
        foreach (var (path, size) in new[] { (few, Few), (many, Many) })
        {
            var sorted = times[path].Order().ToList();
            results[$"{label} {size} p50"] = sorted[sorted.Count / 2];
            results[$"{label} {size} p99"] = sorted[sorted.Count * 99 / 100];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{label, -8} {size, 7} comments: {sorted[sorted.Count / 2]:0.00} / {sorted[sorted.Count * 99 / 100]:0.00} ms"
                )
            );
        }
    }

    private static async Task Fill(ServiceProvider services, string path, int count)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var story = await db.Set<Stories.Story>().Where(row => row.Path == path).Select(row => row.Id).SingleAsync();
        var from = TimeProvider.System.GetUtcNow().AddDays(-10);
        var rows = Enumerable
            .Range(0, count)
            .Select(at =>
            {
                var when = from.AddSeconds(at);
                var id = Guid.CreateVersion7(when);
                var row = new ReaderComment
                {
                    Id = id,
                    StoryId = story,
                    ThreadId = id,
                    Name = $"Reader {at}",
                    Text =
                        $"{MadeStories.Word(at)} and {MadeStories.Word(at + 7)} were there, and nobody said a word about the {MadeStories.Word(at + 99)}.",
                    Sameness = id,
                    Language = "en",
                    At = when,
                    State = CommentState.Published,
                    Likes = at % 50 == 0 ? 1 : 0,
                };
                row.List();
                return row;
            });
        foreach (var part in rows.Chunk(5_000))
            await db.Transact(() => NewRows.Of(db.Model, part).Into(db));
        await db.Transact(async () =>
        {
            db.Add(new StoryTalk { StoryId = story, Count = count });
            await Task.CompletedTask;
        });
    }

    private static async Task Ask(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
