using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Web;

namespace OnRecord.Comments.Posting;

/// <summary>Work that a browser does for a comment while the newsroom is under attack: a number whose hash with a challenge begins with zeros (after Back's Hashcash). Each may be shown once.</summary>
internal sealed class WorkProof(CommentKeys keys, TimeProvider clock)
{
    /// <summary>Some 65,000 hashes: a moment on a computer, seconds on an old phone.</summary>
    public const int Bits = 16;

    private const int TagLength = 16;
    private const int LongestAnswer = 200;
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    private readonly RecentCounts<string> used = new(Valid, 100_000, clock);

    public string Challenge()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + TagLength + TagLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, clock.GetUtcNow().ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(bytes.Slice(sizeof(long), TagLength));
        keys.Proof(bytes[..(sizeof(long) + TagLength)])
            .AsSpan(0, TagLength)
            .CopyTo(bytes[(sizeof(long) + TagLength)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <param name="answer">The challenge, a colon, and the number.</param>
    public bool Holds(string answer)
    {
        if (answer.Length is 0 or > LongestAnswer || answer.IndexOf(':') is not (> 0 and var colon))
            return false;
        var challenge = answer.AsSpan(0, colon);
        Span<byte> bytes = stackalloc byte[sizeof(long) + TagLength + TagLength];
        if (
            !Base64Url.IsValid(challenge, out var length)
            || length != bytes.Length
            || !Base64Url.TryDecodeFromChars(challenge, bytes, out _)
        )
            return false;
        var body = bytes[..(sizeof(long) + TagLength)];
        if (!CryptographicOperations.FixedTimeEquals(keys.Proof(body).AsSpan(0, TagLength), bytes[body.Length..]))
            return false;
        var made = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
        return clock.GetUtcNow() - made < Valid && IsWork(answer) && used.Add(challenge.ToString()) == 1;
    }

    private static bool IsWork(string answer)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(answer));
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= Bits;
    }
}
