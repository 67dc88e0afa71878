using System.Text.RegularExpressions;

namespace OnRecord.Benchmarks;

/// <summary>How alike two texts are: bags of their runs of four words, as the article-extraction suite counts them.</summary>
internal static partial class Shingles
{
    private const int Size = 4;

    public static (double? Precision, double Recall) Score(string found, string gold)
    {
        var (ours, theirs) = (Bag(found), Bag(gold));
        var shared = ours.Sum(pair => Math.Min(pair.Value, theirs.GetValueOrDefault(pair.Key)));
        return (
            ours.Count == 0 ? null : (double)shared / ours.Values.Sum(),
            theirs.Count == 0 ? 1 : (double)shared / theirs.Values.Sum()
        );
    }

    /// <summary>The harmonic mean of the two averages; a page with nothing found counts 0 in recall and is left out of precision.</summary>
    public static (double Precision, double Recall, double F1) Average(
        IReadOnlyCollection<(double? Precision, double Recall)> pages
    )
    {
        var precision = pages.Select(page => page.Precision).OfType<double>().DefaultIfEmpty().Average();
        var recall = pages.Average(page => page.Recall);
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }

    private static Dictionary<string, int> Bag(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        if (words.Length == 0)
            return [];
        var shingles =
            words.Length < Size
                ? [string.Join(' ', words)]
                : Enumerable.Range(0, words.Length - Size + 1).Select(at => string.Join(' ', words[at..(at + Size)]));
        return shingles.CountBy(shingle => shingle).ToDictionary();
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
