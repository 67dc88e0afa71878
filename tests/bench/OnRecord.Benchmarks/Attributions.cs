using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Attribution;
using OnRecord.Attribution.CopyDesk;
using OnRecord.Attribution.Tests.CopyDesk;
using OnRecord.Attribution.Tests.HeldOut;

namespace OnRecord.Benchmarks;

/// <summary>How well and how fast attributions are found; the measure is that of shared/conformance/README.md.</summary>
internal static class Attributions
{
    private const double StoryWords = 600;
    private const double PerCharacters = 10_000;

    public static int Measure(string shared)
    {
        Worked(Path.Combine(shared, "samples"));
        Console.WriteLine($"gum-wikinews   {Score.Of(Read(Wikinews.All()))}");
        Console.WriteLine($"held out       {Score.Of(Read(HeldOutText.All()))}");
        Speed();
        Hostile("attribution", Path.Combine(shared, "conformance"), text => FindAttributions.In(text));
        Hostile("copy desk", Path.Combine(shared, "conformance"), text => CopyNotes.Of("", null, text, []));
        foreach (var rate in NotesRate.All())
            Console.WriteLine($"copy desk      {rate}");
        return 0;
    }

    private static IEnumerable<(GoldText, IReadOnlyList<Proposal>)> Read(IReadOnlyList<GoldText> texts) =>
        texts.Select(text => (text, FindAttributions.In(text.Text)));

    private static void Worked(string samples)
    {
        var text = File.ReadAllText(Path.Combine(samples, "scraped-story.txt"));
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(samples, "worked-example.json")));
        var asked = Gold(example.RootElement.GetProperty("attributions"), text);
        var optional = Gold(example.RootElement.GetProperty("optional"), text);
        var proposals = FindAttributions.In(text);
        var matching = Matching.Of(asked, proposals);
        var right = matching.Pairs.Count(pair => Matching.SameSource(pair.Gold, pair.Proposal));
        var extra = Matching.Of(optional, matching.Extra).Extra.Count;
        Console.WriteLine($"worked example {right} of {asked.Gold.Count} found with their source, {extra} extra");
    }

    // No character of the sample lies above U+FFFF, so that its offsets are UTF-16 units too.
    private static GoldText Gold(JsonElement list, string text) =>
        new(
            "worked-example",
            text,
            [
                .. list.EnumerateArray()
                    .Select(one => new GoldAttribution
                    {
                        Speech = true,
                        Name = one.GetProperty("source_name")
                            .GetString()
                            ?.Replace(" (not named)", "", StringComparison.Ordinal),
                        Content =
                        [
                            .. one.GetProperty("content")
                                .GetProperty("spans")
                                .EnumerateArray()
                                .Select(span => new Span(span[0].GetInt32(), span[1].GetInt32())),
                        ],
                    }),
            ]
        );

    private static void Speed()
    {
        var texts = HeldOutText.All().Select(text => text.Text).ToList();
        var words = texts.Sum(text => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length);
        Repeat(texts, 30);
        const int rounds = 100;
        var began = Stopwatch.StartNew();
        Repeat(texts, rounds);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"speed          {words * rounds / StoryWords / began.Elapsed.TotalSeconds:0} stories of 600 words a second on one core"
            )
        );
    }

    private static void Repeat(List<string> texts, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var text in texts)
                FindAttributions.In(text);
        }
    }

    private static void Hostile(string what, string conformance, Action<string> read)
    {
        var worst = (Milliseconds: 0.0, Name: "");
        foreach (var (name, text) in HostileTexts(conformance))
        {
            // The better of two: what the machine did beside it is not the input's doing.
            var taken = Math.Min(Time(text, read), Time(text, read)) / Math.Max(1, text.Length / PerCharacters);
            if (taken > worst.Milliseconds)
                worst = (taken, name);
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"hostile        {what}: {worst.Milliseconds:0.0} ms per 10,000 characters at worst ({worst.Name})"
            )
        );
    }

    private static double Time(string text, Action<string> read)
    {
        var began = Stopwatch.GetTimestamp();
        read(text);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static IEnumerable<(string Name, string Text)> HostileTexts(string conformance)
    {
        string[] parts =
        [
            "“",
            "\"",
            "'",
            "said ",
            "said, ",
            "he said that ",
            "to say ",
            "Smith said, ",
            "according to ",
            "and said ",
            "would not say ",
            "“a” ",
            "(",
            "Smith, ",
            "\ud800",
            "\n\n“a",
            "they ",
        ];
        foreach (var part in parts)
            yield return ($"{part.Trim()} repeated", string.Concat(Enumerable.Repeat(part, 100_000 / part.Length)));
        yield return (
            "one sentence of 1 MB",
            string.Concat(Enumerable.Repeat("then he said the fox was over the dog and ", 24_000))
        );
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        yield return ("random bytes", Encoding.UTF8.GetString(bytes));
        foreach (var file in Directory.EnumerateFiles(conformance, "*", SearchOption.AllDirectories))
            yield return (Path.GetFileName(file), Encoding.UTF8.GetString(File.ReadAllBytes(file)));
    }
}
