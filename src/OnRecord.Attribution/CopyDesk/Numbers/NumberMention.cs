using System.Globalization;

namespace OnRecord.Attribution.CopyDesk.Numbers;

/// <summary>A number of things to which one thing happened: how many were killed, how many jobs are cut, how old somebody is.</summary>
/// <param name="Frame">The verb and the noun, as far as they tell one count from another.</param>
/// <param name="Value">The number.</param>
/// <param name="Loose">The words that make it loose, such as <c>nearly</c>; empty where it is exact.</param>
/// <param name="Words">Where it stands, the loose words with it.</param>
/// <param name="Sentence">Its sentence; below zero where it stands in the headline.</param>
internal readonly record struct NumberMention(string Frame, double Value, string Loose, Span Words, int Sentence)
{
    private static readonly HashSet<string> LooseWords =
    [
        .. "nearly almost about around some roughly approximately over than least to under most".Split(' '),
    ];

    /// <summary>The counts of a text.</summary>
    public static IEnumerable<NumberMention> In(CopyText text)
    {
        for (var at = 0; at < text.Words.Count; at++)
        {
            if (NumberWords.At(text, at) is not { } number)
                continue;
            var next = at + number.Length;
            var (loose, first) = LoosenedBy(text, at);
            if (!Partial(text, at, next) && CountFrame.Of(text, first, at, next) is { } frame)
                yield return new(
                    frame,
                    number.Value,
                    loose.Length == 0 && text.At(next - 1) is "dozen" ? "about" : loose,
                    WithCurrency(text, text.Between(first, next - 1)),
                    text.Words[at].Sentence
                );
            at = next - 1;
        }
    }

    /// <summary>Whether the number is a part or an addition: <c>two of them</c>, <c>five more people</c>, <c>another nine</c>, <c>twenty percent</c>.</summary>
    private static bool Partial(CopyText text, int at, int next) =>
        text.At(next) is not "year"
        && (
            text.At(next) is "of" or "more" or "other" or "others" or "percent" or "per"
            || text.At(at - 1) is "another" or "other" or "further" or "these" or "those" or "the"
            || Sign(text, text.Words[next - 1].Span.End) is '%'
            || Sign(text, text.Words[at].Span.Start - 1) is '-' or '–'
        );

    private static (string Loose, int First) LoosenedBy(CopyText text, int at)
    {
        var word = text.At(at - 1);
        var joined = text.Words[at].Joined || CountFrame.IsMoney(text, at);
        if (at == 0 || !joined || !LooseWords.Contains(word))
            return ("", at);
        if (word is not ("than" or "least" or "to" or "most"))
            return (word, at - 1);
        return text.At(at - 2) is "more" or "less" or "fewer" or "at" or "up"
            ? (text.At(at - 2) + " " + word, at - 2)
            : ("", at);
    }

    private static Span WithCurrency(CopyText text, Span span) =>
        span.Start > 0 && char.GetUnicodeCategory(text.Text[span.Start - 1]) == UnicodeCategory.CurrencySymbol
            ? span with
            {
                Start = span.Start - 1,
            }
            : span;

    private static char Sign(CopyText text, int at) => at >= 0 && at < text.Text.Length ? text.Text[at] : ' ';
}
