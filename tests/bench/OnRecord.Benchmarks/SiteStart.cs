using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OnRecord.Benchmarks;

/// <summary>The published site: from the start of its process to its first story, and its memory after ten thousand views of the demonstration.</summary>
internal static partial class SiteStart
{
    private const int Starts = 5;
    private const int Views = 10_000;

    public static async Task<int> Measure(string executable)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        try
        {
            var pages = await Prepare(executable, folder);
            var starts = new List<double>();
            for (var start = 0; start < Starts; start++)
                starts.Add(
                    await Start(
                        executable,
                        folder,
                        pages.First(page => page.StartsWith("/20", StringComparison.Ordinal))
                    )
                );
            var (megabytes, perSecond) = await View(executable, folder, pages);
            var median = starts.Order().ElementAt(Starts / 2);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"start to the first story's 200: median {median:0.000} s of {string.Join(", ", starts.Order().Select(seconds => seconds.ToString("0.000", CultureInfo.InvariantCulture)))}"
                )
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"resident after {Views} views over {pages.Count} pages: {megabytes:0.0} MB ({perSecond:0} views/s, one connection)"
                )
            );
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        startSeconds = median,
                        residentMegabytes = megabytes,
                        viewsPerSecond = perSecond,
                    }
                )
            );
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The demonstration once, every page and every rendition made.
    private static async Task<List<string>> Prepare(string executable, string folder)
    {
        using var site = Run(executable, "demo", folder, out var root);
        using var http = new HttpClient { BaseAddress = root };
        await Answer(site, http, "/");
        var pages = new List<string> { "/" };
        for (var at = 0; at < pages.Count; at++)
        {
            var html = await http.GetStringAsync(pages[at]);
            pages.AddRange(
                Page()
                    .Matches(html)
                    .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
                    .Distinct()
                    .Except(pages)
                    .ToList()
            );
            foreach (var picture in Rendition().Matches(html).Select(match => match.Value).Distinct())
                await http.GetByteArrayAsync(picture);
        }
        site.Kill();
        await site.WaitForExitAsync();
        return pages;
    }

    private static async Task<double> Start(string executable, string folder, string story)
    {
        var since = Stopwatch.GetTimestamp();
        using var site = Run(executable, "serve", folder, out var root);
        using var http = new HttpClient { BaseAddress = root };
        await Answer(site, http, story);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        site.Kill();
        await site.WaitForExitAsync();
        return seconds;
    }

    private static async Task<(double Megabytes, double PerSecond)> View(
        string executable,
        string folder,
        List<string> pages
    )
    {
        using var site = Run(executable, "serve", folder, out var root);
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = root,
        };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        await Answer(site, http, "/");
        var since = Stopwatch.GetTimestamp();
        for (var view = 0; view < Views; view++)
            (await http.GetAsync(pages[view % pages.Count])).EnsureSuccessStatusCode();
        var perSecond = Views / Stopwatch.GetElapsedTime(since).TotalSeconds;
        site.Refresh();
        var megabytes = site.WorkingSet64 / 1024.0 / 1024.0;
        site.Kill();
        await site.WaitForExitAsync();
        return (megabytes, perSecond);
    }

    private static Process Run(string executable, string command, string folder, out Uri root)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        root = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();
        var start = new ProcessStartInfo(
            executable,
            [command, "--data", folder, "--urls", root.AbsoluteUri.TrimEnd('/')]
        )
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    // The site says when it listens: asking before that would take processor time from it.
    private static async Task Answer(Process site, HttpClient http, string path)
    {
        while (await site.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("http://", StringComparison.Ordinal))
                break;
        (await http.GetAsync(path)).EnsureSuccessStatusCode();
    }

    [GeneratedRegex("href=\"(/(?:20|section|\\?before)[^\"#]*)\"")]
    private static partial Regex Page();

    [GeneratedRegex("/media/[0-9a-f]{64}/[0-9]+\\.[a-z]+")]
    private static partial Regex Rendition();
}
