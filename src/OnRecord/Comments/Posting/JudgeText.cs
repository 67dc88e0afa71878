using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Judging;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Posting;

/// <summary>What the words of a comment alone say of it: the shipped filter with what this newsroom's decisions taught it, the lists with its own words, the links.</summary>
internal sealed class JudgeText
{
    private readonly Lock making = new();
    private LearnedFilter? filter;
    private Guid? lastDecision;
    private (string Held, string Free, LearnedFilter Filter, CommentJudge Judge)? made;

    /// <summary>The filter that is asked; the one that learns.</summary>
    public LearnedFilter Filter => filter ?? throw new InvalidOperationException("The filter was not read.");

    /// <summary>Reads what was learned before, where that was not read yet.</summary>
    public async Task Ready(OnRecordDb db)
    {
        if (filter is null)
            Take(await db.Set<FilterLearning>().AsNoTracking().FirstOrDefaultAsync());
    }

    /// <summary>From now on it knows what is kept, and nothing else.</summary>
    public void Take(FilterLearning? learning) =>
        (filter, lastDecision) = (LearnedFilter.Shipped(learning?.Kept), learning?.LastDecision);

    /// <summary>Takes what is kept where another process learned since.</summary>
    public void Refresh(FilterLearning? learning)
    {
        if (filter is null || learning?.LastDecision != lastDecision)
            Take(learning);
    }

    /// <summary>What it learned is kept, up to this decision.</summary>
    public void Kept(Guid decision) => lastDecision = decision;

    public TextJudgment Of(string text, CommentHouse house)
    {
        var judge = Judge(house);
        var read = CommentText.Of(text);
        var judgment = judge.Judge(read);
        var links = read.Links.Count;
        List<Doubt> doubts =
        [
            .. judgment.Reasons.Select(reason => new Doubt($"{Doubt.OfText}{reason.Key}", [.. reason.Values])),
        ];
        if (links > house.MostLinks)
            doubts.Add(new Doubt("Links", links.ToString(CultureInfo.InvariantCulture)));
        var exact = Likeness.Exact(read);
        return new TextJudgment(
            judgment.Verdict == Verdict.Reject,
            (float)judgment.Score,
            doubts,
            MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in exact)).ToArray(),
            (long)(Likeness.Signature(read) ?? 0)
        );
    }

    // The lists are put together once for each way the newsroom has them.
    private CommentJudge Judge(CommentHouse house)
    {
        lock (making)
        {
            if (
                made is not { } kept
                || kept.Held != house.HeldWords
                || kept.Free != house.FreeWords
                || kept.Filter != Filter
            )
                made = kept = (
                    house.HeldWords,
                    house.FreeWords,
                    Filter,
                    new CommentJudge(
                        Filter,
                        AbuseList.Shipped.With(house.HeldWords.Split('\n'), house.FreeWords.Split('\n'))
                    )
                );
            return kept.Judge;
        }
    }
}
