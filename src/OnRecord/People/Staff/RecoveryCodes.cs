using System.Security.Cryptography;
using System.Text;

namespace OnRecord.People.Staff;

/// <summary>Codes for the day the phone is gone: each opens once. 80 random bits each, so that a plain hash keeps them.</summary>
internal static class RecoveryCodes
{
    private const int Number = 10;

    // Without letters and digits that are taken for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> Make() =>
        [
            .. Enumerable
                .Range(0, Number)
                .Select(_ => RandomNumberGenerator.GetString(Letters, 16))
                .Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part)))),
        ];

    public static string Kept(IEnumerable<string> codes) => string.Join(' ', codes.Select(Hash));

    public static int Count(string kept) => Each(kept).Length;

    /// <returns>What is kept once this code was used; null where it is none of them.</returns>
    public static string? Without(string kept, string code)
    {
        var hash = Hash(code);
        var hashes = Each(kept);
        return hashes.Contains(hash) ? string.Join(' ', hashes.Where(other => other != hash)) : null;
    }

    /// <summary>Whether somebody wrote a recovery code where a code of the app was asked for.</summary>
    public static bool LooksLikeOne(string written) => written.Count(char.IsLetterOrDigit) == 16;

    private static string Hash(string code) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant()))
        );

    private static string[] Each(string kept) => kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
