using System.Buffers;
using System.Security.Cryptography;

namespace OnRecord.TransparencyLog;

/// <summary>A hash of a Merkle tree: 32 bytes of SHA-256, compared by value.</summary>
public readonly struct TreeHash : IEquatable<TreeHash>
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Size = 32;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int OnStack = 1024;

    private readonly UInt128 high;
    private readonly UInt128 low;

    /// <summary>Takes over 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are not 32 bytes.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        high = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        low = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The root of a tree without entries: the hash of nothing (RFC 6962, 2.1).</summary>
    public static TreeHash Empty { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of an entry (RFC 6962, 2.1): SHA-256 of 0x00 and its bytes.</summary>
    public static TreeHash OfLeaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> hash = stackalloc byte[Size];
        // At once: an incremental hash costs several times as much for entries of this length.
        var rented = entry.Length < OnStack ? null : ArrayPool<byte>.Shared.Rent(entry.Length + 1);
        var prefixed = (rented ?? stackalloc byte[OnStack])[..(entry.Length + 1)];
        prefixed[0] = LeafPrefix;
        entry.CopyTo(prefixed[1..]);
        SHA256.HashData(prefixed, hash);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return new TreeHash(hash);
    }

    /// <summary>The hash over two subtrees (RFC 6962, 2.1): SHA-256 of 0x01 and both hashes.</summary>
    public static TreeHash OfNode(TreeHash left, TreeHash right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Size)];
        both[0] = NodePrefix;
        left.Write(both[1..]);
        right.Write(both[(1 + Size)..]);
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(both, hash);
        return new TreeHash(hash);
    }

    /// <summary>A hash written in base64 (RFC 4648, 4).</summary>
    /// <returns>Null where it is not the one way to write 32 bytes.</returns>
    public static TreeHash? Parse(string written) =>
        StrictBase64.Read(written) is { Length: Size } bytes ? new TreeHash(bytes) : null;

    /// <summary>Puts the 32 bytes at the beginning of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is shorter.</exception>
    public void Write(Span<byte> into)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(into, high);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(into[16..], low);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    /// <summary>The hash in base64, as notes and proofs hold it.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());

    /// <inheritdoc />
    public bool Equals(TreeHash other) => high == other.high && low == other.low;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TreeHash other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(high, low);

    /// <summary>Whether two hashes are the same.</summary>
    public static bool operator ==(TreeHash one, TreeHash other) => one.Equals(other);

    /// <summary>Whether two hashes differ.</summary>
    public static bool operator !=(TreeHash one, TreeHash other) => !one.Equals(other);
}
