using System.Collections.Concurrent;

namespace OnRecord.TransparencyLog;

/// <summary>Roots of the larger subtrees of one tree, kept from one proof to the next: what is above the tiles of the entries, and what ends at the tree's edge.
/// Some thousands at most, however large the tree. Safe for several threads.</summary>
public sealed class SubtreeRoots
{
    private const int Most = 8192;

    private readonly ConcurrentDictionary<(long From, long To), TreeHash> roots = new();

    internal TreeHash Of(long from, long to, Func<long, long, TreeHash> work)
    {
        if (roots.TryGetValue((from, to), out var known))
            return known;
        var root = work(from, to);
        if (roots.Count < Most)
            roots[(from, to)] = root;
        return root;
    }
}
