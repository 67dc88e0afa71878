using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OnRecord.Benchmarks.Wire;

/// <summary>The same newsroom with a thousand and with a million stories: how long it takes to fill, how large its file is, and how long readers wait. The servers run side by side and are asked in turn, so that what else the machine does meets all of them.</summary>
internal static partial class ScaleGrowth
{
    private const int Words = 200;
    private const int Hot = 1_000;
    private const int Rounds = 5;
    private const int Connections = 8;

    // About what a story of this length takes with its version, its seal, its index.
    private const long BytesForEach = 16_000;

    public static async Task<int> Measure(string executable, string folder, IReadOnlyList<int> sizes)
    {
        Directory.CreateDirectory(folder);
        var needed = sizes.Sum(size => size * BytesForEach);
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        if (free < needed)
        {
            await Console.Error.WriteLineAsync(
                $"{folder} has {free >> 30} GB free; this needs about {needed >> 30} GB. Give another folder, or fewer stories."
            );
            return 1;
        }
        var running = new List<Process>();
        try
        {
            var newsrooms = new List<Newsroom>();
            foreach (var size in sizes)
                newsrooms.Add(await Fill(Path.Combine(folder, $"{size}"), size));
            foreach (var newsroom in newsrooms)
            {
                // One that keeps what it made, and one that has room for a few pages only, so that nearly each is made.
                newsroom.Warm = await Serve(executable, newsroom.Folder, 1024, running);
                newsroom.Cold = await Serve(executable, newsroom.Folder, 1, running);
            }
            var results = Compare(newsrooms);
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
        }
    }

    private static async Task<Newsroom> Fill(string folder, int size)
    {
        var list = Path.Combine(folder, "paths");
        if (!File.Exists(list))
        {
            Directory.CreateDirectory(folder);
            var paths = new List<string>(size);
            var since = Stopwatch.GetTimestamp();
            await using (var services = FilledNewsroom.Open(Path.Combine(folder, "data"), null))
                await new FilledNewsroom(services, Words, 0).Fill(0, size, size, paths.Add);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            var took = Stopwatch.GetElapsedTime(since).TotalSeconds;
            await File.WriteAllLinesAsync(list, paths);
            var bytes = Directory
                .EnumerateFiles(Path.Combine(folder, "data"), "onrecord.db*")
                .Sum(file => new FileInfo(file).Length);
            Tell(
                $"{size} stories in {took:0} s, {size / took:0} a second, sealed and indexed; {bytes / 1e6:0} MB, {bytes / 1e3 / size:0.0} KB a story"
            );
        }
        return new Newsroom(size, folder, await File.ReadAllLinesAsync(list));
    }

    private static Dictionary<string, double> Compare(List<Newsroom> newsrooms)
    {
        var results = new Dictionary<string, double>();
        var random = new Random(1);
        string[] Some(string[] paths, int count) =>
            [.. Enumerable.Range(0, count).Select(_ => paths[random.Next(paths.Length)])];
        var capacity = Load(newsrooms[0], newsrooms[0].Warm, newsrooms[0].Newest, null).PerSecond;
        var coldCapacity = Load(newsrooms[0], newsrooms[0].Cold, Some(newsrooms[0].Paths, 2_000), null).PerSecond;
        Tell(
            $"the smallest answers {capacity:0} warm pages a second to {Connections} readers and {coldCapacity:0} cold ones to one; the rest is asked at a third of that"
        );
        var kinds = new (string Name, bool IsWarm, Func<Newsroom, string[]> Paths)[]
        {
            ("story warm", true, room => room.Newest),
            ("story cold", false, room => Some(room.Paths, 2_000)),
            ("front warm", true, _ => ["/"]),
            (
                "front cold",
                false,
                room => [.. Some(room.Paths, 500).Select(path => $"/?before={Newsroom.PlaceOf(path)}")]
            ),
            ("section warm", true, room => [room.Section]),
            (
                "section cold",
                false,
                room => [.. Some(room.Paths, 500).Select(path => $"{room.Section}?before={Newsroom.PlaceOf(path)}")]
            ),
            ("feed warm", true, _ => ["/feed.xml"]),
            (
                "feed cold",
                false,
                room =>
                    [.. Enumerable.Range(0, 40).Select(at => $"/topic/topic-{MadeStories.Word(1000 + at)}/feed.xml")]
            ),
            (
                "search rare",
                false,
                _ =>
                    [
                        .. Enumerable
                            .Range(0, 400)
                            .Select(_ => $"/search?q={MadeStories.Word(12_000 + random.Next(8_000))}"),
                    ]
            ),
            ("search common", false, _ => [.. Enumerable.Range(0, 50).Select(_ => "/search?q=water")]),
        };
        foreach (var (name, isWarm, paths) in kinds)
        {
            var rate =
                name.StartsWith("search", StringComparison.Ordinal)
                || name.StartsWith("feed cold", StringComparison.Ordinal)
                    ? Math.Min(40, coldCapacity / 3)
                    : (isWarm ? capacity : coldCapacity) / 3;
            var rounds = newsrooms.ToDictionary(room => room, _ => new List<Times>());
            for (var round = 0; round < Rounds; round++)
                foreach (var room in newsrooms)
                    rounds[room].Add(Load(room, isWarm ? room.Warm : room.Cold, paths(room), rate));
            var line = $"{name, -14}";
            foreach (var room in newsrooms)
            {
                var (half, most) = (
                    Median(rounds[room].Select(times => times.P50)),
                    Median(rounds[room].Select(times => times.P99))
                );
                results[$"{name} {room.Size} p50"] = half;
                results[$"{name} {room.Size} p99"] = most;
                line += string.Create(CultureInfo.InvariantCulture, $"   {room.Size}: {half:0.00} / {most:0.00} ms");
            }
            var ratio = results[$"{name} {newsrooms[^1].Size} p99"] / results[$"{name} {newsrooms[0].Size} p99"];
            results[$"{name} ratio"] = ratio;
            Tell($"{line}   p99 {ratio:0.00} times");
        }
        return results;
    }

