using System.Buffers.Binary;
using System.Text;

namespace OnRecord.TransparencyLog;

/// <summary>A signature line of a note.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The four bytes that find the key.</param>
/// <param name="Signature">What the key made; its form is the key's kind's.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    internal const string Begin = "— ";

    /// <summary>The line with its line feed.</summary>
    public override string ToString()
    {
        var blob = new byte[4 + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(blob, KeyId);
        Signature.Span.CopyTo(blob.AsSpan(4));
        return $"{Begin}{Name} {Convert.ToBase64String(blob)}\n";
    }

    /// <summary>Reads a line without its line feed.</summary>
    /// <exception cref="LogFormatException">It is written otherwise.</exception>
    public static NoteSignature Parse(string line)
    {
        var parts = line.StartsWith(Begin, StringComparison.Ordinal) ? line[Begin.Length..].Split(' ') : [];
        if (
            parts is not [var name, var written]
            || !VerifierKey.IsName(name)
            || StrictBase64.Read(written) is not { Length: > 4 } blob
        )
            throw new LogFormatException("A signature line of the note is not written as one.");
        return new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(blob), blob.AsMemory(4));
    }
}

/// <summary>A text and the signatures under it (C2SP signed-note). Believe the text only after <see cref="Verify"/>.</summary>
/// <param name="Text">It ends in a line feed.</param>
/// <param name="Signatures">At least one.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>The longest note that is read, in bytes.</summary>
    public const int LongestNote = 1_000_000;

    private const int MostSignatures = 100;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Signs a text.</summary>
    /// <param name="text">It ends in a line feed and holds no other control character.</param>
    /// <param name="keys">At least one.</param>
    /// <exception cref="LogFormatException">The text is none that a note can hold, or there is no key.</exception>
    public static SignedNote Sign(string text, params IReadOnlyList<SigningKey> keys)
    {
        if (!IsText(text))
            throw new LogFormatException("A note's text ends in a line feed and holds no other control character.");
        return keys.Count > 0
            ? new SignedNote(text, [.. keys.Select(key => key.Sign(text))])
            : throw new LogFormatException("A note is signed by at least one key.");
    }

    /// <summary>Reads a note; nothing is verified yet.</summary>
    /// <exception cref="LogFormatException">It is not written as one. The message says what is wrong.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> note)
    {
        if (note.Length > LongestNote)
            throw new LogFormatException($"The note is longer than {LongestNote} bytes.");
        string whole;
        try
        {
            whole = Utf8.GetString(note);
        }
        catch (DecoderFallbackException)
        {
            throw new LogFormatException("The note is not UTF-8.");
        }
        var split = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (whole.Any(letter => letter < ' ' && letter != '\n'))
            throw new LogFormatException("The note has a control character in it other than line feed.");
        if (!IsText(whole) || split < 0)
            throw new LogFormatException(
                "The note has no signatures: a text, an empty line and signature lines are expected."
            );
        var lines = whole[(split + 2)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MostSignatures)
            throw new LogFormatException("The note has no signatures, or more than can be looked through.");
        return new SignedNote(whole[..(split + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>Whose signatures hold. Signatures of other keys count for nothing.</summary>
    /// <returns>The known keys that signed it; none where it is not to be believed.</returns>
    /// <exception cref="LogFormatException">A signature that names a known key is not that key's.</exception>
    public IReadOnlyList<VerifierKey> Verify(params IReadOnlyList<VerifierKey> known)
    {
        var signed = new List<VerifierKey>();
        foreach (var signature in Signatures)
        foreach (var key in known)
        {
            if (key.Name != signature.Name || key.Id != signature.KeyId)
                continue;
            if (!Holds(signature, key))
                throw new LogFormatException(
                    LogFaultKind.Forged,
                    $"The signature of {key.Name} does not verify: the note was altered."
                );
            if (!signed.Contains(key))
                signed.Add(key);
        }
        return signed;
    }

    /// <summary>The note with one more signature.</summary>
    public SignedNote With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    /// <summary>The note with the cosignatures that a witness answered with (C2SP tlog-witness, “add-checkpoint”). Lines of unknown keys are left out.</summary>
    /// <param name="lines">The body of the answer: signature lines.</param>
    /// <param name="witnesses">The keys that are known.</param>
    /// <exception cref="LogFormatException">The answer is not written as one, or a line names a known key and is not that key's.</exception>
    public SignedNote With(ReadOnlySpan<byte> lines, params IReadOnlyList<VerifierKey> witnesses)
    {
        var answered = Parse([.. Utf8.GetBytes($"{Text}\n"), .. lines]);
        if (answered.Text != Text)
            throw new LogFormatException("The witness answered with more than signature lines.");
        var known = answered
            .Signatures.Where(line => witnesses.Any(key => (key.Name, key.Id) == (line.Name, line.KeyId)))
            .ToList();
        (answered with { Signatures = known }).Verify(witnesses);
        return this with
        {
            Signatures =
            [
                .. Signatures.Where(line => !known.Exists(one => (one.Name, one.KeyId) == (line.Name, line.KeyId))),
                .. known,
            ],
        };
    }

    /// <summary>The note as it is served.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";

    private bool Holds(NoteSignature signature, VerifierKey key) =>
        key.Kind == SignatureKind.Note
            ? key.Verifies(Utf8.GetBytes(Text), signature.Signature.Span)
            : Cosignature.At(signature, key, Text) is not null;

    private static bool IsText(string text) => text.EndsWith('\n') && text.All(letter => letter is '\n' or >= ' ');
}
