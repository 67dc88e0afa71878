using System.Buffers.Binary;
using System.Text;
using NSec.Cryptography;

namespace OnRecord.TransparencyLog;

/// <summary>The secret half of a key that signs notes. Hold it in one place and end it with <see cref="Dispose"/>.</summary>
public sealed class SigningKey : IDisposable
{
    private static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    private readonly Key key;

    private SigningKey(string name, SignatureKind kind, Key key)
    {
        this.key = key;
        Verifier = new VerifierKey(name, kind, key.PublicKey);
    }

    /// <summary>The public half.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Makes a new key.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has a space or a plus in it.</exception>
    public static SigningKey Create(string name, SignatureKind kind = SignatureKind.Note)
    {
        if (!VerifierKey.IsName(name))
            throw new ArgumentException(
                "A key's name is not empty and has neither a space nor a plus in it.",
                nameof(name)
            );
        var export = new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        return new SigningKey(name, kind, Key.Create(Algorithm, export));
    }

    /// <summary>Reads <c>PRIVATE+KEY+name+id+key</c>, as <see cref="Export"/> writes it.</summary>
    /// <exception cref="LogFormatException">It is written otherwise.</exception>
    public static SigningKey Parse(string written)
    {
        var parts = written.Split('+', 5);
        if (
            parts is not ["PRIVATE", "KEY", var name, var id, var blob]
            || !VerifierKey.IsName(name)
            || StrictBase64.Read(blob) is not { Length: 33 } bytes
            || bytes[0] is not ((byte)SignatureKind.Note or (byte)SignatureKind.Cosignature)
        )
            throw new LogFormatException("This is not a signing key: it is written PRIVATE+KEY+name+id+key.");
        var export = new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        var key = Key.Import(Algorithm, bytes.AsSpan(1), KeyBlobFormat.RawPrivateKey, export);
        var read = new SigningKey(name, (SignatureKind)bytes[0], key);
        if ($"{read.Verifier.Id:x8}" == id)
            return read;
        read.Dispose();
        throw new LogFormatException("The signing key's id is not that of its name and key.");
    }

    /// <summary>The secret, as <c>PRIVATE+KEY+name+id+key</c>. For the key's file and nothing else.</summary>
    public string Export() =>
        $"PRIVATE+KEY+{Verifier.Name}+{Verifier.Id:x8}+{Convert.ToBase64String([(byte)Verifier.Kind, .. key.Export(KeyBlobFormat.RawPrivateKey)])}";

    /// <summary>Signs the text of a note.</summary>
    /// <param name="text">It ends in a line feed.</param>
    /// <exception cref="InvalidOperationException">The key is a witness's.</exception>
    public NoteSignature Sign(string text)
    {
        if (Verifier.Kind != SignatureKind.Note)
            throw new InvalidOperationException("A witness's key signs checkpoints with a time.");
        return new NoteSignature(Verifier.Name, Verifier.Id, Algorithm.Sign(key, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Signs a checkpoint as a witness that sees it at some time (C2SP tlog-cosignature, “Ed25519 signed message”).</summary>
    /// <param name="text">The checkpoint's text; it ends in a line feed.</param>
    /// <param name="at">To the second, and after 1 January 1970: a witness does not leave out the time (C2SP tlog-witness, “add-checkpoint”).</param>
    /// <exception cref="InvalidOperationException">The key is not a witness's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 1970.</exception>
    public NoteSignature Cosign(string text, DateTimeOffset at)
    {
        if (Verifier.Kind != SignatureKind.Cosignature)
            throw new InvalidOperationException("Only a witness's key signs checkpoints with a time.");
        var seconds = at.ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds, nameof(at));
        var signature = new byte[8 + Algorithm.SignatureSize];
        BinaryPrimitives.WriteInt64BigEndian(signature, seconds);
        Algorithm.Sign(key, Cosignature.Message(seconds, text), signature.AsSpan(8));
        return new NoteSignature(Verifier.Name, Verifier.Id, signature);
    }

    /// <summary>Wipes the secret from memory.</summary>
    public void Dispose() => key.Dispose();
}
