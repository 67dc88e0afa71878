namespace OnRecord.Comments.Judging;

/// <summary>Judges a comment by its text alone: the learned filter, the word lists, the links. Rates, modes and history are the caller's.</summary>
internal sealed class CommentJudge(LearnedFilter filter, AbuseList abuse)
{
    /// <summary>What ships, without any newsroom's decisions and words.</summary>
    public static CommentJudge Shipped { get; } = new(LearnedFilter.Shipped(), AbuseList.Shipped);

    /// <summary>What ships against spam: the filter and the known hosts, whatever the tone.</summary>
    public static CommentJudge AgainstSpam { get; } = new(LearnedFilter.Shipped(), AbuseList.None);

    public LearnedFilter Filter => filter;

    public Judgment Judge(string comment) => Judge(CommentText.Of(comment));

    public Judgment Judge(CommentText text)
    {
        var features = FeatureList.Of(text);
        var probability = (double)LearnedFilter.Probability(filter.Score(features));
        var word = abuse.Find(text);
        var (host, kind) = WorstHost(text);
        var verdict =
            probability >= LearnedFilter.RejectFrom ? Verdict.Reject
            : probability >= LearnedFilter.HoldFrom && kind == HostKind.Spam ? Verdict.Reject
            : probability >= LearnedFilter.HoldFrom || word is not null || kind != HostKind.Unknown ? Verdict.Hold
            : Verdict.Publish;
        if (verdict == Verdict.Publish)
            return new(verdict, probability, []);
        var reasons = new List<Reason>();
        if (word is not null)
            reasons.Add(new("Abuse", word));
        if (host is not null)
            reasons.Add(new(kind == HostKind.Spam ? "SpamHost" : "Shortener", host));
        if (probability >= LearnedFilter.HoldFrom)
            reasons.AddRange(ExplainScore.Of(filter, text, features));
        return new(verdict, probability, reasons);
    }

    private static (string? Host, HostKind Kind) WorstHost(CommentText text)
    {
        var worst = ((string?)null, HostKind.Unknown);
        foreach (var link in text.Links)
        {
            var host = link.Host(text.Plain);
            if (KnownHosts.KindOf(host) is var kind && kind > worst.Item2)
                worst = (host.ToString(), kind);
        }
        return worst;
    }
}
