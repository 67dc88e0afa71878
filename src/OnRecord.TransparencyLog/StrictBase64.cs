namespace OnRecord.TransparencyLog;

/// <summary>Base64 (RFC 4648, 4) in the one way that its bytes are written: padded, without white space, with no stray bits (3.5).</summary>
internal static class StrictBase64
{
    /// <returns>Null where it is written otherwise.</returns>
    public static byte[]? Read(string written)
    {
        var bytes = new byte[(written.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(written, bytes, out var length))
            return null;
        var read = bytes[..length];
        return Convert.ToBase64String(read) == written ? read : null;
    }
}
