using System.Numerics;

namespace OnRecord.TransparencyLog;

/// <summary>Checks proofs of a Merkle tree (RFC 9162, 2.1.3.2 and 2.1.4.2).</summary>
public static class MerkleProofs
{
    /// <summary>Whether an entry lies at a place in the tree with this root.</summary>
    /// <param name="index">Its place, counted from 0.</param>
    /// <param name="size">How many entries the tree has.</param>
    /// <param name="leaf">The entry's hash.</param>
    /// <param name="proof">The hashes beside its way to the root, from the leaf up.</param>
    /// <param name="root">The tree's root.</param>
    public static bool Includes(long index, long size, TreeHash leaf, IReadOnlyList<TreeHash> proof, TreeHash root)
    {
        if (index < 0 || index >= size)
            return false;
        var (at, last, hash) = (index, size - 1, leaf);
        foreach (var beside in proof)
        {
            if (last == 0)
                return false;
            if ((at & 1) == 1 || at == last)
            {
                hash = TreeHash.OfNode(beside, hash);
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
                hash = TreeHash.OfNode(hash, beside);
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && hash == root;
    }

    /// <summary>Whether the tree with the second root begins with all of the tree with the first.</summary>
    /// <param name="size1">How many entries the earlier tree has; 0 fits before any.</param>
    /// <param name="root1">The earlier root.</param>
    /// <param name="size2">How many entries the later tree has.</param>
    /// <param name="root2">The later root.</param>
    /// <param name="proof">The hashes as RFC 9162 orders them; none where the sizes are the same or the first is 0.</param>
    public static bool Continues(long size1, TreeHash root1, long size2, TreeHash root2, IReadOnlyList<TreeHash> proof)
    {
        if (size1 < 0 || size1 > size2)
            return false;
        if (size1 == size2)
            return proof.Count == 0 && root1 == root2;
        if (size1 == 0)
            return proof.Count == 0 && root1 == TreeHash.Empty;
        if (proof.Count == 0)
            return false;
        var (at, last) = (size1 - 1, size2 - 1);
        var shift = BitOperations.TrailingZeroCount(~(ulong)at);
        (at, last) = (at >> shift, last >> shift);
        // Where the earlier tree is full, its root is the first hash, and is not repeated.
        var first = BitOperations.IsPow2(size1) ? root1 : proof[0];
        var (one, two) = (first, first);
        foreach (var beside in BitOperations.IsPow2(size1) ? proof : proof.Skip(1))
        {
            if (last == 0)
                return false;
            if ((at & 1) == 1 || at == last)
            {
                (one, two) = (TreeHash.OfNode(beside, one), TreeHash.OfNode(beside, two));
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
                two = TreeHash.OfNode(two, beside);
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && one == root1 && two == root2;
    }
}