    private static Times Load(Newsroom room, string root, string[] paths, double? rate)
    {
        var list = Path.Combine(room.Folder, "asked");
        var log = Path.Combine(room.Folder, "log");
        File.Delete(log);
        // Each connection goes through the whole list, so that where every page is to be made there is only one.
        File.WriteAllLines(list, paths.Select(path => root + path));
        var connections = root == room.Warm ? Connections : 1;
        var count = Math.Max(paths.Length, rate is { } wanted ? (int)Math.Min(20_000, wanted * 3) : 5_000);
        List<string> arguments =
        [
            "--h1",
            "-i",
            list,
            "-n",
            $"{count}",
            "-c",
            $"{connections}",
            "-t",
            "1",
            "-H",
            "Accept-Encoding: br",
            $"--log-file={log}",
        ];
        if (rate is { } each)
            arguments.AddRange([$"--rps={(each / connections).ToString("0.0", CultureInfo.InvariantCulture)}"]);
        using var load = Run("h2load", [.. arguments]);
        var said = load.StandardOutput.ReadToEnd();
        load.WaitForExit();
        var times = File.ReadLines(log)
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length >= 3 && parts[1] is "200")
            .Select(parts => double.Parse(parts[2], CultureInfo.InvariantCulture) / 1000)
            .Order()
            .ToList();
        if (times.Count < count * 9 / 10)
            throw new InvalidOperationException($"Only {times.Count} of {count} were answered: {said}");
        return new Times(
            times[times.Count / 2],
            times[times.Count * 99 / 100],
            double.Parse(PerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture)
        );
    }

    private static async Task<string> Serve(string executable, string folder, int megabytes, List<Process> running)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var root = $"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}";
        socket.Close();
        var start = new ProcessStartInfo(executable, ["serve", "--data", Path.Combine(folder, "data"), "--urls", root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ONRECORD__PAGESTOREMEGABYTES"] = $"{megabytes}";
        running.Add(Process.Start(start)!);
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await http.GetAsync(root + "/health")).EnsureSuccessStatusCode();
                return root;
            }
            catch (HttpRequestException) when (tries < 600)
            {
                await Task.Delay(100);
            }
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static Process Run(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"([\d.]+) req/s")]
    private static partial Regex PerSecond();

    private sealed record Times(double P50, double P99, double PerSecond);

    private sealed record Newsroom(int Size, string Folder, string[] Paths)
    {
        public string Warm { get; set; } = "";

        public string Cold { get; set; } = "";

        public string[] Newest => Paths[^Math.Min(Hot, Paths.Length)..];

        public string Section { get; } = $"/section/section-{MadeStories.Word(0)}";

        /// <summary>A place in lists: behind the stories of a month.</summary>
        public static string PlaceOf(string path)
        {
            var parts = path.Split('/');
            var month = new DateTimeOffset(
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                int.Parse(parts[2], CultureInfo.InvariantCulture),
                1,
                0,
                0,
                0,
                TimeSpan.Zero
            );
            // Hardly ever the same twice, so that each is a page of its own.
            return $"{month.AddSeconds(Random.Shared.Next(2_000_000)).UtcTicks}~{Guid.AllBitsSet:N}";
        }
    }
}
