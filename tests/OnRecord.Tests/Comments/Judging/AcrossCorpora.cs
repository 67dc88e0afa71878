using System.Globalization;
using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

/// <summary>Trains on some of the corpora and judges the others, each in turn: never a line that was trained on.</summary>
internal sealed class AcrossCorpora(Corpora corpora, IReadOnlyList<JudgedComment> ours)
{
    private readonly IReadOnlyList<JudgedComment> spun = corpora.Spun();
    private readonly IReadOnlyList<JudgedComment> messages = corpora.TextMessages();

    public IEnumerable<Row> All()
    {
        foreach (var video in Corpora.Videos)
        {
            var model = WithoutVideo(video);
            yield return Judged(video, model, corpora.Video(video));
            yield return News(model, $"  news readers");
        }
        foreach (var half in (int[])[0, 1])
            yield return Judged($"SMS, half {half + 1}", Without(messages, half), Half(messages, half));
        foreach (var half in (int[])[0, 1])
            yield return Judged($"spun, half {half + 1}", Without(spun, half), Half(spun, half));
        foreach (var half in (int[])[0, 1])
            yield return Judged($"ours, half {half + 1}", Without(ours, half), Half(ours, half));
    }

    public ShippedModel WithoutVideo(string video) =>
        TrainFilter.On([
            .. Corpora.Videos.Where(other => other != video).SelectMany(corpora.Video),
            .. messages,
            .. spun,
            .. ours,
        ]);

    /// <summary>How many of the news readers are held, by the filter, by the words alone, and by all together.</summary>
    public IEnumerable<string> News(ShippedModel model)
    {
        var (filter, readers) = (new LearnedFilter(model), corpora.NewsReaders());
        var judge = new CommentJudge(filter, AbuseList.Shipped);
        yield return Told(
            "news held by filter",
            readers.Count(text => filter.Probability(text) >= LearnedFilter.HoldFrom),
            readers.Count
        );
        yield return Told(
            "news held by words",
            readers.Count(text => AbuseList.Shipped.Find(CommentText.Of(text)) is not null),
            readers.Count
        );
        yield return Told(
            "news held in all",
            readers.Count(text => judge.Judge(text).Verdict != Verdict.Publish),
            readers.Count
        );
    }

    public Row News(ShippedModel model, string name) =>
        Judged(name, model, [.. corpora.NewsReaders().Select(text => new JudgedComment(text, false))]);

    public static Row Judged(string name, ShippedModel model, IReadOnlyList<JudgedComment> lines)
    {
        var judge = new CommentJudge(new LearnedFilter(model), AbuseList.None);
        var verdicts = lines.Select(line => (line.IsSpam, judge.Judge(line.Text).Verdict)).ToList();
        return new(
            name,
            verdicts.Count(one => one.IsSpam),
            verdicts.Count(one => one.IsSpam && one.Verdict != Verdict.Publish),
            verdicts.Count(one => !one.IsSpam),
            verdicts.Count(one => !one.IsSpam && one.Verdict != Verdict.Publish),
            verdicts.Count(one => !one.IsSpam && one.Verdict == Verdict.Reject)
        );
    }

    private ShippedModel Without(IReadOnlyList<JudgedComment> part, int half) =>
        TrainFilter.On([
            .. Corpora.Videos.SelectMany(corpora.Video),
            .. ((IReadOnlyList<JudgedComment>[])[messages, spun, ours]).SelectMany(lines =>
                lines == part ? Half(lines, 1 - half) : lines
            ),
        ]);

    private static List<JudgedComment> Half(IReadOnlyList<JudgedComment> lines, int half) =>
        [.. lines.Where((_, at) => at % 2 == half)];

    private static string Told(string name, int held, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"{name, -22} {held, 5} of {of} {(double)held / of:0.0000}");

    public sealed record Row(string Name, int Spam, int SpamStopped, int Honest, int HonestHeld, int HonestRejected)
    {
        public double Recall => Spam == 0 ? 1 : (double)SpamStopped / Spam;
        public double FalseHolds => Honest == 0 ? 0 : (double)HonestHeld / Honest;

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Name, -22} {(Spam == 0 ? "" : $"{SpamStopped, 5} of {Spam, -5} {Recall:0.0000}"), -25} {(Honest == 0 ? "" : $"{HonestHeld, 5} of {Honest, -5} {FalseHolds:0.0000}"), -25} {HonestRejected, 5}"
            );
    }
}
