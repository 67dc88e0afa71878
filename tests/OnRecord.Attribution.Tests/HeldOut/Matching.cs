namespace OnRecord.Attribution.Tests.HeldOut;

/// <summary>Which proposal is which statement of the gold: one to one, the best first.</summary>
/// <param name="Pairs">Proposals with the statement each is.</param>
/// <param name="Missed">Statements that nobody proposed.</param>
/// <param name="Extra">Proposals that are no statement of the gold.</param>
internal sealed record Matching(
    IReadOnlyList<(GoldAttribution Gold, Proposal Proposal)> Pairs,
    IReadOnlyList<GoldAttribution> Missed,
    IReadOnlyList<Proposal> Extra
)
{
    /// <summary>The figures. What is thought rather than said counts neither for nor against.</summary>
    public Score Score
    {
        get
        {
            var said = Pairs.Where(pair => pair.Gold.Speech).ToList();
            var asked = said.Where(pair => pair.Gold.Source.Count > 0).ToList();
            return new(
                said.Count,
                said.Count + Missed.Count(gold => gold.Speech),
                said.Count + Extra.Count,
                asked.Count,
                asked.Count(pair => SameSource(pair.Gold, pair.Proposal))
            );
        }
    }

    /// <summary>Matches the proposals for a text.</summary>
    public static Matching Of(GoldText text, IReadOnlyList<Proposal> proposals)
    {
        var words = Words(text.Text);
        var gold = text.Gold.Select(one => (Gold: one, Words: Within(words, one.Content))).ToList();
        var proposed = proposals.Select(one => (Proposal: one, Words: Within(words, one.Content))).ToList();
        var candidates =
            from one in gold
            from other in proposed
            let share = Share(one.Words, other.Words)
            where share >= 0.5
            orderby share descending
            select (one.Gold, other.Proposal);
        var pairs = new List<(GoldAttribution, Proposal)>();
        var taken = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (one, other) in candidates)
            if (!taken.Contains(one) && !taken.Contains(other))
            {
                taken.Add(one);
                taken.Add(other);
                pairs.Add((one, other));
            }
        var thought = gold.Where(one => !one.Gold.Speech).ToList();
        return new(
            pairs,
            [.. text.Gold.Where(one => !taken.Contains(one))],
            [
                .. proposed
                    .Where(one => !taken.Contains(one.Proposal))
                    .Where(one => !thought.Any(other => Share(one.Words, other.Words) >= 0.5))
                    .Select(one => one.Proposal),
            ]
        );
    }

    /// <summary>Whether the proposal's source is the one that the gold names, by its place or by its name.</summary>
    public static bool SameSource(GoldAttribution gold, Proposal proposal) =>
        (proposal.Source is { } source && gold.Source.Any(span => span.Start < source.End && source.Start < span.End))
        || (gold.Name is { } name && proposal.SourceName is { } found && Plain(name) == Plain(found));

    private static string Plain(string name)
    {
        var plain = name.Trim().ToUpperInvariant();
        foreach (var article in (string[])["THE ", "A ", "AN "])
            if (plain.StartsWith(article, StringComparison.Ordinal))
                return plain[article.Length..];
        return plain;
    }

    private static double Share(HashSet<int> one, HashSet<int> other)
    {
        var longer = Math.Max(one.Count, other.Count);
        return longer == 0 ? 0 : (double)one.Count(other.Contains) / longer;
    }

    private static List<Span> Words(string text)
    {
        var words = new List<Span>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > start)
                words.Add(new(start, at));
        }
        return words;
    }

    private static HashSet<int> Within(List<Span> words, IEnumerable<Span> spans) =>
        [
            .. from span in spans
            from word in words
            where word.Start >= span.Start && word.End <= span.End
            select word.Start,
        ];
}
