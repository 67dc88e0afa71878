using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Sources.Protection;

/// <summary>The cryptography of identities: AES-256-GCM (NIST SP 800-38D) under a key of its own, which is wrapped for each colleague under HKDF-SHA256 (RFC 5869) of the master key.</summary>
internal static class IdentitySeal
{
    public const int KeyLength = 32;

    // The length of a name would narrow down whose it is.
    private const int Step = 512;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static readonly byte[] Purpose = "OnRecord protected identity, key for one colleague, 1"u8.ToArray();

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>Seals who somebody is.</summary>
    /// <returns>Nonce, tag, cipher text.</returns>
    public static byte[] Seal(string words, ReadOnlySpan<byte> key, Guid identity)
    {
        var length = Encoding.UTF8.GetByteCount(words);
        var plain = new byte[(sizeof(int) + length + Step - 1) / Step * Step];
        BinaryPrimitives.WriteInt32BigEndian(plain, length);
        Encoding.UTF8.GetBytes(words, plain.AsSpan(sizeof(int)));
        var made = Encrypt(plain, key, identity.ToByteArray(bigEndian: true));
        CryptographicOperations.ZeroMemory(plain);
        return made;
    }

    /// <exception cref="CryptographicException">It was sealed under another key, for another identity, or was changed since.</exception>
    public static string Open(ReadOnlySpan<byte> seal, ReadOnlySpan<byte> key, Guid identity)
    {
        var plain = Decrypt(seal, key, identity.ToByteArray(bigEndian: true));
        var words = Encoding.UTF8.GetString(plain, sizeof(int), BinaryPrimitives.ReadInt32BigEndian(plain));
        CryptographicOperations.ZeroMemory(plain);
        return words;
    }

    /// <summary>Wraps an identity's key for one colleague.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> master, Guid identity, Guid staff)
    {
        var context = Context(identity, staff);
        Span<byte> wrapping = stackalloc byte[KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, wrapping, [], context);
        var wrapped = Encrypt(key, wrapping, context);
        CryptographicOperations.ZeroMemory(wrapping);
        return wrapped;
    }

    /// <exception cref="CryptographicException">It was wrapped under another master key, for another colleague or identity, or was changed since.</exception>
    public static byte[] Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> master, Guid identity, Guid staff)
    {
        var context = Context(identity, staff);
        Span<byte> wrapping = stackalloc byte[KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, wrapping, [], context);
        try
        {
            return Decrypt(wrapped, wrapping, context);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapping);
        }
    }

    private static byte[] Context(Guid identity, Guid staff) =>
        [.. Purpose, .. identity.ToByteArray(bigEndian: true), .. staff.ToByteArray(bigEndian: true)];

    private static byte[] Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> key, ReadOnlySpan<byte> tied)
    {
        var made = new byte[NonceLength + TagLength + plain.Length];
        var nonce = made.AsSpan(0, NonceLength);
        var tag = made.AsSpan(NonceLength, TagLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, made.AsSpan(NonceLength + TagLength), tag, tied);
        return made;
    }

    private static byte[] Decrypt(ReadOnlySpan<byte> made, ReadOnlySpan<byte> key, ReadOnlySpan<byte> tied)
    {
        if (made.Length < NonceLength + TagLength)
            throw new CryptographicException("Nothing is sealed in so few bytes.");
        var plain = new byte[made.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            made[..NonceLength],
            made[(NonceLength + TagLength)..],
            made[NonceLength..(NonceLength + TagLength)],
            plain,
            tied
        );
        return plain;
    }
}
