namespace OnRecord.Attribution.CopyDesk;

/// <summary>Numbers for one thing that differ, such as <c>killed nearly three dozen</c> and <c>killed thirty-five</c>.</summary>
internal static class NumbersThatDiffer
{
    /// <summary>How near two counts must be to be of one thing rather than of two.</summary>
    private const double Near = 0.75;

    /// <summary>Smaller counts are too often of different things.</summary>
    private const double Few = 10;

    public static IEnumerable<CopyNote> In(CopyText text, IReadOnlyList<Proposal> proposals)
    {
        var years = Years(text);
        var speakers = new Speakers(proposals);
        foreach (var counts in NumberMention.In(text).GroupBy(mention => mention.Frame))
        {
            var first = counts.First();
            foreach (var other in counts.Skip(1).Where(other => Differ(first, other)))
            {
                var (here, there) = (Words(text, other), Words(text, first));
                if (SameYear(years, first, other) && SameSpeaker(speakers, here, there))
                {
                    yield return new(CopyNoteKind.NumbersDiffer, here, null, there, [text[here], text[there]]);
                    break;
                }
            }
        }
    }

    private static Span Words(CopyText text, NumberMention mention) =>
        text.Between(mention.Words.First, mention.Words.Last);

    private static bool Differ(NumberMention one, NumberMention other) =>
        one.Sentence != other.Sentence
        && one.Value != other.Value
        && Math.Max(one.Value, other.Value) >= Few
        && Math.Min(one.Value, other.Value) / Math.Max(one.Value, other.Value) >= Near
        && !Allows(one, other)
        && !Allows(other, one);

    /// <summary>Whether a count that is only a bound, such as <c>more than 200</c>, leaves room for the other.</summary>
    private static bool Allows(NumberMention bound, NumberMention count) =>
        bound.Loose switch
        {
            "more than" or "at least" or "over" or "some" => count.Value >= bound.Value,
            "less than" or "fewer than" or "up to" or "at most" or "under" => count.Value <= bound.Value,
            _ => false,
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
    private static bool SameSpeaker(Speakers speakers, Span one, Span other) =>
        speakers.Of(one) is not { } speaker || speakers.Of(other) is not { } second || speaker == second;
}
