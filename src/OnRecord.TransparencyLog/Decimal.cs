using System.Globalization;

namespace OnRecord.TransparencyLog;

/// <summary>Whole numbers in ASCII digits without leading zeroes, as checkpoints, proofs and tile paths hold them.</summary>
internal static class Decimal
{
    /// <returns>Null where it is written otherwise, or beyond 2^63 - 1.</returns>
    public static long? Read(string written) =>
        written.Length > 0
        && written.All(char.IsAsciiDigit)
        && (written.Length == 1 || written[0] != '0')
        && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
