using System.Globalization;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>Orders what was found: a word in the headline before one in passing, a rare word before a common one, the newer before the older.</summary>
internal static class Ranking
{
    /// <summary>Only the rarest words of a question move a story; the others are in every one of them.</summary>
    private const int WordsThatCount = 5;

    private const int InHead = 7;
    private const int Beside = 3;
    private const int AsWritten = 2;

    /// <summary>What a story about the word is worth against one that names it: as much as this many days.</summary>
    private const int Days = 900;

    /// <param name="places">What was found.</param>
    /// <param name="weights">Of each word, as <see cref="Meaning.Weight"/> gave it when the first page was made.</param>
    public static async Task<List<Ranked>> Of(
        OnRecordDb db,
        ISearchIndex index,
        IReadOnlyList<Meaning> words,
        Wanted wanted,
        List<long> places,
        IReadOnlyList<int> weights,
        CancellationToken stop
    )
    {
        var points = places.ToDictionary(place => place, _ => 0);
        var counted = words
            .Zip(weights, (word, weight) => (Word: word, Weight: weight))
            .OrderByDescending(row => row.Weight)
            .Take(WordsThatCount)
            .ToList();
        if (places.Count > 1)
        {
            foreach (var (word, weight) in counted)
            {
                await Add(new AnyOf(word.Forms, WordPlace.Head), InHead * weight);
                await Add(new AnyOf(word.Forms, WordPlace.Beside), Beside * weight);
            }
            // That is as much work as the question itself, so of one word only.
            if (counted.Find(row => row.Word is { Forms.Count: > 1, IsKnown: true }) is ({ } other, var worth))
                await Add(new AnyOf([other.Word.Folded]), AsWritten * worth);
        }
        var whole = Math.Max(1, (InHead + AsWritten) * counted.Sum(row => row.Weight));
        return
        [
            .. points
                .Select(row => new Ranked((long)row.Value * Days / whole + SearchPlace.Day(row.Key), row.Key))
                .OrderDescending(),
        ];

        async Task Add(AnyOf also, int worth)
        {
            // The whole question again, so that a common word is asked only where the rare ones are.
            var asked = wanted with
            {
                All = [also, .. wanted.All],
                From = places[^1],
                Until = places[0] + 1,
            };
            foreach (var place in await index.Newest(db, asked, places.Count, stop))
                if (points.TryGetValue(place, out var sum))
                    points[place] = sum + worth;
        }
    }
}

/// <summary>A story among those found: by its score, and of equal ones the newer first.</summary>
internal readonly record struct Ranked(long Score, long Place) : IComparable<Ranked>
{
    public int CompareTo(Ranked other) =>
        Score != other.Score ? Score.CompareTo(other.Score) : Place.CompareTo(other.Place);
}

/// <summary>A page's beginning: behind this story, by the weights that the first page was ordered with.</summary>
internal sealed record PageStart(Ranked Behind, IReadOnlyList<int> Weights)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Behind.Score}~{Behind.Place}~{string.Join('.', Weights)}");

    /// <returns>Null where it is none of ours.</returns>
    public static PageStart? Read(string? written, int words)
    {
        if (
            written?.Length > 200
            || written?.Split('~') is not [var score, var place, var weights]
            || !long.TryParse(score, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points)
            || !long.TryParse(place, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        var parts = weights.Split('.');
        var read = new int[parts.Length];
        for (var at = 0; at < parts.Length; at++)
            if (
                !int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out read[at])
                || read[at] > 40
            )
                return null;
        return read.Length == words ? new PageStart(new Ranked(points, number), read) : null;
    }
}
