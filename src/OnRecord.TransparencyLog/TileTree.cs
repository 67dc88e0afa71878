using System.Numerics;

namespace OnRecord.TransparencyLog;

/// <summary>Makes roots and proofs of a log out of its tiles. Asks only for the tiles it needs.</summary>
/// <param name="size">How many entries the tree has.</param>
/// <param name="hashes">Gives a tile's hashes, 32 bytes each, as many as its width; throws where it has none.</param>
/// <param name="kept">What other proofs of this very tree have worked out; null works all out anew.</param>
public sealed class TileTree(long size, Func<Tile, ReadOnlyMemory<byte>> hashes, SubtreeRoots? kept = null)
{
    private readonly Dictionary<(int Level, long Index), ReadOnlyMemory<byte>> seen = [];

    /// <summary>The root over all entries.</summary>
    public TreeHash Root => size == 0 ? TreeHash.Empty : Over(0, size);

    /// <summary>What is needed to append to the tree.</summary>
    public TreeEdge Edge
    {
        get
        {
            var subtrees = new List<TreeHash>();
            for (var (at, rest) = (0L, size); rest > 0; )
            {
                var width = (long)BitOperations.RoundUpToPowerOf2((ulong)rest + 1) >> 1;
                subtrees.Add(Over(at, at + width));
                (at, rest) = (at + width, rest - width);
            }
            return new TreeEdge(size, subtrees);
        }
    }

    /// <summary>The proof that an entry is in the tree (RFC 6962, 2.1.1), from the leaf's neighbour up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such entry.</exception>
    public IReadOnlyList<TreeHash> Inclusion(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<TreeHash>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            proof.Add(index < middle ? Over(middle, to) : Over(from, middle));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }
        proof.Reverse();
        return proof;
    }

    /// <summary>The proof that the tree begins with all of a smaller one (RFC 6962, 2.1.2).</summary>
    /// <param name="earlier">How many entries the smaller one has: 0 to all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree was never that large.</exception>
    public IReadOnlyList<TreeHash> Consistency(long earlier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        if (earlier == 0 || earlier == size)
            return [];
        var proof = new List<TreeHash>();
        var (from, to, whole) = (0L, size, true);
        while (earlier < to)
        {
            var middle = from + Split(to - from);
            if (earlier <= middle)
            {
                proof.Add(Over(middle, to));
                to = middle;
            }
            else
            {
                proof.Add(Over(from, middle));
                (from, whole) = (middle, false);
            }
        }
        if (!whole)
            proof.Add(Over(from, to));
        proof.Reverse();
        return proof;
    }

    // The largest power of two below a number greater than one.
    private static long Split(long width) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(width - 1)));

    private TreeHash Over(long from, long to) =>
        kept is not null && (to - from >= Tile.FullWidth || to == size)
            ? kept.Of(from, to, WorkOut)
            : WorkOut(from, to);

    private TreeHash WorkOut(long from, long to)
    {
        var width = to - from;
        if (!BitOperations.IsPow2(width) || from % width != 0)
            return TreeHash.OfNode(Over(from, from + Split(width)), Over(from + Split(width), to));
        var height = BitOperations.TrailingZeroCount(width);
        var level = height / Tile.Height;
        // Of a full subtree the hash lies in a tile, or a few levels above such hashes.
        var (first, count) = (from >> (level * Tile.Height), 1 << (height % Tile.Height));
        var tile = TileOf(level, first / Tile.FullWidth);
        return Fold(tile.Span, (int)(first % Tile.FullWidth), count);
    }

    private static TreeHash Fold(ReadOnlySpan<byte> tile, int first, int count) =>
        count == 1
            ? new TreeHash(tile.Slice(first * TreeHash.Size, TreeHash.Size))
            : TreeHash.OfNode(Fold(tile, first, count / 2), Fold(tile, first + (count / 2), count / 2));

    private ReadOnlyMemory<byte> TileOf(int level, long index)
    {
        if (seen.TryGetValue((level, index), out var known))
            return known;
        var above = size >> (level * Tile.Height);
        var width = (int)Math.Min(Tile.FullWidth, above - (index * Tile.FullWidth));
        var tile = hashes(new Tile(level, index, width));
        if (tile.Length != width * TreeHash.Size)
            throw new LogFormatException(
                $"The tile {new Tile(level, index, width).Path} has {tile.Length} bytes, not {width * TreeHash.Size}."
            );
        return seen[(level, index)] = tile;
    }
}
