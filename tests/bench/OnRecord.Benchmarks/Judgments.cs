using System.Diagnostics;
using System.Globalization;
using OnRecord.Comments.Judging;
using OnRecord.Tests.Comments.Judging;

namespace OnRecord.Benchmarks;

/// <summary>How many comments a second are judged, by one thread, and what that costs in memory.</summary>
internal static class Judgments
{
    private const int Rounds = 20;

    public static int Measure(string shared)
    {
        var corpora = new Corpora(shared);
        Tell("readers of newspapers", corpora.NewsReaders());
        Tell("below films", [.. Corpora.Videos.SelectMany(corpora.Video).Select(comment => comment.Text)]);
        Tell("spun spam", [.. corpora.Spun().Select(comment => comment.Text)]);
        return 0;
    }

    private static void Tell(string name, IReadOnlyList<string> texts)
    {
        var judge = CommentJudge.Shipped;
        var held = Judge(judge, texts);
        for (var round = 0; round < 4; round++)
            Judge(judge, texts);
        var memory = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
            Judge(judge, texts);
        var each = (double)Rounds * texts.Count;
        var rate = each / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - memory) / each;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -22} {rate:0} judgments/s on one thread, {bytes:0} bytes each, {texts.Average(text => text.Length):0} letters each, {held} of {texts.Count} held or rejected"
            )
        );
    }

    private static int Judge(CommentJudge judge, IReadOnlyList<string> texts)
    {
        var held = 0;
        foreach (var text in texts)
            held += judge.Judge(text).Verdict == Verdict.Publish ? 0 : 1;
        return held;
    }
}
