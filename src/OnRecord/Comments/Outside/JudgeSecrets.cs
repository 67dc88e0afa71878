using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Platform;

namespace OnRecord.Comments.Outside;

/// <summary>What the newsroom and the outside judge share, and what is signed with it: HMAC-SHA256 over id, time and body (Standard Webhooks, v1). Each secret signs, so that one can follow another.</summary>
internal sealed class JudgeSecrets
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    private readonly List<byte[]> keys;

    private JudgeSecrets(List<byte[]> keys) => this.keys = keys;

    /// <param name="written">One or several, parted by spaces or lines.</param>
    public static Outcome<JudgeSecrets> Read(string written)
    {
        var keys = written
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(secret =>
                Key(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret)
            )
            .ToList();
        return keys.Count > 0 && keys.TrueForAll(key => key.Length is >= Shortest and <= Longest)
            ? new JudgeSecrets(keys)
            : new Problem(
                $"The secret of Comments:OutsideJudge is not understood. It is {Prefix} and {Shortest} to {Longest} bytes in Base64; make one with: echo \"{Prefix}$(openssl rand -base64 32)\""
            );
    }

    /// <returns>The header <c>webhook-signature</c>.</returns>
    public string Sign(string id, long timestamp, byte[] body)
    {
        byte[] signed =
        [
            .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")),
            .. body,
        ];
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }

    // Empty where it is not Base64.
    private static byte[] Key(string written)
    {
        var bytes = new byte[written.Length];
        return Convert.TryFromBase64String(written, bytes, out var length) ? bytes[..length] : [];
    }
}
