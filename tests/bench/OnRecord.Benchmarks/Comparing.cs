using System.Diagnostics;
using System.Globalization;
using OnRecord.Documents;
using OnRecord.Front;
using OnRecord.Front.Record;

namespace OnRecord.Benchmarks;

/// <summary>How long two versions of 1,500 paragraphs take to be compared, word by word: every tenth changed, and every one.</summary>
internal static class Comparing
{
    private const int Paragraphs = 1500;
    private const int Rounds = 15;

    public static int Measure()
    {
        var before = Lines(_ => false);
        foreach (
            var (name, changed) in new (string, Func<int, bool>)[]
            {
                ("every tenth", at => at % 10 == 0),
                ("every", _ => true),
            }
        )
        {
            var (after, times) = (Lines(changed), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var since = Stopwatch.GetTimestamp();
                _ = ComparedText.Of(before, after, Shell.Words("en"));
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }
            times.Sort();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Paragraphs} paragraphs, {name} one changed: median {times[Rounds / 2]:0} ms"
                )
            );
        }
        return 0;
    }

    private static IReadOnlyList<ComparedLine> Lines(Func<int, bool> isChanged) =>
        ComparedLine.Of(
            new StoryDocument(
                Enumerable
                    .Range(0, Paragraphs)
                    .Select(at => (Block)new Paragraph([new Text(Line(at, isChanged(at) ? "x" : ""))]))
                    .ToValueList()
            )
        );

    private static string Line(int at, string word) =>
        string.Join(
            ' ',
            Enumerable.Range(0, 50).Select(place => $"w{((at * 31) + (place * 7)) % 997}{(place == 20 ? word : "")}")
        );
}
