using System.Numerics;

namespace OnRecord.TransparencyLog;

/// <summary>What must be kept of a tree to append to it and to know its root: the roots of the full subtrees it is made of, largest first.
/// As many as the size has binary ones.</summary>
public sealed class TreeEdge
{
    private readonly List<TreeHash> subtrees;

    /// <summary>A tree without entries.</summary>
    public TreeEdge() => subtrees = [];

    /// <summary>Goes on with a tree.</summary>
    /// <param name="size">How many entries it has.</param>
    /// <param name="subtrees">The roots of its full subtrees, largest first.</param>
    /// <exception cref="ArgumentException">A tree of that size has another number of full subtrees.</exception>
    public TreeEdge(long size, IEnumerable<TreeHash> subtrees)
    {
        (Size, this.subtrees) = (size, [.. subtrees]);
        if (size < 0 || BitOperations.PopCount((ulong)size) != this.subtrees.Count)
            throw new ArgumentException($"A tree of {size} entries has another number of full subtrees.");
    }

    /// <summary>How many entries the tree has.</summary>
    public long Size { get; private set; }

    /// <summary>The roots of its full subtrees, largest first.</summary>
    public IReadOnlyList<TreeHash> Subtrees => subtrees;

    /// <summary>The tree's root (RFC 6962, 2.1).</summary>
    public TreeHash Root
    {
        get
        {
            if (subtrees.Count == 0)
                return TreeHash.Empty;
            var root = subtrees[^1];
            for (var at = subtrees.Count - 2; at >= 0; at--)
                root = TreeHash.OfNode(subtrees[at], root);
            return root;
        }
    }

    /// <summary>Appends an entry by its hash.</summary>
    /// <param name="leaf">The entry's hash.</param>
    /// <param name="full">Told of each subtree that becomes full by it: its height above the entries, its place among those of that height, its root.
    /// The entry itself is the first, with height 0.</param>
    public void Append(TreeHash leaf, Action<int, long, TreeHash>? full = null)
    {
        var (hash, place) = (leaf, Size);
        full?.Invoke(0, place, hash);
        for (var height = 1; (place & 1) == 1; height++)
        {
            hash = TreeHash.OfNode(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
            place >>= 1;
            full?.Invoke(height, place, hash);
        }
        subtrees.Add(hash);
        Size++;
    }
}
