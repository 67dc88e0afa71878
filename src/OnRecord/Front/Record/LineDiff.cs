using System.Globalization;
using DiffPlex;

namespace OnRecord.Front.Record;

/// <summary>Which line of one version became which of the other.</summary>
internal static class LineDiff
{
    // How far a changed line is looked for, and how alike two must be to be the same line.
    private const int Window = 8;
    private const double Alike = 0.4;
    private const double Surely = 0.8;

    /// <returns>In the order in which both can be read; a line that has no counterpart stands alone.</returns>
    public static IReadOnlyList<(ComparedLine? Before, ComparedLine? After)> Of(
        IReadOnlyList<ComparedLine> before,
        IReadOnlyList<ComparedLine> after
    )
    {
        var ids = new Dictionary<string, int>();
        string Ids(IReadOnlyList<ComparedLine> lines) =>
            string.Join(' ', lines.Select(line => Id(ids, line.Key).ToString(CultureInfo.InvariantCulture)));
        var changes = Differ.Instance.CreateDiffs(Ids(before), Ids(after), false, false, new Chunks());
        var (pairs, old, now) = (new List<(ComparedLine?, ComparedLine?)>(), 0, 0);
        foreach (var change in changes.DiffBlocks)
        {
            while (old < change.DeleteStartA)
                pairs.Add((before[old++], after[now++]));
            Pair(
                pairs,
                [.. before.Skip(old).Take(change.DeleteCountA)],
                [.. after.Skip(now).Take(change.InsertCountB)]
            );
            (old, now) = (old + change.DeleteCountA, now + change.InsertCountB);
        }
        while (old < before.Count)
            pairs.Add((before[old++], after[now++]));
        return pairs;
    }

    private static int Id(Dictionary<string, int> ids, string key)
    {
        if (!ids.TryGetValue(key, out var id))
            ids[key] = id = ids.Count;
        return id;
    }

    private static void Pair(
        List<(ComparedLine?, ComparedLine?)> pairs,
        IReadOnlyList<ComparedLine> before,
        IReadOnlyList<ComparedLine> after
    )
    {
        var (bags, next) = (after.Select(Bag).ToList(), 0);
        foreach (var line in before)
        {
            var found = Nearest(line, after, bags, next);
            if (found < 0)
            {
                pairs.Add((line, null));
                continue;
            }
            while (next < found)
                pairs.Add((null, after[next++]));
            pairs.Add((line, after[next++]));
        }
        while (next < after.Count)
            pairs.Add((null, after[next++]));
    }

    private static int Nearest(
        ComparedLine line,
        IReadOnlyList<ComparedLine> after,
        List<Dictionary<string, int>> bags,
        int from
    )
    {
        var (bag, best, found) = (Bag(line), Alike, -1);
        for (var at = from; at < after.Count && at < from + Window; at++)
        {
            if ((line.Picture is null) != (after[at].Picture is null))
                continue;
            var alike = line.Picture is not null && line.Picture == after[at].Picture ? 2 : Likeness(bag, bags[at]);
            if (alike > best)
                (best, found) = (alike, at);
            if (best > Surely)
                break;
        }
        return found;
    }

    private static Dictionary<string, int> Bag(ComparedLine line)
    {
        var bag = new Dictionary<string, int>();
        foreach (var token in WordDiff.Tokens(line.Words))
            if (!string.IsNullOrWhiteSpace(token))
                bag[token] = bag.GetValueOrDefault(token) + 1;
        return bag;
    }

    // The share of words that both have.
    private static double Likeness(Dictionary<string, int> one, Dictionary<string, int> other)
    {
        int shared = 0,
            all = one.Values.Sum() + other.Values.Sum();
        foreach (var (token, count) in one)
            shared += Math.Min(count, other.GetValueOrDefault(token));
        return all == 0 ? 1 : 2.0 * shared / all;
    }

    private sealed class Chunks : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split(' ');
    }
}
