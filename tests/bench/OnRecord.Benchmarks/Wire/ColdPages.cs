using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;

namespace OnRecord.Benchmarks.Wire;

/// <summary>Different stories of the size of a long report, with their ledgers, each asked for once: what a page costs that nobody asked for before.</summary>
internal static class ColdPages
{
    private const int Words = 800;
    private const int Sources = 9;
    private const int Apart = 1_000;

    // The server compiles what it does often anew, twice; its first ten thousand pages pay for that.
    private const int First = 12_000;

    public static async Task<int> Measure(string executable, int pages)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        try
        {
            var paths = new List<string>();
            await using (var services = FilledNewsroom.Open(Path.Combine(folder, "data"), null))
                await new FilledNewsroom(services, Words, Sources).Fill(0, First + pages, First + pages, paths.Add);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await TellParts(folder, paths);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await TellWhole(folder, executable, paths);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The parts are measured within the process, what runs for the first time left out.
    private static async Task TellParts(string folder, List<string> paths)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = Site.Build(
            builder,
            new SiteSettings(Path.Combine(folder, "data"), null, "https://news.example.org")
        );
        await app.StartAsync();
        var address = app.Urls.First();
        await Drive(folder, address, paths[..(First - Apart)]);
        await TellApart(address, paths[(First - Apart)..First]);
        await app.StopAsync();
    }

    // The whole is measured at the server as it is shipped.
    private static async Task TellWhole(string folder, string executable, List<string> paths)
    {
        var (server, address) = await SizedNewsroom.Run(executable, Path.Combine(folder, "data"), null, 512);
        using (server)
            try
            {
                var (_, first) = await Ask(server, folder, address, "first after its start", paths[..First]);
                var (perSecond, milliseconds) = await Ask(server, folder, address, "after them", paths[First..]);
                Console.WriteLine(
                    JsonSerializer.Serialize(
                        new Dictionary<string, double>
                        {
                            ["pagesPerSecond"] = perSecond,
                            ["processorMilliseconds"] = milliseconds,
                            ["processorMillisecondsFirst"] = first,
                        }
                    )
                );
            }
            finally
            {
                server.Kill(entireProcessTree: true);
                await server.WaitForExitAsync();
            }
    }

    private static async Task<(double PerSecond, double Milliseconds)> Ask(
        Process server,
        string folder,
        string address,
        string when,
        List<string> asked
    )
    {
        server.Refresh();
        var before = server.TotalProcessorTime;
        var since = Stopwatch.GetTimestamp();
        await Drive(folder, address, asked);
        var took = Stopwatch.GetElapsedTime(since);
        server.Refresh();
        var used = (server.TotalProcessorTime - before).TotalMilliseconds / asked.Count;
        Tell(
            $"{when}: {asked.Count} different stories, each asked for once, in {took.TotalSeconds:0.0} s: {asked.Count / took.TotalSeconds:0} a second with the asking on the same machine; {used:0.000} ms of the server's processor a page"
        );
        return (asked.Count / took.TotalSeconds, used);
    }

    // One after the other, so that a duration is what the processor did.
    private static async Task TellApart(string address, List<string> paths)
    {
        var sums = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == PageTimes.Name)
                    own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, _, _) => sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value)
        );
        listener.Start();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        foreach (var path in paths)
            (await http.GetAsync(path)).EnsureSuccessStatusCode();
        var (make, render, compress) = (
            sums["onrecord.page.make"],
            sums["onrecord.page.render"],
            sums["onrecord.page.compress"]
        );
        Tell(
            $"one after the other: query {(make - render) / paths.Count:0.000} ms, render {render / paths.Count:0.000} ms, compress {compress / paths.Count:0.000} ms a page"
        );
    }

    // Eight readers, each with addresses of their own.
    private static Task Drive(string folder, string address, List<string> paths) =>
        Task.WhenAll(
            paths
                .Chunk((paths.Count + 7) / 8)
                .Select((part, at) => Reader(Path.Combine(folder, $"addresses-{at}"), address, part))
        );

    private static async Task Reader(string list, string address, string[] paths)
    {
        await File.WriteAllLinesAsync(list, paths.Select(path => address + path));
        using var load = Process.Start(
            new ProcessStartInfo(
                "h2load",
                ["--h1", "-i", list, "-n", $"{paths.Length}", "-c", "1", "-t", "1", "-H", "Accept-Encoding: br"]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        if (!said.Contains($"{paths.Length} 2xx", StringComparison.Ordinal))
            throw new InvalidOperationException(said);
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
