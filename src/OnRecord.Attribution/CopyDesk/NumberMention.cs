namespace OnRecord.Attribution.CopyDesk;

/// <summary>A number of things to which one thing happened: how many were killed, how many jobs are cut.</summary>
/// <param name="Frame">The verb and the noun, as far as they tell one count from another.</param>
/// <param name="Value">The number.</param>
/// <param name="Loose">The word that makes it loose, such as <c>nearly</c>; empty where it is exact.</param>
/// <param name="Words">The number's first and last word, the loose word with it.</param>
/// <param name="Sentence">Its sentence.</param>
internal readonly record struct NumberMention(
    string Frame,
    double Value,
    string Loose,
    (int First, int Last) Words,
    int Sentence
)
{
    private static readonly Dictionary<string, string> Harm = new(
        from line in (string[])
            [
                "kill killed kills killing dead died deaths",
                "hurt injured injuring injures wounded wounding wounds",
                "arrest arrested arresting arrests detained detaining",
                "flee displaced displacing evacuated evacuating",
                "rescue rescued rescuing",
            ]
        let words = line.Split(' ')
        from word in words.Skip(1)
        select KeyValuePair.Create(word, words[0])
    );

    private static readonly HashSet<string> People = [.. "people persons lives others victims person".Split(' ')];

    private static readonly HashSet<string> LooseWords =
    [
        .. "nearly almost about around some roughly approximately over than least to under most".Split(' '),
    ];

    private static readonly HashSet<string> Between =
    [
        .. "more less fewer at up as many another other further of and or in on by for from with the a an to were was are is been be have has had not new per cent percent".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Irregular = [.. "people children men women police staff".Split(' ')];

    /// <summary>The counts of a text.</summary>
    public static IEnumerable<NumberMention> In(CopyText text)
    {
        for (var at = 0; at < text.Words.Count; at++)
        {
            if (NumberWords.At(text, at) is not { } number)
                continue;
            var next = at + number.Length;
            if (
                !Money(text, at)
                && !Partial(text, at, next)
                && LoosenedBy(text, at) is var (loose, first)
                && FrameOf(text, first, next) is { } frame
            )
                yield return new(
                    frame,
                    number.Value,
                    loose.Length == 0 && number.Round && text.At(next - 1) is "dozen" ? "about" : loose,
                    (first, next - 1),
                    text.Words[at].Sentence
                );
            at = next - 1;
        }
    }

    private static bool Money(CopyText text, int at)
    {
        var start = text.Words[at].Span.Start;
        return start > 0
            && (
                char.GetUnicodeCategory(text.Text[start - 1]) == System.Globalization.UnicodeCategory.CurrencySymbol
                || text.Text[start - 1] is '-' or '–'
            );
    }

    /// <summary>Whether the number is a part or an addition: <c>two of them</c>, <c>five more people</c>, <c>another nine</c>, <c>twenty percent</c>.</summary>
    private static bool Partial(CopyText text, int at, int next) =>
        text.At(next) is "of" or "more" or "other" or "others" or "percent" or "per"
        || text.At(at - 1) is "another" or "other" or "further" or "these" or "those" or "the"
        || (next < text.Words.Count && text.Text[text.Words[next - 1].Span.End] == '%');

    private static (string Loose, int First) LoosenedBy(CopyText text, int at)
    {
        var word = text.At(at - 1);
        if (at == 0 || !text.Words[at].Joined || !LooseWords.Contains(word))
            return ("", at);
        if (word is not ("than" or "least" or "to" or "most"))
            return (word, at - 1);
        return text.At(at - 2) is "more" or "less" or "fewer" or "at" or "up"
            ? (text.At(at - 2) + " " + word, at - 2)
            : ("", at);
    }

    private static string? FrameOf(CopyText text, int first, int next)
    {
        var noun = next < text.Words.Count && text.Words[next].Joined ? text.At(next) : "";
        var thing = People.Contains(noun) || Harm.ContainsKey(noun) || Between.Contains(noun) ? "" : noun;
        if (first > 0 && text.Words[first].Joined && Harm.TryGetValue(text.At(first - 1), out var harm))
            return noun.Length == 0 || thing.Length == 0 || Plural(noun) ? harm + " " + thing : null;
        if (Passive(text, next) is { } done && (thing.Length == 0 || Plural(noun)))
            return done + " " + thing;
        return first > 0 && text.Words[first].Joined && Plural(noun) && Verb(text, first - 1) is { } verb
            ? verb + " " + noun
            : null;
    }

    /// <summary>What was done to those counted: <c>107 dead</c>, <c>12 soldiers were wounded</c>.</summary>
    private static string? Passive(CopyText text, int next)
    {
        for (var at = next; at <= next + 4 && at < text.Words.Count && text.Words[at].Joined; at++)
            if (Harm.TryGetValue(text.At(at), out var harm))
                return harm;
            else if (
                at > next
                && text.At(at) is not ("were" or "was" or "have" or "had" or "been" or "are" or "being" or "has")
            )
                return null;
        return null;
    }

    private static string? Verb(CopyText text, int at)
    {
        var word = text.Words[at];
        if (word.Capital || word.Lower.Length < 4 || Between.Contains(word.Lower) || !char.IsLetter(word.Lower[0]))
            return null;
        return word.Lower.EndsWith("ing", StringComparison.Ordinal) ? word.Lower[..^3]
            : word.Lower.EndsWith("ed", StringComparison.Ordinal) ? word.Lower[..^2]
            : null;
    }

    private static bool Plural(string noun) =>
        Irregular.Contains(noun)
        || (
            noun.Length > 3
            && noun.EndsWith('s')
            && noun is not ("years" or "months" or "weeks" or "days" or "hours" or "minutes" or "times")
        );
}
