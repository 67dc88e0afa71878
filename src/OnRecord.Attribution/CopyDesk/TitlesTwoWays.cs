namespace OnRecord.Attribution.CopyDesk;

/// <summary>A title that a story spells two ways, such as <c>Adviser</c> and <c>Advisor</c>.</summary>
internal static class TitlesTwoWays
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

    private static readonly Dictionary<string, (int Title, int Way)> Ways = new(
        from title in Titles.Index()
        from way in title.Item.Split('|').Index()
        select KeyValuePair.Create(way.Item, (title.Index, way.Index))
    );

    public static IEnumerable<CopyNote> In(CopyText text)
    {
        var seen = new Dictionary<int, Span?[]>();
        for (var at = 0; at < text.Words.Count; at++)
            if (!text.Words[at].Quoted && (Way(text, at, 2) ?? Way(text, at, 1)) is { } found)
            {
                var spans = seen.TryGetValue(found.Title, out var known) ? known : seen[found.Title] = new Span?[3];
                spans[found.Way] ??= found.Span;
                if (spans[1 - found.Way] is not { } other || spans[2] is not null)
                    continue;
                spans[2] = found.Span;
                yield return new(CopyNoteKind.TitleTwoWays, found.Span, null, other, [text[found.Span], text[other]]);
            }
    }

    private static (int Title, int Way, Span Span)? Way(CopyText text, int at, int length)
    {
        var last = at + length - 1;
        if (last >= text.Words.Count || (length == 2 && !text.Words[last].Joined))
            return null;
        var span =
            length == 1
                ? new(text.Words[at].Span.Start, text.Words[at].Span.Start + text.Words[at].Bare.Length)
                : new Span(text.Words[at].Span.Start, text.Words[last].Span.Start + text.Words[last].Bare.Length);
        return Ways.TryGetValue(text[span].ToLowerInvariant(), out var way) ? (way.Title, way.Way, span) : null;
    }
}
