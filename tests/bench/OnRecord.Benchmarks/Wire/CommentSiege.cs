using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Storage;

namespace OnRecord.Benchmarks.Wire;

/// <summary>Ten thousand comments in a minute from five hundred internet addresses onto one story, by people whose addresses are confirmed, in a newsroom where nothing waits by rule: the hardest case. Readers read meanwhile, and sixty honest people comment.</summary>
internal static class CommentSiege
{
    private const int Posts = 10_000;
    private const int Addresses = 500;
    private const int Honest = 60;
    private const int ReadsPerSecond = 300;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <param name="spam">A file with a spam comment on each line.</param>
    public static async Task<int> Measure(string executable, string spam)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            var paths = new List<string>();
            await using (var services = FilledNewsroom.Open(data, null))
            {
                await new FilledNewsroom(services, 600, 6).Fill(0, 1_000, 1_000, paths.Add);
                await CommentLoad.StayOpen(services);
                await Confirm(services);
            }
            SqliteConnection.ClearAllPools();
            Environment.SetEnvironmentVariable("ONRECORD__TRUSTEDPROXIES", "127.0.0.1");
            var (process, root) = await SizedNewsroom.Run(executable, data, null, 256);
            try
            {
                var texts = File.ReadAllLines(spam).Where(line => line.Length > 0).ToArray();
                var list = Path.Combine(folder, "asked");
                File.WriteAllLines(list, paths[^100..].Select(path => root + path));
                Read(folder, list, 10);
                var quiet = Read(folder, list, 30);
                var attack = Attack(root + paths[^1], texts);
                var busy = Read(folder, list, (int)Length.TotalSeconds - 5);
                var (taken, kept) = await attack;
                Console.WriteLine(
                    JsonSerializer.Serialize(
                        new
                        {
                            quietP99 = quiet,
                            attackedP99 = busy,
                            ratio = busy / quiet,
                            posts = taken,
                            honestTaken = kept,
                            spamShown = Count(data, "Name LIKE 'Attacker %' AND State = 2"),
                            spamThere = Count(data, "Name LIKE 'Attacker %'"),
                            honestThere = Count(data, "Name LIKE 'Reader %' AND State IN (0, 1, 2)"),
                        }
                    )
                );
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
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Confirm(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var keys = services.GetRequiredService<CommentKeys>();
        await keys.Ready(db);
        var now = TimeProvider.System.GetUtcNow();
        await db.Transact(async () =>
        {
            (await db.Set<CommentHouse>().SingleAsync()).Mode = CommentMode.Open;
            for (var at = 0; at < Addresses; at++)
            {
                var id = Guid.CreateVersion7();
                db.Add(
                    new Commenter
                    {
                        Id = id,
                        EmailKey = keys.OfEmail($"attacker{at}@post.example"),
                        Email = keys.Seal($"attacker{at}@post.example", id),
                        Name = $"Attacker {at}",
                        FirstAt = now,
                        LastAt = now,
                        ConfirmedAt = now,
                    }
                );
            }
        });
    }

    private static async Task<(int Taken, int Honest)> Attack(string story, string[] texts)
    {
        using var http = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 64 }
        );
        var (taken, kept) = (0, 0);
        var since = Stopwatch.GetTimestamp();
        var sends = new List<Task>();
        for (var at = 0; at < Posts; at++)
        {
            var due = Length * ((double)at / Posts);
            if (due - Stopwatch.GetElapsedTime(since) is var wait && wait > TimeSpan.FromMilliseconds(2))
                await Task.Delay(wait);
            var (number, who) = (at, at % Addresses);
            sends.Add(
                Task.Run(async () =>
                {
                    var text = $"{texts[number % texts.Length]} {MadeStories.Word(number)}";
                    if (
                        await Send(
                            http,
                            story,
                            text,
                            $"Attacker {who}",
                            $"attacker{who}",
                            $"10.1.{who / 250}.{who % 250}"
                        )
                    )
                        Interlocked.Increment(ref taken);
                })
            );
            if (at % (Posts / Honest) == 0)
                sends.Add(
                    Task.Run(async () =>
                    {
                        var text =
                            $"I live by the river, and on the {number}th nobody told us that the {MadeStories.Word(number)} was shut.";
                        if (
                            await Send(
                                http,
                                story,
                                text,
                                $"Reader {number}",
                                $"reader{number}",
                                $"10.2.{number >> 8}.{number & 255}"
                            )
                        )
                            Interlocked.Increment(ref kept);
                    })
                );
        }
        await Task.WhenAll(sends);
        return (taken, kept);
    }

    private static async Task<bool> Send(
        HttpClient http,
        string story,
        string text,
        string name,
        string mail,
        string from
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{story}/comments")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("text", text),
                KeyValuePair.Create("name", name),
                KeyValuePair.Create("email", $"{mail}@post.example"),
            ]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.SeeOther;
    }

    /// <returns>The time in which 99 of 100 readers were answered, in milliseconds.</returns>
    private static double Read(string folder, string list, int seconds)
    {
        var log = Path.Combine(folder, "log");
        File.Delete(log);
        using var load = Process.Start(
            new ProcessStartInfo(
                "h2load",
                [
                    "--h1",
                    "-i",
                    list,
                    "-n",
                    $"{ReadsPerSecond * seconds}",
                    "-c",
                    "10",
                    "-t",
                    "1",
                    "-H",
                    "Accept-Encoding: br",
                    $"--rps={ReadsPerSecond / 10}",
                    $"--log-file={log}",
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        load.StandardOutput.ReadToEnd();
        load.WaitForExit();
        var times = File.ReadLines(log)
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length >= 3 && parts[1] is "200")
            .Select(parts => double.Parse(parts[2], CultureInfo.InvariantCulture) / 1000)
            .Order()
            .ToList();
        return times.Count < ReadsPerSecond * seconds * 99 / 100
            ? throw new InvalidOperationException(
                $"Only {times.Count} of {ReadsPerSecond * seconds} reads were answered."
            )
            : times[times.Count * 99 / 100];
    }

    private static long Count(string data, string which)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "onrecord.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = $"SELECT count(*) FROM ReaderComments WHERE {which}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
