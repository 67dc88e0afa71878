using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OnRecord.Benchmarks.Wire;

/// <summary>The same newsroom with a thousand and with a million stories: how long it takes to fill, how large its file is, and how long readers wait. The servers run side by side and are asked in turn, so that what else the machine does meets all of them.</summary>
internal static partial class ScaleGrowth
{
    private const int Rounds = 5;
    private const int Connections = 8;

    // About what a story of this length takes with its version, its seal, its index.
    private const long BytesForEach = 16_000;

    /// <param name="server">A PostgreSQL server; null for SQLite.</param>
    public static async Task<int> Measure(string executable, string folder, string? server, IReadOnlyList<int> sizes)
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
        var newsrooms = new List<SizedNewsroom>();
        try
        {
            foreach (var size in sizes)
                newsrooms.Add(await SizedNewsroom.Filled(folder, server, size));
            foreach (var newsroom in newsrooms)
                await newsroom.Serve(executable);
            Console.WriteLine(JsonSerializer.Serialize(Compare(newsrooms)));
            return 0;
        }
        finally
        {
            foreach (var newsroom in newsrooms)
                await newsroom.DisposeAsync();
        }
    }

    private static Dictionary<string, double> Compare(List<SizedNewsroom> newsrooms)
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
        var kinds = new (string Name, bool IsWarm, Func<SizedNewsroom, string[]> Paths)[]
        {
            ("story warm", true, room => room.Newest),
            ("story cold", false, room => Some(room.Paths, 2_000)),
            ("front warm", true, _ => ["/"]),
            (
                "front cold",
                false,
                room => [.. Some(room.Paths, 500).Select(path => $"/?before={SizedNewsroom.PlaceOf(path)}")]
            ),
            ("section warm", true, room => [room.Section]),
            (
                "section cold",
                false,
                room =>
                    [.. Some(room.Paths, 500).Select(path => $"{room.Section}?before={SizedNewsroom.PlaceOf(path)}")]
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

    private static Times Load(SizedNewsroom room, string root, string[] paths, double? rate)
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

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static Process Run(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"([\d.]+) req/s")]
    private static partial Regex PerSecond();

    private sealed record Times(double P50, double P99, double PerSecond);
}
