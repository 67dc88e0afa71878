using System.Buffers.Binary;
using System.Text;

namespace OnRecord.TransparencyLog;

/// <summary>A witness's signature over a checkpoint and the time at which it was the largest it had seen (C2SP tlog-cosignature, Ed25519).</summary>
public static class Cosignature
{
    private const int Length = 8 + 64;

    /// <summary>When a witness saw a checkpoint.</summary>
    /// <param name="signature">The line under the checkpoint.</param>
    /// <param name="witness">A key of the kind <see cref="SignatureKind.Cosignature"/>.</param>
    /// <param name="text">The checkpoint's text.</param>
    /// <returns>Null where the line is not that witness's signature over this text.</returns>
    public static DateTimeOffset? At(NoteSignature signature, VerifierKey witness, string text)
    {
        var bytes = signature.Signature.Span;
        if (
            witness.Kind != SignatureKind.Cosignature
            || (signature.Name, signature.KeyId) != (witness.Name, witness.Id)
            || bytes.Length != Length
        )
            return null;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes);
        // Beyond the year 9999 there is no date to name it by.
        if (seconds is < 0 or > 253402300799 || !witness.Verifies(Message(seconds, text), bytes[8..]))
            return null;
        return DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    internal static byte[] Message(long seconds, string text) =>
        Encoding.UTF8.GetBytes($"cosignature/v1\ntime {Decimal.Write(seconds)}\n{text}");
}
