using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OnRecord.Comments;
using OnRecord.Platform.Storage;

namespace OnRecord.Benchmarks.Wire;

/// <summary>Comments as fast as they can be sent, each synced before its writer is thanked: 32 connections, 20,000 stories, 10,000 internet addresses. Beside it, in the same run, bare inserts of the same words that share their syncs, without a filter or a rule: without a web server too, and behind one that does nothing else.</summary>
internal static partial class CommentLoad
{
    private const int Connections = 32;
    private const int Stories = 20_000;
    private const int Rounds = 3;

    public static async Task<int> Measure(string executable, string? server, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        var name = $"onrecord_bench_comments_{Environment.ProcessId}";
        var database = server is null
            ? null
            : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        try
        {
            if (server is not null)
                await Ask(server, $"CREATE DATABASE {name}");
            var data = Path.Combine(folder, "data");
            var paths = new List<string>(Stories);
            await using (var services = FilledNewsroom.Open(data, database))
            {
                await new FilledNewsroom(services, 200, 0).Fill(0, Stories, Stories, paths.Add);
                await StayOpen(services);
            }
            SqliteConnection.ClearAllPools();
            var script = Script(folder, paths);
            // The loopback address stands for a proxy that says where each comment came from.
            Environment.SetEnvironmentVariable("ONRECORD__TRUSTEDPROXIES", "127.0.0.1");
            var (process, root) = await SizedNewsroom.Run(executable, data, database, 256);
            try
            {
                return await Compare(root, script, folder, database, seconds);
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

    /// <summary>The stories are of ten years, and all of them take comments.</summary>
    public static async Task StayOpen(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(async () => (await db.Set<CommentHouse>().SingleAsync()).ClosesAfterDays = null);
    }

    private static async Task<int> Compare(string root, string script, string folder, string? database, int seconds)
    {
        // What is compiled on the way is not what is measured.
        var taken = Load(root, script, seconds).Taken;
        var bare = new List<double>();
        var served = new List<double>();
        var site = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await Bare(folder, database, seconds));
            served.Add(await Served(script, folder, database, seconds));
            var (count, perSecond) = Load(root, script, seconds);
            taken += count;
            site.Add(perSecond);
            Tell(
                $"round {round + 1}: bare {bare[^1]:0}/s, bare behind Kestrel {served[^1]:0}/s, comments {site[^1]:0}/s"
            );
        }
        var stored = database is null
            ? Stored(Path.Combine(folder, "data", "onrecord.db"))
            : (long)(await Ask(database, "SELECT count(*) FROM \"ReaderComments\""))!;
        Tell($"thanked for {taken}, in the database {stored}");
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    bare = Median(bare),
                    comments = Median(site),
                    ratio = Median(site) / Median(bare),
                    served = Median(served),
                    servedRatio = Median(site) / Median(served),
                    thanked = taken,
                    stored,
                }
            )
        );
        // What was on its way when the load ended may be there though nobody was thanked.
        return stored >= taken ? 0 : 1;
    }

    private static (int Taken, double PerSecond) Load(string root, string script, int seconds)
    {
        using var load = Process.Start(
            new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", "-s", script, root])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = load.StandardOutput.ReadToEnd();
        load.WaitForExit();
        var thanked = Thanked().Match(said);
        if (!thanked.Success || thanked.Groups[2].Value != "0")
            throw new InvalidOperationException($"Not all were taken: {said}");
        var count = int.Parse(thanked.Groups[1].Value, CultureInfo.InvariantCulture);
        return (count, (double)count / seconds);
    }

    private static string Script(string folder, List<string> paths)
    {
        File.WriteAllLines(Path.Combine(folder, "paths"), paths);
        File.WriteAllLines(Path.Combine(folder, "words"), Enumerable.Range(0, 4_000).Select(MadeStories.Word));
        var script = Path.Combine(folder, "comments.lua");
        File.WriteAllText(
            script,
            $$"""
            local function lines(file) local all = {} for line in io.lines(file) do all[#all + 1] = line end return all end
            local paths, words = lines("{{folder}}/paths"), lines("{{folder}}/words")
            local threads = {}
            thanked, refused = 0, 0
            function setup(thread) threads[#threads + 1] = thread end
            function init() math.randomseed(os.time()) end
            function request()
              local who = math.random(10000)
              local text = {}
              for at = 1, 30 do text[at] = words[math.random(#words)] end
              local body = "text=" .. table.concat(text, "+") .. "&name=Reader+" .. who .. "&email=reader" .. who .. "%40post.example"
              return wrk.format("POST", paths[math.random(#paths)] .. "/comments", {
                ["Content-Type"] = "application/x-www-form-urlencoded",
                ["Sec-Fetch-Site"] = "same-origin",
                ["X-Forwarded-For"] = "10." .. math.floor(who / 65536) .. "." .. math.floor(who / 256) % 256 .. "." .. who % 256,
              }, body)
            end
            function response(status) if status == 303 then thanked = thanked + 1 else refused = refused + 1 end end
            function done()
              local all, none = 0, 0
              for _, thread in ipairs(threads) do all = all + thread:get("thanked") none = none + thread:get("refused") end
              print("thanked " .. all .. " refused " .. none)
            end
            """
        );
        return script;
    }

    // 32 who each wait for their sync, without a web server between.
    private static async Task<double> Bare(string folder, string? database, int seconds)
    {
        await using var bare = await BareComments.Open(Path.Combine(folder, "bare.db"), database);
        var (done, since) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Stopwatch.GetElapsedTime(since).TotalSeconds < seconds)
                        {
                            await bare.Insert();
                            Interlocked.Increment(ref done);
                        }
                    })
                )
        );
        return done / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    // The same through a web server that does nothing else, sent by the same load.
    private static async Task<double> Served(string script, string folder, string? database, int seconds)
    {
        var root = $"http://127.0.0.1:{SizedNewsroom.FreePort()}";
        using var server = Process.Start(
            Environment.ProcessPath!,
            ["bare-comments", Path.Combine(folder, "served.db"), database ?? "", root]
        );
        try
        {
            await SizedNewsroom.Answers(root);
            return Load(root, script, seconds).PerSecond;
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static long Stored(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM ReaderComments";
        return (long)command.ExecuteScalar()!;
    }

    private static async Task<object?> Ask(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"thanked (\d+) refused (\d+)")]
    private static partial Regex Thanked();
}
