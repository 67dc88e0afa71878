namespace OnRecord.Comments.Judging;

internal enum Verdict
{
    Publish,
    Hold,
    Reject,
}

/// <summary>Why, as a key of JudgingWords with what it is filled with.</summary>
internal sealed record Reason(string Key, params IReadOnlyList<string> Values)
{
    public bool Equals(Reason? other) => other is not null && Key == other.Key && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Key, Values.Count);
}

/// <summary>What a comment's text deserves, how likely it is spam (0 to 1), and the strongest reasons. None where nothing speaks against it.</summary>
internal readonly record struct Judgment(Verdict Verdict, double Score, IReadOnlyList<Reason> Reasons);
