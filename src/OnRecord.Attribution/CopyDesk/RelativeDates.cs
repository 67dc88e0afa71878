namespace OnRecord.Attribution.CopyDesk;

/// <summary>A relative date that tells a later reader nothing, such as <c>two weeks ago</c>, where its sentence names no day.</summary>
internal static class RelativeDates
{
    private static readonly HashSet<string> Months =
    [
        .. "january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec".Split(
            ' '
        ),
    ];

    public static IEnumerable<CopyNote> In(CopyText text)
    {
        var words = text.Words;
        HashSet<int>? dated = null;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Quoted || Expression(text, at) is not { } length)
                continue;
            dated ??= Dated(text);
            var span = text.Between(at, at + length - 1);
            if (!dated.Contains(words[at].Sentence))
                yield return new(CopyNoteKind.RelativeDate, span, null, null, [text[span]]);
            at += length - 1;
        }
    }

    /// <summary>How many words a relative date that begins here has.</summary>
    private static int? Expression(CopyText text, int at)
    {
        if (text.At(at) == "a" && text.At(at + 1) is "week" or "fortnight" && text.At(at + 2) == "ago")
            return 3;
        return
            NumberWords.At(text, at) is { Value: < 60 } number
            && text.At(at + number.Length) is "day" or "days" or "week" or "weeks"
            && text.At(at + number.Length + 1) == "ago"
            ? number.Length + 2
            : null;
    }

    /// <summary>The sentences that name a day.</summary>
    private static HashSet<int> Dated(CopyText text) =>
        [
            .. text
                .Words.Index()
                .Where(word =>
                    word.Item.Capital
                    && Months.Contains(word.Item.Lower)
                    && (IsDay(text.At(word.Index - 1)) || IsDay(text.At(word.Index + 1)))
                )
                .Select(word => word.Item.Sentence),
        ];

    private static bool IsDay(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);
}
