using OnRecord.Attribution.CopyDesk.Numbers;

namespace OnRecord.Attribution.CopyDesk;

/// <summary>A relative date that tells a later reader nothing, such as <c>two weeks ago</c>, where its sentence names no day. The loose ones, such as
/// <c>last week</c>, are noted once in a story, and not where it is dated above.</summary>
internal static class RelativeDates
{
    private static readonly HashSet<string> Months =
    [
        .. "january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Days =
    [
        .. "monday tuesday wednesday thursday friday saturday sunday".Split(' '),
    ];

    public static IEnumerable<CopyNote> In(CopyText text)
    {
        HashSet<int>? dated = null;
        var loose = false;
        for (var at = 0; at < text.Words.Count; at++)
        {
            if (text.Words[at].Quoted || (Counted(text, at) ?? Loose(text, at)) is not { } length)
                continue;
            dated ??= Dated(text);
            var span = text.Between(at, at + length - 1);
            var counted = text.At(at + length - 1) == "ago";
            if (!dated.Contains(text.Words[at].Sentence) && (counted || !(loose || HasDateLine(text))))
                yield return new(CopyNoteKind.RelativeDate, span, null, null, [text[span]]);
            loose |= !counted;
            at += length - 1;
        }
    }

    /// <summary>How many words there are in <c>two weeks ago</c>, where that begins here.</summary>
    private static int? Counted(CopyText text, int at)
    {
        if (text.At(at) == "a" && text.At(at + 1) is "week" or "fortnight" or "month" && text.At(at + 2) == "ago")
            return 3;
        if (text.At(at) is "few" or "several" && text.At(at + 1) is "days" or "weeks" && text.At(at + 2) == "ago")
            return 3;
        return
            NumberWords.At(text, at) is { Value: < 60 } number
            && text.At(at + number.Length) is "day" or "days" or "week" or "weeks" or "month" or "months"
            && text.At(at + number.Length + 1) == "ago"
            ? number.Length + 2
            : null;
    }

    /// <summary>How many words there are in <c>last week</c> or its like, where that begins here.</summary>
    private static int? Loose(CopyText text, int at) =>
        (text.At(at - 1), text.At(at), text.At(at + 1), text.At(at + 2)) switch
        {
            ("the" or "of" or "'s", _, _, _) => null,
            (_, "yesterday" or "tomorrow", _, _) => 1,
            (_, "last" or "next", "week", not ("of" or "in")) => 2,
            (_, "last" or "next", { } day, _) when Days.Contains(day) => 2,
            (_, "last", "night", _) => 2,
            (_, "earlier" or "later", "this", "week") => 3,
            _ => null,
        };

    /// <summary>Whether the story says on a line of its own near its top which day it is of.</summary>
    private static bool HasDateLine(CopyText text) =>
        text
            .Words.Index()
            .TakeWhile(word => word.Item.Paragraph < 4 && word.Index < 100)
            .Any(word =>
                word.Item.Capital
                && Months.Contains(word.Item.Lower)
                && (IsYear(text.At(word.Index + 1)) || IsYear(text.At(word.Index + 2)))
            );

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

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit);
}
