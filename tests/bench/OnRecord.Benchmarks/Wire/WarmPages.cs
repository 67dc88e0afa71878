using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OnRecord.Benchmarks.Wire;

/// <summary>A page from memory against the least that a Kestrel server can do and against nginx with the same file: interleaved, so that what else the machine does meets all of them.</summary>
internal static partial class WarmPages
{
    private const int Rounds = 7;

    private static readonly int Seconds = int.TryParse(
        Environment.GetEnvironmentVariable("ONRECORD_BENCH_SECONDS"),
        out var seconds
    )
        ? seconds
        : 10;

    public static async Task<int> Measure(string executable)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        // nginx's workers are somebody else.
        File.SetUnixFileMode(
            folder,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupExecute
        );
        var running = new List<Process>();
        try
        {
            var root = $"http://127.0.0.1:{SizedNewsroom.FreePort()}";
            running.Add(Run(executable, ["demo", "--data", Path.Combine(folder, "data"), "--urls", root]));
            var story = await Story(root);
            var results = new Dictionary<string, double>();
            foreach (var (name, path) in new[] { ("story", story), ("front", "/") })
                await Compare(name, root + path, folder, running, results);
            Console.WriteLine(JsonSerializer.Serialize(results));
            return 0;
        }
        finally
        {
            foreach (var process in running)
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
                process.Dispose();
            }
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(
        string name,
        string address,
        string folder,
        List<Process> running,
        Dictionary<string, double> results
    )
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.SetUnixFileMode(place, File.GetUnixFileMode(folder));
        var tag = await Save(address, place);
        var (barePort, nginxPort) = (SizedNewsroom.FreePort(), SizedNewsroom.FreePort());
        running.Add(
            Run(
                Environment.ProcessPath!,
                ["bare", Path.Combine(place, "body"), Path.Combine(place, "headers"), $"http://127.0.0.1:{barePort}"]
            )
        );
        await File.WriteAllTextAsync(
            Path.Combine(place, "nginx.conf"),
            BareSite.Nginx(place, Path.Combine(place, "headers"), nginxPort)
        );
        running.Add(Run("/usr/sbin/nginx", ["-c", Path.Combine(place, "nginx.conf")]));
        var (bare, nginx) = ($"http://127.0.0.1:{barePort}/", $"http://127.0.0.1:{nginxPort}/");
        foreach (var other in new[] { bare, nginx })
            await Same(other, place);
        // Once for nobody, so that everything is compiled.
        foreach (var other in new[] { address, bare, nginx })
            Load(other, 3);
        var rounds = Enumerable
            .Range(0, Rounds)
            .Select(_ =>
                (
                    Ours: Load(address, Seconds),
                    Bare: Load(bare, Seconds),
                    Nginx: Load(nginx, Seconds),
                    Unchanged: Load(address, Seconds, $"If-None-Match: {tag}")
                )
            )
            .ToList();
        double Of(Func<(double Ours, double Bare, double Nginx, double Unchanged), double> ratio) =>
            rounds.Select(ratio).Order().ElementAt(Rounds / 2);
        results[$"{name}PerSecond"] = Of(round => round.Ours);
        results[$"{name}OverBare"] = Of(round => round.Ours / round.Bare);
        results[$"{name}OverNginx"] = Of(round => round.Ours / round.Nginx);
        results[$"{name}UnchangedOverWhole"] = Of(round => round.Unchanged / round.Ours);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -6} {Of(round => round.Ours), 8:0}/s   over bare Kestrel {Of(round => round.Ours / round.Bare):0.000}   over nginx {Of(round => round.Ours / round.Nginx):0.000}   304 over the whole {Of(round => round.Unchanged / round.Ours):0.00}   ({new FileInfo(Path.Combine(place, "body")).Length} bytes, median of {Rounds} rounds of {Seconds} s)"
            )
        );
    }

    // In its smallest form, which comes a moment after it was asked for again.
    private static async Task<string> Save(string address, string place)
    {
        for (var times = 0; times < 20; times++)
        {
            Curl(address, place);
            await Task.Delay(100);
        }
        var headers = await File.ReadAllLinesAsync(Path.Combine(place, "headers"));
        return headers
            .First(line => line.StartsWith("ETag: ", StringComparison.OrdinalIgnoreCase))["ETag: ".Length..]
            .Trim();
    }

    private static async Task Same(string address, string place)
    {
        using var http = new HttpClient();
        var body = await File.ReadAllBytesAsync(Path.Combine(place, "body"));
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await http.GetByteArrayAsync(address)).AsSpan().SequenceEqual(body))
                    return;
                throw new InvalidOperationException($"{address} does not answer with the same bytes.");
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static void Curl(string address, string place)
    {
        using var curl = Run(
            "curl",
            [
                "-s",
                "-H",
                "Accept-Encoding: br",
                "-D",
                Path.Combine(place, "headers"),
                "-o",
                Path.Combine(place, "body"),
                address,
            ]
        );
        curl.WaitForExit();
    }

    private static double Load(string address, int seconds, string? header = null)
    {
        List<string> arguments = ["-t1", "-c32", $"-d{seconds}s", "-H", "Accept-Encoding: br"];
        if (header is not null)
            arguments.AddRange(["-H", header]);
        using var wrk = Run("wrk", [.. arguments, address]);
        var said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        if (said.Contains("Non-2xx", StringComparison.Ordinal) && header is null)
            throw new InvalidOperationException(said);
        return double.Parse(PerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<string> Story(string root)
    {
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                return StoryLink().Match(await http.GetStringAsync(root)).Value;
            }
            catch (HttpRequestException) when (tries < 1200)
            {
                await Task.Delay(100);
            }
        }
    }

    private static Process Run(string program, string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"/20\d\d/\d\d/[a-z0-9-]+")]
    private static partial Regex StoryLink();
}
