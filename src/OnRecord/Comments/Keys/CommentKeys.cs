using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OnRecord.Platform;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Comments.Keys;

/// <summary>What keeps commenters' addresses: keyed hashes by which they are known again (HMAC-SHA256), their seals (AES-256-GCM), and the secrets of links in letters. All of it hangs on one key file outside the database (HKDF, RFC 5869).</summary>
internal sealed class CommentKeys(IOptions<CommentOptions> options, DataFolder data)
{
    private const string Setting = "Comments:KeyFile";
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int AddressKeyLength = 16;

    // The length of an address would narrow down whose it is.
    private const int Step = 64;

    private readonly KeyFile file = new(FileOf(options.Value, data), data, Setting);
    private volatile Derived? derived;

    public static string FileOf(CommentOptions options, DataFolder data) =>
        KeyFile.Place(options.KeyFile, data, "comments.key");

    public string Path => file.Path;

    /// <summary>Reads the key where it was not read yet; makes one where no address was ever taken.</summary>
    /// <returns>A refusal with a sentence for the operator where that cannot be.</returns>
    public async Task<Outcome<CommentKeys>> Ready(OnRecordDb db) =>
        derived is not null ? this : Read(mayMake: !await db.Set<Commenter>().AnyAsync());

    /// <summary>Reads the key; makes one where there is none, whatever was sealed before: for an operator who knows that it is lost.</summary>
    public Outcome<CommentKeys> Begin() => Read(mayMake: true);

    private Outcome<CommentKeys> Read(bool mayMake)
    {
        var read = file.Read(mayMake ? () => RandomNumberGenerator.GetBytes(KeyLength) : null);
        if (read.Refused)
            return read.Problems[0];
        if (read.Value.Length != KeyLength)
            return Problem.With(
                null,
                "The key file {0} holds {1} bytes where a key has {2}. Put the right file back.",
                file.Path,
                read.Value.Length,
                KeyLength
            );
        derived = new Derived(read.Value);
        return this;
    }

    private Derived Keys => derived ?? throw new InvalidOperationException("The key of comments was not read.");

    /// <summary>By which an e-mail address is known again, however it is written.</summary>
    public byte[] OfEmail(string email) =>
        HMACSHA256.HashData(Keys.Email, Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant()));

    /// <summary>By which an internet address is known again.</summary>
    public byte[] OfAddress(IPAddress? from) =>
        HMACSHA256.HashData(Keys.Address, SenderLimit.Network(from))[..AddressKeyLength];

    /// <returns>Nonce, tag, cipher text.</returns>
    public byte[] Seal(string email, Guid commenter)
    {
        var length = Encoding.UTF8.GetByteCount(email);
        var plain = new byte[(sizeof(ushort) + length + Step - 1) / Step * Step];
        BinaryPrimitives.WriteUInt16BigEndian(plain, (ushort)length);
        Encoding.UTF8.GetBytes(email, plain.AsSpan(sizeof(ushort)));
        var made = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(Keys.Seal, TagLength);
        cipher.Encrypt(
            made.AsSpan(0, NonceLength),
            plain,
            made.AsSpan(NonceLength + TagLength),
            made.AsSpan(NonceLength, TagLength),
            commenter.ToByteArray(bigEndian: true)
        );
        return made;
    }

    /// <exception cref="CryptographicException">It was sealed under another key, for somebody else, or was changed since.</exception>
    public string Open(byte[] seal, Guid commenter)
    {
        if (seal.Length <= NonceLength + TagLength)
            throw new CryptographicException("There is no address in the seal.");
        var plain = new byte[seal.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(Keys.Seal, TagLength);
        cipher.Decrypt(
            seal.AsSpan(0, NonceLength),
            seal.AsSpan(NonceLength + TagLength),
            seal.AsSpan(NonceLength, TagLength),
            plain,
            commenter.ToByteArray(bigEndian: true)
        );
        return Encoding.UTF8.GetString(plain, sizeof(ushort), BinaryPrimitives.ReadUInt16BigEndian(plain));
    }

    /// <summary>Whether the key that was read opens it; without one nothing does.</summary>
    public bool Opens(byte[] seal, Guid commenter)
    {
        if (derived is null)
            return false;
        try
        {
            Open(seal, commenter);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>What a link in a letter proves: that whoever opens it reads the mail of somebody. Nothing of it is stored.</summary>
    /// <param name="until">When it ends; null for never.</param>
    public string Token(LinkPurpose purpose, Guid id, DateTimeOffset? until = null) =>
        LinkToken.Make(Keys.Link, purpose, id, until);

    /// <returns>Null where it was not made here, not for this, or has ended.</returns>
    public Guid? Read(LinkPurpose purpose, string token, DateTimeOffset now) =>
        LinkToken.Read(Keys.Link, purpose, token, now);

    /// <summary>A secret for something else that only this newsroom can have made.</summary>
    public byte[] Proof(ReadOnlySpan<byte> of) => HMACSHA256.HashData(Keys.Proof, of);

    private sealed class Derived(byte[] key)
    {
        public readonly byte[] Email = Of(key, "e-mail address");
        public readonly byte[] Address = Of(key, "internet address");
        public readonly byte[] Seal = Of(key, "seal");
        public readonly byte[] Link = Of(key, "link");
        public readonly byte[] Proof = Of(key, "proof");

        private static byte[] Of(byte[] key, string purpose) =>
            HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                key,
                KeyLength,
                info: Encoding.ASCII.GetBytes($"OnRecord comments, {purpose}, 1")
            );
    }
}
