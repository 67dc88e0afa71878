using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace OnRecord.Comments.Keys;

/// <summary>What a link in a letter is for.</summary>
internal enum LinkPurpose : byte
{
    /// <summary>One comment: confirm its address, edit it, delete it, ask for another look.</summary>
    OwnComment = 1,

    /// <summary>Ends letters to an address.</summary>
    NoLetters = 2,

    /// <summary>All that is held of somebody: to have it, or to have it erased.</summary>
    MyData = 3,

    /// <summary>One's own comment from the page that thanks for it: as the first, but it confirms nothing.</summary>
    JustSent = 4,
}

/// <summary>An id, for what and until when, and a keyed hash over all of it (HMAC-SHA256, half of it), in base64url.</summary>
internal static class LinkToken
{
    private const int IdLength = 16;
    private const int BodyLength = 1 + IdLength + sizeof(long);
    private const int TagLength = 16;

    public static string Make(byte[] key, LinkPurpose purpose, Guid id, DateTimeOffset? until)
    {
        Span<byte> bytes = stackalloc byte[BodyLength + TagLength];
        bytes[0] = (byte)purpose;
        id.TryWriteBytes(bytes[1..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(1 + IdLength)..], until?.ToUnixTimeSeconds() ?? 0);
        HMACSHA256.HashData(key, bytes[..BodyLength])[..TagLength].CopyTo(bytes[BodyLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static Guid? Read(byte[] key, LinkPurpose purpose, string token, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[BodyLength + TagLength];
        if (
            !Base64Url.IsValid(token, out var length)
            || length != bytes.Length
            || !Base64Url.TryDecodeFromChars(token, bytes, out _)
        )
            return null;
        var tag = HMACSHA256.HashData(key, bytes[..BodyLength]).AsSpan(0, TagLength);
        if (!CryptographicOperations.FixedTimeEquals(tag, bytes[BodyLength..]) || bytes[0] != (byte)purpose)
            return null;
        var until = BinaryPrimitives.ReadInt64BigEndian(bytes[(1 + IdLength)..]);
        return until != 0 && now.ToUnixTimeSeconds() > until
            ? null
            : new Guid(bytes.Slice(1, IdLength), bigEndian: true);
    }
}
