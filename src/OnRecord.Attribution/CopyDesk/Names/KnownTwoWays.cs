namespace OnRecord.Attribution.CopyDesk.Names;

/// <summary>A title or a well-known name that a story spells two ways, such as <c>Adviser</c> and <c>Advisor</c>, <c>Kyiv</c> and <c>Kiev</c>.</summary>
internal static class KnownTwoWays
{
    private static readonly string[] Titles =
    [
        "adviser|advisor",
        "advisers|advisors",
        "councillor|councilor",
        "councillors|councilors",
        "counsellor|counselor",
        "counsellors|counselors",
        "convener|convenor",
        "protester|protestor",
        "protesters|protestors",
        "cofounder|co-founder",
        "vice-president|vice president",
        "vice-chancellor|vice chancellor",
        "vice-chairman|vice chairman",
        "attorney-general|attorney general",
        "secretary-general|secretary general",
        "director-general|director general",
        "governor-general|governor general",
        "surgeon-general|surgeon general",
        "solicitor-general|solicitor general",
        "major-general|major general",
    ];

    private static readonly string[] Names =
    [
        "kyiv|kiev",
        "kharkiv|kharkov",
        "lviv|lvov",
        "odesa|odessa",
        "chornobyl|chernobyl",
        "zelensky|zelenskyy|zelenskiy",
        "lukashenko|lukashenka",
        "macau|macao",
        "quran|koran",
        "hezbollah|hizbollah|hizbullah",
        "qaeda|qaida",
        "gaddafi|qaddafi|kadafi",
        "houthi|huthi",
        "houthis|huthis",
    ];

    private static readonly Dictionary<string, (int Title, int Way)> Ways = new(
        from title in Titles.Concat(Names).Index()
        from way in title.Item.Split('|').Index()
        select KeyValuePair.Create(way.Item, (title.Index, way.Index))
    );

    private static readonly HashSet<string> Firsts = [.. Ways.Keys.Select(way => way.Split('-', ' ')[0])];

    /// <summary>Whether a word in lower case is in the list.</summary>
    public static bool Knows(string word) => Ways.ContainsKey(word);

    public static IEnumerable<CopyNote> In(CopyText text)
    {
        var seen = new Dictionary<int, (int Way, Span Span)>();
        var noted = new HashSet<int>();
        for (var at = 0; at < text.Words.Count; at++)
        {
            if (
                text.Words[at].Quoted
                || !Firsts.Contains(text.Words[at].Bare)
                || (Way(text, at, 2) ?? Way(text, at, 1)) is not { } found
            )
                continue;
            if (seen.TryAdd(found.Title, (found.Way, found.Span)))
                continue;
            var (way, other) = seen[found.Title];
            if (way != found.Way && noted.Add(found.Title))
                yield return new(
                    found.Title < Titles.Length ? CopyNoteKind.TitleTwoWays : CopyNoteKind.NameTwoWays,
                    found.Span,
                    null,
                    other,
                    [text[found.Span], text[other]]
                );
        }
    }

    private static (int Title, int Way, Span Span)? Way(CopyText text, int at, int length)
    {
        var last = at + length - 1;
        if (last >= text.Words.Count || (length == 2 && !text.Words[last].Joined))
            return null;
        var span = new Span(text.Words[at].Span.Start, text.Words[last].Span.Start + text.Words[last].Bare.Length);
        return
            Ways.TryGetValue(text[span].ToLowerInvariant(), out var way)
            && (way.Title < Titles.Length || text.Words[at].Capital)
            ? (way.Title, way.Way, span)
            : null;
    }
}
