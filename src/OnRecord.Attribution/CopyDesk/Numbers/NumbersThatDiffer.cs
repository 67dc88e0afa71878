namespace OnRecord.Attribution.CopyDesk.Numbers;

/// <summary>Numbers for one thing that differ, such as <c>killed nearly three dozen</c> and <c>killed thirty-five</c>.</summary>
internal static class NumbersThatDiffer
{
    /// <summary>How near two counts must be to be of one thing rather than of two.</summary>
    private const double Near = 0.75;

    /// <summary>Smaller counts are too often of different things.</summary>
    private const double Few = 10;

    /// <summary>A headline's count of the dead must be right however small it is.</summary>
    private const double NearOfDeaths = 0.6;

    /// <summary>How many counts in one frame are looked at: beyond it a text lists things.</summary>
    private const int Crowd = 8;

    public static IEnumerable<CopyNote> In(CopyText headline, CopyText text, IReadOnlyList<Proposal> proposals)
    {
        var years = Years(text);
        var speakers = new Speakers(proposals);
        var top = NumberMention.In(headline).Select(mention => mention with { Sentence = -1 });
        foreach (var frame in top.Concat(NumberMention.In(text)).GroupBy(mention => mention.Frame))
        {
            var counts = WithoutSharedHeadline([.. frame]);
            var first = counts[0];
            foreach (var other in counts.Skip(1).Take(Crowd))
                if (
                    Differ(first, other)
                    && (first.Sentence < 0 || (SameYear(years, first, other) && SameSpeaker(speakers, first, other)))
                )
                {
                    yield return Note(headline, text, first, other);
                    break;
                }
        }
    }

    /// <summary>A headline's number that the text has too is left out: what differs then differs within the text.</summary>
    private static List<NumberMention> WithoutSharedHeadline(List<NumberMention> counts) =>
        counts[0].Sentence < 0 && counts.Skip(1).Any(other => other.Value == counts[0].Value) ? counts[1..] : counts;

    private static CopyNote Note(CopyText headline, CopyText text, NumberMention first, NumberMention other) =>
        first.Sentence < 0
            ? new(
                CopyNoteKind.NumbersDiffer,
                other.Words,
                first.Words,
                null,
                [text[other.Words], headline[first.Words]]
            )
            : new(CopyNoteKind.NumbersDiffer, other.Words, null, first.Words, [text[other.Words], text[first.Words]]);

    private static bool OfDeaths(NumberMention mention) => mention.Sentence < 0 && mention.Frame == "kill ";

    private static bool Differ(NumberMention one, NumberMention other) =>
        one.Sentence != other.Sentence
        && one.Value != other.Value
        && Math.Max(one.Value, other.Value) >= (OfDeaths(one) ? 2 : Few)
        && Math.Min(one.Value, other.Value) / Math.Max(one.Value, other.Value) >= (OfDeaths(one) ? NearOfDeaths : Near)
        && !Allows(one, other)
        && !Allows(other, one);

    /// <summary>Whether a count that is only a bound, such as <c>more than 200</c>, leaves room for the other.</summary>
    private static bool Allows(NumberMention bound, NumberMention count) =>
        bound.Loose switch
        {
            "more than" or "at least" or "over" or "some" => count.Value >= bound.Value,
            "less than" or "fewer than" or "up to" or "at most" or "under" => count.Value <= bound.Value,
            "" => false,
            _ => bound.Frame.EndsWith(" money", StringComparison.Ordinal),
        };

    private static Dictionary<int, string> Years(CopyText text)
    {
        var years = new Dictionary<int, string>();
        foreach (var word in text.Words)
            if (word.Lower.Length == 4 && word.Lower.All(char.IsAsciiDigit) && word.Lower[0] is '1' or '2')
                years.TryAdd(word.Sentence, word.Lower);
        return years;
    }

    private static bool SameYear(Dictionary<int, string> years, NumberMention one, NumberMention other) =>
        years.GetValueOrDefault(one.Sentence) == years.GetValueOrDefault(other.Sentence);

    /// <summary>Two people may count differently, and a story may say so.</summary>
    private static bool SameSpeaker(Speakers speakers, NumberMention one, NumberMention other) =>
        speakers.Of(one.Words) is not { } speaker || speakers.Of(other.Words) is not { } second || speaker == second;
}
