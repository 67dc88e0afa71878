using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace OnRecord.Comments.Judging;

/// <summary>Whether two comments say the same, by 64 bits for each: SimHash (Charikar 2002) over pieces of the folded text.</summary>
internal static class Likeness
{
    /// <summary>Signatures that differ in at most so many bits are of the same text with small changes.</summary>
    public const int NearBits = 10;

    // Below this, honest comments are alike as well: “Well said!”.
    private const int ShortestLetters = 24;
    private const int Piece = 4;

    /// <summary>The text's signature, or null where it is too short to tell anything.</summary>
    public static ulong? Signature(string text) => Signature(CommentText.Of(text));

    /// <inheritdoc cref="Signature(string)"/>
    public static ulong? Signature(CommentText text)
    {
        var (letters, length) = Folded(text);
        if (length < ShortestLetters)
            return null;
        // How many pieces have each bit: eight counters in a word, each of eight bits, emptied before they run over.
        Span<int> counts = stackalloc int[64];
        Span<ulong> eights = stackalloc ulong[8];
        var pieces = length - Piece + 1;
        for (var at = 0; at < pieces; at++)
        {
            var hash = Hash(letters.AsSpan(at, Piece));
            for (var bit = 0; bit < 8; bit++)
                eights[bit] += (hash >> bit) & 0x0101010101010101;
            if (at % byte.MaxValue == byte.MaxValue - 1 || at == pieces - 1)
                Empty(eights, counts);
        }
        var signature = 0UL;
        for (var bit = 0; bit < 64; bit++)
            signature |= 2 * counts[bit] > pieces ? 1UL << bit : 0;
        return signature;
    }

    /// <summary>In how many of 64 bits two signatures differ.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    public static bool IsNear(ulong one, ulong other) => Distance(one, other) <= NearBits;

    /// <summary>The same for texts that differ only in capitals, spaces, punctuation, disguise and letters held down.</summary>
    public static ulong Exact(string text) => Exact(CommentText.Of(text));

    /// <inheritdoc cref="Exact(string)"/>
    public static ulong Exact(CommentText text)
    {
        var (letters, length) = Folded(text);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(letters.AsSpan(0, length)), hash);
        return MemoryMarshal.Read<ulong>(hash);
    }

    // Digits count as they are: the number to call is often all that changes, and all that matters.
    private static (char[] Letters, int Length) Folded(CommentText read)
    {
        var letters = new char[read.Plain.Length + 1];
        var (length, seen) = (0, 0);
        for (var at = 0; at < read.Count; at++)
        {
            var token = read[at];
            // Letters that stand apart come again at the end, read together.
            if (token.SourceStart < seen)
                break;
            seen = token.SourceEnd;
            if (token.Link < 0 && !token.IsNumber)
            {
                read.Word(at).CopyTo(letters.AsSpan(length));
                length += token.Length;
                continue;
            }
            foreach (var letter in read.Plain.AsSpan(token.SourceStart, token.SourceEnd - token.SourceStart))
                letters[length++] = FoldedLetters.Fold(letter);
        }
        return (letters, length);
    }

    private static void Empty(Span<ulong> eights, Span<int> counts)
    {
        for (var bit = 0; bit < 64; bit++)
            counts[bit] += (byte)(eights[bit % 8] >> (bit / 8 * 8));
        eights.Clear();
    }

    private static ulong Hash(ReadOnlySpan<char> piece)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in piece)
            hash = (hash ^ letter) * 1099511628211UL;
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
