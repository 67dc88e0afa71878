using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace OnRecord.Tests.Sources.Protection;

/// <summary>Looks for a name in bytes, in every way in which it could have come there.</summary>
internal sealed class Traces(params string[] names)
{
    private readonly (string Way, byte[] Bytes)[] forms = [.. names.SelectMany(Forms)];

    /// <returns>How a name is in there; null where it is not.</returns>
    public string? In(byte[] bytes)
    {
        foreach (var (way, form) in forms)
            if (bytes.AsSpan().IndexOf(form) >= 0)
                return way;
        return In(Encoding.UTF8.GetString(bytes)) ?? In(WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes)));
    }

    public string? In(string text) =>
        names.FirstOrDefault(name =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(
                text,
                name,
                CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
            ) >= 0
        )
            is { } found
            ? $"{found}, by its letters"
            : null;

    public void ShouldNotBeIn(byte[] bytes, string where) => In(bytes).ShouldBeNull(where);

    public async Task ShouldNotBeIn(string file)
    {
        // A server has it open.
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        ShouldNotBeIn(bytes.ToArray(), file);
        In(file).ShouldBeNull();
    }

    /// <summary>Every member of a tar, which may be compressed.</summary>
    public static async Task<Dictionary<string, byte[]>> Members(string file)
    {
        var members = new Dictionary<string, byte[]>();
        await using var input = File.OpenRead(file);
        await using var unpacked = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(input, CompressionMode.Decompress)
            : (Stream)input;
        await using var tar = new TarReader(unpacked);
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
        {
            using var bytes = new MemoryStream();
            await (entry.DataStream ?? Stream.Null).CopyToAsync(bytes);
            members.Add(entry.Name, bytes.ToArray());
        }
        return members;
    }

    private static IEnumerable<(string, byte[])> Forms(string name)
    {
        foreach (var cased in new[] { name, name.ToLowerInvariant(), name.ToUpperInvariant() }.Distinct())
        {
            yield return ($"{cased}, UTF-8", Encoding.UTF8.GetBytes(cased));
            yield return ($"{cased}, UTF-16", Encoding.Unicode.GetBytes(cased));
            yield return ($"{cased}, UTF-16 the other way round", Encoding.BigEndianUnicode.GetBytes(cased));
            yield return ($"{cased}, Latin 1", Encoding.Latin1.GetBytes(cased));
            foreach (var text in new[] { Encoding.UTF8, Encoding.Unicode })
            foreach (var shift in new[] { 0, 1, 2 })
            foreach (var url in new[] { false, true })
                yield return ($"{cased}, base64", Encoding.ASCII.GetBytes(Base64(text.GetBytes(cased), shift, url)));
            yield return ($"{cased}, percent", Encoding.ASCII.GetBytes(Uri.EscapeDataString(cased)));
            yield return ($"{cased}, percent, small", Encoding.ASCII.GetBytes(Small(Uri.EscapeDataString(cased))));
            yield return ($"{cased}, form", Encoding.ASCII.GetBytes(WebUtility.UrlEncode(cased)));
            yield return ($"{cased}, HTML", Encoding.UTF8.GetBytes(WebUtility.HtmlEncode(cased)));
            yield return ($"{cased}, HTML hexadecimal", Encoding.ASCII.GetBytes(Escaped(cased, "&#x{0:X};")));
            yield return ($"{cased}, JSON", Encoding.ASCII.GetBytes(Escaped(cased, "\\u{0:X4}")));
            yield return ($"{cased}, JSON, small", Encoding.ASCII.GetBytes(Escaped(cased, "\\u{0:x4}")));
            yield return (
                $"{cased}, hexadecimal",
                Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(cased)))
            );
            yield return (
                $"{cased}, HEXADECIMAL",
                Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(cased)))
            );
        }
        var plain = OnRecord.Platform.Slug.From(name, "");
        yield return ($"{name}, as an address", Encoding.UTF8.GetBytes(plain));
    }

    // Without the first and last letters, which hold neighbours' bits.
    private static string Base64(byte[] bytes, int shift, bool url)
    {
        var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
        var inner = whole[
            (shift == 0 ? 0 : shift + 1)..((shift + bytes.Length) % 3 == 0 ? whole.Length : whole.Length - 1)
        ];
        return url ? inner.Replace('+', '-').Replace('/', '_') : inner;
    }

    private static string Small(string percent) =>
        string.Concat(
            percent.Select(
                (letter, at) =>
                    at > 0 && percent[(at >= 2 ? at - 2 : at - 1)..at].Contains('%')
                        ? char.ToLowerInvariant(letter)
                        : letter
            )
        );

    private static string Escaped(string text, string format) =>
        string.Concat(
            text.Select(letter =>
                char.IsAscii(letter) ? $"{letter}" : string.Format(CultureInfo.InvariantCulture, format, (int)letter)
            )
        );
}
