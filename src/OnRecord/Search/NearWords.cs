using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>Words of the stories that are spelt nearly so. A word with a mistake or two is right at its beginning or at its end, and is sought there.</summary>
internal static class NearWords
{
    private const int Shortest = 4;
    private const int LongEnoughForTwo = 6;
    private const int MostLookedAt = 4_000;

    /// <returns>The nearest first; of those equally near, that of most stories.</returns>
    public static async Task<List<KnownWord>> Of(OnRecordDb db, string word, int most, CancellationToken stop)
    {
        if (Vocabulary.Length(word) < Shortest)
            return [];
        var mistakes = word.Length >= LongEnoughForTwo ? 2 : 1;
        var right = Math.Max(2, word.Length * 2 / 5);
        var mirror = Vocabulary.Mirror(word);
        var candidates = await Vocabulary.WithPart(
            db,
            "Word",
            word[..right],
            word.Length,
            mistakes,
            MostLookedAt,
            stop
        );
        candidates.AddRange(
            await Vocabulary.WithPart(db, "Mirror", mirror[..right], word.Length, mistakes, MostLookedAt, stop)
        );
        return
        [
            .. candidates
                .DistinctBy(near => near.Word, StringComparer.Ordinal)
                .Select(near => (near, Far: Mistakes(word, near.Word)))
                .Where(row => row.Far > 0 && row.Far <= mistakes)
                .OrderBy(row => row.Far)
                .ThenByDescending(row => row.near.Stories)
                .ThenBy(row => row.near.Word, StringComparer.Ordinal)
                .Take(most)
                .Select(row => row.near),
        ];
    }

    /// <summary>How many letters are missing, too many, wrong, or swapped with the next (optimal string alignment).</summary>
    public static int Mistakes(string one, string other)
    {
        var width = other.Length + 1;
        Span<int> rows = stackalloc int[3 * (TextWords.LongestWord + 8)];
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var at = 0; at < width; at++)
            above[at] = at;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var wrong = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + wrong);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            var spent = before;
            before = above;
            above = row;
            row = spent;
        }
        return above[width - 1];
    }
}
