using System.Globalization;

namespace OnRecord.Attribution.CopyDesk.Numbers;

/// <summary>A number as it stands in a text.</summary>
/// <param name="Value">What it comes to.</param>
/// <param name="Length">How many words it has.</param>
/// <param name="Round">Whether it is one of those that are said loosely: dozens, hundreds.</param>
internal readonly record struct NumberWords(double Value, int Length, bool Round)
{
    private static readonly Dictionary<string, int> Small = new(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
            .Split(' ')
            .Select((word, value) => KeyValuePair.Create(word, value))
            .Concat(
                "twenty thirty forty fifty sixty seventy eighty ninety"
                    .Split(' ')
                    .Select((word, place) => KeyValuePair.Create(word, (place + 2) * 10))
            )
    );

    private static readonly Dictionary<string, double> Scales = new()
    {
        ["dozen"] = 12,
        ["score"] = 20,
        ["hundred"] = 100,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
    };

    /// <summary>The number that begins at a word; null where none does.</summary>
    public static NumberWords? At(CopyText text, int at)
    {
        if (Simple(text, at) is not { } first)
            return null;
        var (value, length) = first;
        var round = false;
        while (length < 6 && Joined(text, at + length) && Scales.TryGetValue(text.At(at + length), out var scale))
        {
            value *= scale;
            length++;
            round = true;
            var and = text.At(at + length) == "and" ? 1 : 0;
            if (
                scale < 100
                || !Joined(text, at + length + and)
                || Simple(text, at + length + and) is not { } rest
                || rest.Value >= scale
            )
                continue;
            value += rest.Value;
            length += and + rest.Length;
            round = false;
        }
        return new(value, length, round);
    }

    private static (double Value, int Length)? Simple(CopyText text, int at)
    {
        var word = text.At(at);
        if (word.Length == 0)
            return null;
        if (char.IsAsciiDigit(word[0]))
            return
                word.Length <= 15
                && double.TryParse(
                    word,
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                    CultureInfo.InvariantCulture,
                    out var digits
                )
                ? (digits, 1)
                : null;
        if (word == "a" && Scales.ContainsKey(text.At(at + 1)))
            return (1, 1);
        if (!Small.TryGetValue(word, out var value))
            return null;
        return
            value >= 20
            && Joined(text, at + 1)
            && Small.TryGetValue(text.At(at + 1), out var unit)
            && unit is > 0 and < 10
            ? (value + unit, 2)
            : (value, 1);
    }

    private static bool Joined(CopyText text, int at) => at < text.Words.Count && text.Words[at].Joined;
}
