using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace OnRecord.TransparencyLog;

/// <summary>What an Ed25519 key signs (C2SP signed-note, “Signature types”).</summary>
public enum SignatureKind
{
    /// <summary>The text of a note.</summary>
    Note = 1,

    /// <summary>A checkpoint and the time at which a witness saw it (C2SP tlog-cosignature).</summary>
    Cosignature = 4,
}

/// <summary>The public half of a key that signs notes (C2SP signed-note, “Verifier keys”).</summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    private readonly PublicKey key;

    internal VerifierKey(string name, SignatureKind kind, PublicKey key)
    {
        (Name, Kind, this.key) = (name, kind, key);
        Id = IdOf(name, kind, Bytes);
    }

    /// <summary>The key's name, such as <c>example.org/record</c>.</summary>
    public string Name { get; }

    /// <summary>What it signs.</summary>
    public SignatureKind Kind { get; }

    /// <summary>Four bytes by which a signature names its key; they find it and prove nothing.</summary>
    public uint Id { get; }

    internal byte[] Bytes => key.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>Reads <c>name+id+key</c>.</summary>
    /// <exception cref="LogFormatException">It is written otherwise, or is of a kind that is not known here.</exception>
    public static VerifierKey Parse(string written)
    {
        var parts = written.Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]) || StrictBase64.Read(parts[2]) is not { Length: > 0 } bytes)
            throw new LogFormatException("This is not a verifier key: it is written name+id+key.");
        if (bytes[0] is not ((byte)SignatureKind.Note or (byte)SignatureKind.Cosignature) || bytes.Length != 33)
            throw new LogFormatException("The verifier key is of a kind that is not known here; Ed25519 is.");
        if (!PublicKey.TryImport(Algorithm, bytes.AsSpan(1), KeyBlobFormat.RawPublicKey, out var key))
            throw new LogFormatException("The verifier key is no Ed25519 key.");
        var read = new VerifierKey(parts[0], (SignatureKind)bytes[0], key!);
        return $"{read.Id:x8}" == parts[1]
            ? read
            : throw new LogFormatException("The verifier key's id is not that of its name and key.");
    }

    /// <summary>The key as <c>name+id+key</c>.</summary>
    public override string ToString() => $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Kind, .. Bytes])}";

    /// <summary>Whether the key made an Ed25519 signature (RFC 8032) over a message.</summary>
    /// <param name="message">The bytes that were signed.</param>
    /// <param name="signature">64 bytes; any others do not verify.</param>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == Algorithm.SignatureSize && Algorithm.Verify(key, message, signature);

    /// <summary>Whether it is the same key, of the same kind and name.</summary>
    public bool Equals(VerifierKey? other) =>
        other is not null && (Name, Kind) == (other.Name, other.Kind) && key.Equals(other.key);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Id);

    // C2SP signed-note, “Format”: no Unicode space, no plus, not empty, and no control character below U+0020.
    internal static bool IsName(string name) =>
        name.Length > 0
        && name.EnumerateRunes().All(rune => !Rune.IsWhiteSpace(rune) && rune.Value is >= ' ' and not '+');

    internal static uint IdOf(string name, SignatureKind kind, ReadOnlySpan<byte> key) =>
        BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)kind, .. key])
        );
}
