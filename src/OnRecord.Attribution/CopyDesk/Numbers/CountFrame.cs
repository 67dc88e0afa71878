using System.Globalization;

namespace OnRecord.Attribution.CopyDesk.Numbers;

/// <summary>What a number counts: the verb and the noun beside it, so far as they tell one count from another.</summary>
internal static class CountFrame
{
    private static readonly Dictionary<string, string> Harm = new(
        from line in (string[])
            [
                "kill killed kills killing dead died deaths",
                "hurt injured injuring injures wounded wounding wounds",
                "arrest arrested arresting arrests detained detaining",
                "flee displaced displacing evacuated evacuating",
                "rescue rescued rescuing",
                "miss missing",
            ]
        let words = line.Split(' ')
        from word in words.Skip(1)
        select KeyValuePair.Create(word, words[0])
    );

    private static readonly HashSet<string> People = [.. "people persons lives others victims person".Split(' ')];

    /// <summary>Plurals without an s, and those that are no things.</summary>
    private static readonly HashSet<string> Irregular = [.. "people children men women police staff".Split(' ')];

    private static readonly HashSet<string> Spans =
    [
        .. "years months weeks days hours minutes seconds times points goals miles metres meters kilometres kilometers feet inches degrees pages votes yards games matches runs laps others cents percents".Split(
            ' '
        ),
    ];

    /// <summary>Words that are neither a verb nor a thing counted.</summary>
    private static readonly HashSet<string> Empty =
    [
        .. (
            "more less fewer many another other further with from into than that this were been have will would could should which when where "
            + "what while after before between during until since within including there they them their these those only just even "
            + "first last next past each every both than also then over under about around nearly almost some roughly approximately least most "
            + "and the for not was are has had but who all out its his her our your per cent percent new old top some such total number"
        ).Split(' '),
    ];

    private static readonly Dictionary<string, string> Irregulars = new()
    {
        ["lost"] = "lose",
        ["left"] = "leave",
        ["built"] = "build",
        ["sold"] = "sell",
        ["held"] = "hold",
        ["bought"] = "buy",
        ["sent"] = "send",
        ["took"] = "take",
        ["drew"] = "draw",
        ["drawn"] = "draw",
        ["spent"] = "spend",
        ["paid"] = "pay",
        ["made"] = "make",
    };

    /// <summary>The frame of a number; null where nothing tells what it counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The number's first word, that which makes it loose with it.</param>
    /// <param name="at">The number itself.</param>
    /// <param name="next">The word after it.</param>
    public static string? Of(CopyText text, int first, int at, int next)
    {
        if (IsMoney(text, at))
            return Verb(text, first - 1) is { } spent ? spent + " money" : null;
        if (Age(text, at, next) is { } age)
            return age;
        var noun = Follows(text, next) ? text.At(next) : "";
        var thing = People.Contains(noun) || Harm.ContainsKey(noun) || !Plural(noun) ? "" : noun;
        var closed =
            noun.Length == 0
            || thing.Length > 0
            || People.Contains(noun)
            || Harm.ContainsKey(noun)
            || Empty.Contains(noun)
            || noun.Length < 4;
        if (!closed)
            return null;
        if (Follows(text, first) && Harm.TryGetValue(text.At(first - 1), out var harm))
            return harm + " " + thing;
        if (Passive(text, next) is { } done)
            return done + " " + thing;
        if (!Plural(noun))
            return null;
        if (Follows(text, first) && Verb(text, first - 1) is { } verb)
            return verb + " " + noun;
        return
            Follows(text, next + 1)
            && text.At(next + 1).EndsWith("ed", StringComparison.Ordinal)
            && Verb(text, next + 1) is { } did
            ? noun + " " + did
            : null;
    }

    /// <summary>Whether a sign of currency stands before a word.</summary>
    public static bool IsMoney(CopyText text, int at)
    {
        var start = text.Words[at].Span.Start;
        return start > 0 && char.GetUnicodeCategory(text.Text[start - 1]) == UnicodeCategory.CurrencySymbol;
    }

    private static bool Follows(CopyText text, int at) => at > 0 && at < text.Words.Count && text.Words[at].Joined;

    /// <summary>Whose age it is: <c>Alder, 58, denies</c>, <c>58-year-old Dennis Alder</c>.</summary>
    private static string? Age(CopyText text, int at, int next)
    {
        if (text.At(next) == "year" && text.At(next + 1) == "old")
        {
            var last = next + 2;
            while (
                last + 1 < text.Words.Count
                && last < next + 4
                && text.Words[last + 1] is { Capital: true, Joined: true }
            )
                last++;
            return last < text.Words.Count && text.Words[last] is { Capital: true, Joined: true } name
                ? "age " + name.Bare
                : null;
        }
        if (at == 0 || next != at + 1 || !text.Words[at - 1].Capital || text.At(at).Length != 2)
            return null;
        var (before, after) = (text.Words[at - 1].Span.End, text.Words[at].Span.End);
        return text.Text.AsSpan(before).StartsWith(", ") && after < text.Text.Length && text.Text[after] is ',' or '.'
            ? "age " + text.Words[at - 1].Bare
            : null;
    }

    /// <summary>What was done to those counted: <c>107 dead</c>, <c>12 soldiers were wounded</c>.</summary>
    private static string? Passive(CopyText text, int next)
    {
        for (var at = next; at <= next + 4 && Follows(text, at); at++)
            if (Harm.TryGetValue(text.At(at), out var harm))
                return harm;
            else if (
                at > next
                && text.At(at)
                    is not ("were" or "was" or "have" or "had" or "been" or "are" or "being" or "has" or "still")
            )
                return null;
        return null;
    }

    private static string? Verb(CopyText text, int at)
    {
        if (at < 0 || (text.Words[at].Capital && !text.Words[at].Opens))
            return null;
        var word = text.Words[at].Lower;
        if (word.Length < 3 || Empty.Contains(word) || !char.IsLetter(word[0]))
            return null;
        if (word.EndsWith("ied", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        foreach (var ending in (string[])["ing", "ed", "es", "s", "e"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return Doubled(word[..^ending.Length]);
        return Irregulars.GetValueOrDefault(word, word);
    }

    private static string Doubled(string stem) => stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;

    private static bool Plural(string noun) =>
        Irregular.Contains(noun)
        || (noun.Length > 3 && noun.EndsWith('s') && !Spans.Contains(noun) && !Empty.Contains(noun));
}
