namespace OnRecord.Comments.Judging;

/// <summary>Why the filter takes a comment for spam, in a form a moderator understands: the strongest words and signs, strongest first.</summary>
internal static class ExplainScore
{
    private const int MostWords = 4;
    private const int MostReasons = 4;
    private const float LeastOfSign = 0.25f;
    private const float LeastOfWord = 0.08f;

    public static IReadOnlyList<Reason> Of(LearnedFilter filter, CommentText text, FeatureList features)
    {
        var found = new List<(float Weight, Reason Reason)>();
        var own = filter.OwnScore(features);
        if (own > 1)
            found.Add((own, new("OwnDecisions")));
        if (Words(filter, text, features) is { } words)
            found.Add(words);
        found.AddRange(Seen(filter, text, features));
        return found.Count == 0
            ? [new("Whole")]
            : [.. found.OrderByDescending(one => one.Weight).Take(MostReasons).Select(one => one.Reason)];
    }

    private static (float, Reason)? Words(LearnedFilter filter, CommentText text, FeatureList features)
    {
        var weights = new float[text.Count];
        for (var at = 0; at < features.Count; at++)
        {
            if (features.TextToken[at] < weights.Length)
                weights[features.TextToken[at]] += filter.TextWeight(features, at);
        }
        var strongest = Enumerable
            .Range(0, weights.Length)
            .Where(at => weights[at] > LeastOfWord && !text[at].IsNumber && text[at].Length > 1)
            .OrderByDescending(at => weights[at])
            .Select(at => (Weight: weights[at], Word: Shown(text, at)))
            .DistinctBy(one => one.Word, StringComparer.OrdinalIgnoreCase)
            .Take(MostWords)
            .ToList();
        return strongest.Count == 0
            ? null
            : (strongest.Sum(one => one.Weight), new("Words", string.Join(", ", strongest.Select(one => one.Word))));
    }

    private static string Shown(CommentText text, int at) =>
        text[at].Link >= 0 ? text.Links[text[at].Link].Host(text.Plain).ToString() : text.Word(at).ToString();

    private static IEnumerable<(float, Reason)> Seen(LearnedFilter filter, CommentText text, FeatureList features)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var sign in features.Dense)
        {
            if (Key(sign) is { } key)
                weights[key] = weights.GetValueOrDefault(key) + filter.SignWeight(sign);
        }
        return weights
            .Where(one => one.Value > LeastOfSign)
            .Select(one => (one.Value, one.Key == "Links" ? Links(text.Links.Count) : new Reason(one.Key)));
    }

    private static Reason Links(int count) =>
        new(count == 1 ? "OneLink" : "ManyLinks", [.. count == 1 ? (string[])[] : [$"{count}"]]);

    // Of pairs of kinds the second says what is asked for; what is not to be told to a person has no key.
    private static string? Key(int sign) =>
        sign < Signs.Count ? Key((Sign)sign)
        : sign < Signs.Count + WordKinds.Count ? Key((WordKind)(sign - Signs.Count))
        : Key((WordKind)((sign - Signs.Count - WordKinds.Count) % WordKinds.Count));

    private static string? Key(Sign sign) =>
        sign switch
        {
            Sign.Link or Sign.Links or Sign.ManyLinks => "Links",
            Sign.OnlyLink => "OnlyLink",
            Sign.ShortPath or Sign.NetworkHost => "Profile",
            Sign.Referral or Sign.LongQuery => "Referral",
            Sign.HiddenLink => "HiddenLink",
            Sign.RaisingHost => "Raising",
            Sign.TradeHost => "Trade",
            Sign.Phone or Sign.ShortCode => "Phone",
            Sign.Mail => "Mail",
            Sign.Sum => "Sum",
            Sign.Shouting or Sign.SomeCapitals => "Shouting",
            Sign.Exclamations or Sign.Stretched or Sign.SameWords => "Repeats",
            Sign.Emoji or Sign.ManyEmoji or Sign.Arrows => "Emoji",
            Sign.MixedScripts or Sign.ZeroWidth or Sign.Dressed or Sign.SpacedLetters => "Disguise",
            Sign.Digits => "Digits",
            _ => null,
        };

    private static string? Key(WordKind kind) =>
        kind switch
        {
            WordKind.Subscribe => "AsksSubscribe",
            WordKind.Look or WordKind.Act or WordKind.Work or WordKind.Place or WordKind.Begin => "AsksLook",
            WordKind.Buy or WordKind.Ours => "Sells",
            WordKind.Reach => "AsksReach",
            WordKind.Money => "Money",
            WordKind.Win => "Prize",
            WordKind.Adult => "Adult",
            WordKind.Cure => "Cure",
            WordKind.Gamble => "Gamble",
            _ => null,
        };
}
