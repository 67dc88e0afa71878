using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OnRecord.TransparencyLog.Tests;

/// <summary>The sequence of numbers that comes with the vectors of RFC 8785: its first ones are listed, the next count up, the rest are hashes of hashes.</summary>
public partial class NumberTests
{
    private const int Serial = 2000;

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Numbers_are_written_as_ECMAScript_writes_them(int count)
    {
        var readme = File.ReadAllText(Path.Combine(Shared.Folder("jcs-vectors"), "testdata", "README.md"));
        var expected = Sum().Matches(readme).First(row => row.Groups[2].Value == $"{count}").Groups[1].Value;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bits in Numbers(readme).Take(count))
        {
            // "R" is read back as the same number, which is all that is asked of the input.
            var json = BitConverter.UInt64BitsToDouble(bits).ToString("R", CultureInfo.InvariantCulture);
            var written = CanonicalJson.Of(Encoding.ASCII.GetBytes(json));
            hash.AppendData([.. Encoding.ASCII.GetBytes($"{bits:x},"), .. written, (byte)'\n']);
        }
        Convert.ToHexStringLower(hash.GetHashAndReset()).ShouldBe(expected);
        Shared.Count(count, "numbers written");
    }

    private static IEnumerable<ulong> Numbers(string readme)
    {
        var listed = readme[..readme.IndexOf("staticF64s", StringComparison.Ordinal)];
        foreach (Match one in Listed().Matches(listed))
            yield return ulong.Parse(one.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        for (var at = 0UL; at < Serial; at++)
            yield return 0x0010000000000000 + at;
        for (var block = SHA256.HashData(new byte[32]); ; block = SHA256.HashData(block))
        for (var at = 0; at < block.Length; at += 8)
            if (
                BinaryPrimitives.ReadDoubleLittleEndian(block.AsSpan(at)) is not 0 and var number
                && double.IsFinite(number)
            )
                yield return BitConverter.DoubleToUInt64Bits(number);
    }

    [GeneratedRegex("0x([0-9a-f]{16})n")]
    private static partial Regex Listed();

    [GeneratedRegex(@"\| ([0-9a-f]{64}) \| (\d+) ")]
    private static partial Regex Sum();
}
