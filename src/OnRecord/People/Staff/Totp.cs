using System.Globalization;
using System.Security.Cryptography;

namespace OnRecord.People.Staff;

/// <summary>Codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits, what every app takes). Identity's own do not say which time step a code was of, so one could be used twice.</summary>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret in Base32: 160 bits, as RFC 4226 asks for.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, 32);

    /// <returns>The time step the code is of, one step early or late allowed; null where it is none.</returns>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length != 6)
            return null;
        var step = now.ToUnixTimeSeconds() / StepSeconds;
        foreach (var near in (long[])[step, step - 1, step + 1])
            if (CryptographicOperations.FixedTimeEquals(Bytes(Code(secret, near)), Bytes(digits)))
                return near;
        return null;
    }

    public static string CodeAt(string secret, DateTimeOffset now) =>
        Code(secret, now.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What the QR code says.</summary>
    public static string Address(string secret, string newsroom, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(newsroom)}:{Uri.EscapeDataString(email)}?secret={secret}&issuer={Uri.EscapeDataString(newsroom)}";

    // RFC 4226, 5.3: dynamic truncation.
    private static string Code(string secret, long step)
    {
        var counter = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default, and all that most apps know; HMAC does not rest on SHA-1's collisions.
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in secret)
        {
            buffer = ((buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits >= 8)
                bytes[at++] = (byte)(buffer >> (bits -= 8));
        }
        return bytes;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
