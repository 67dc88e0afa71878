namespace OnRecord.Attribution.CopyDesk.Names;

/// <summary>A name that a story spells two ways, such as <c>Lindqvist</c> and <c>Lindquist</c>, unless they may be two people.</summary>
internal static class NamesTwoWays
{
    /// <summary>How many names may share a key: beyond it a text is no news text.</summary>
    private const int Crowd = 8;

    /// <summary>How many near pairs are looked at.</summary>
    private const int Pairs = 300;

    public static IEnumerable<CopyNote> In(CopyText headline, CopyText deck, CopyText text)
    {
        var mentions = NameMention
            .In(text, headline: false)
            .Concat(NameMention.In(headline, headline: true))
            .ToLookup(mention => mention.Name);
        var elsewhere = NameMention.In(deck, headline: false).ToLookup(mention => mention.Name);
        var plain = text.Words.Where(word => !word.Capital).Select(word => word.Bare).ToHashSet();
        var names = mentions.Select(group => group.Key).Union(elsewhere.Select(group => group.Key));
        foreach (
            var (one, other) in Near([.. names.Where(name => !plain.Contains(name) && !KnownTwoWays.Knows(name))])
                .Take(Pairs)
        )
            if (
                Note(
                    [.. mentions[one]],
                    [.. mentions[other]],
                    [.. elsewhere[one]],
                    [.. elsewhere[other]],
                    text,
                    headline
                ) is
                { } note
            )
                yield return note;
    }

    private static IEnumerable<(string One, string Other)> Near(IReadOnlyList<string> names)
    {
        var keys = new Dictionary<string, List<string>>();
        var met = new HashSet<(string, string)>();
        foreach (var name in names)
        foreach (var key in NearSpelling.Keys(name))
        {
            if (!keys.TryGetValue(key, out var others))
                keys[key] = others = [];
            foreach (var other in others)
                if (NearSpelling.Is(name, other, endings: false) && met.Add((other, name)))
                    yield return (other, name);
            if (others.Count < Crowd)
                others.Add(name);
        }
    }

    private static CopyNote? Note(
        List<NameMention> ones,
        List<NameMention> others,
        List<NameMention> onesInDeck,
        List<NameMention> othersInDeck,
        CopyText text,
        CopyText headline
    )
    {
        if (!SameName([.. ones, .. onesInDeck], [.. others, .. othersInDeck]))
            return null;
        var rare = ones.Count < others.Count || others.Count == 0 ? ones : others;
        var usual = ReferenceEquals(rare, ones) ? others : ones;
        if (rare.Count == 0)
            return null;
        string Spelled(NameMention mention) => mention.Headline ? headline[mention.Span] : text[mention.Span];
        var here = rare[0];
        var there = usual.Count > 0 ? Spelled(usual[0]) : null;
        there ??= Capital((ReferenceEquals(rare, ones) ? othersInDeck : onesInDeck)[0].Name);
        Span? InText(NameMention? mention) => mention is { Headline: false } one ? one.Span : null;
        Span? InHeadline(NameMention? mention) => mention is { Headline: true } one ? one.Span : null;
        NameMention? second = usual.Count > 0 ? usual[0] : null;
        return new(
            CopyNoteKind.NameTwoWays,
            InText(here) ?? InText(second),
            InHeadline(here) ?? InHeadline(second),
            InText(here) is null ? null : InText(second),
            [Spelled(here), there]
        );
    }

    /// <summary>Whether two near spellings are one name: after the same first name; or before the same word for a house; or one of them bare and never
    /// introduced, while the other is; or one of them a single time among many of the other.</summary>
    private static bool SameName(List<NameMention> ones, List<NameMention> others)
    {
        var (firsts, otherFirsts) = (Distinct(ones, one => one.First), Distinct(others, one => one.First));
        if (firsts.Overlaps(otherFirsts))
            return true;
        if ((firsts.Count > 0 && otherFirsts.Count > 0) || !NearSpelling.Is(ones[0].Name, others[0].Name))
            return false;
        var (houses, otherHouses) = (Distinct(ones, one => one.House), Distinct(others, one => one.House));
        if (houses.Count + otherHouses.Count > 0)
            return houses.Overlaps(otherHouses);
        return firsts.Count + otherFirsts.Count > 0
            || (
                Math.Min(ones.Count, others.Count) == 1
                && Math.Max(ones.Count, others.Count) >= 3
                && Math.Min(ones[0].Name.Length, others[0].Name.Length) >= 7
            );
    }

    private static HashSet<string> Distinct(List<NameMention> mentions, Func<NameMention, string> part) =>
        [.. mentions.Select(part).Where(word => word.Length > 0)];

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
