using System.Text;
using System.Text.RegularExpressions;
using OnRecord.Platform;
using UtfUnknown;

namespace OnRecord.Imports;

/// <summary>Turns a page's bytes into text, whatever they were written in.</summary>
internal static partial class PageText
{
    private const int HeadLength = 4096;

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="name">What a message calls the page.</param>
    /// <param name="charset">As a server named it.</param>
    public static Outcome<string> Decode(byte[] bytes, string name, string? charset = null)
    {
        if (bytes.Length == 0)
            return new Problem($"{name} is empty.");
        var (encoding, mark) = ByMark(bytes) ?? (WithoutMark(bytes, charset), 0);
        if (encoding is null)
            return new Problem($"{name} is not text: it looks like a picture, an archive or another binary file.");
        var text = encoding.GetString(bytes, mark, bytes.Length - mark);
        return string.IsNullOrWhiteSpace(text)
            ? new Problem($"{name} holds nothing but white space.")
            : WithoutControls(text);
    }

    private static (Encoding?, int)? ByMark(byte[] bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    private static Encoding? WithoutMark(byte[] bytes, string? charset)
    {
        if (Utf16(bytes) is { } wide)
            return wide;
        if (LooksBinary(bytes))
            return null;
        // Bytes that are well-formed UTF-8 are so by design, whatever a label says.
        return IsUtf8(bytes) ? Encoding.UTF8 : Named(charset) ?? Declared(bytes) ?? Guessed(bytes);
    }

    // They are no text, and PostgreSQL and XML cannot hold them.
    private static string WithoutControls(string text) =>
        text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;

    private static bool IsControl(char c) =>
        c is (< ' ' and not ('\t' or '\n' or '\r' or '\f')) or '\u007f' or '\ufffe' or '\uffff';

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, HeadLength));
        return Charset().Match(head) is { Success: true } found ? Named(found.Groups[1].Value) : null;
    }

    private static Encoding? Named(string? charset)
    {
        if (charset is null)
            return null;
        try
        {
            // Browsers read these labels as windows-1252 (WHATWG Encoding, 4.2); UTF-8 was ruled out before.
            var name = charset.Trim().ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii"
                ? "windows-1252"
                : charset.Trim();
            return name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? null : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding Guessed(byte[] bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes).Detected;
        return found is { Encoding: { } encoding, Confidence: > 0.2f } && encoding.CodePage != Encoding.UTF8.CodePage
            ? encoding
            : Encoding.GetEncoding("windows-1252");
    }

    // Text in UTF-16 without its mark: of each pair one byte is nearly always the same few, and zero among them for spaces and signs.
    private static Encoding? Utf16(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, HeadLength) & ~1);
        var (even, odd) = (new int[256], new int[256]);
        for (var at = 0; at < head.Length; at += 2)
        {
            even[head[at]]++;
            odd[head[at + 1]]++;
        }
        return head.Length < 8 ? null
            : IsHighByte(odd, even, head.Length / 2) ? Encoding.Unicode
            : IsHighByte(even, odd, head.Length / 2) ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsHighByte(int[] high, int[] low, int count) =>
        high[0] > count / 20 && low[0] == 0 && high.Order().TakeLast(4).Sum() > count * 0.97;

    private static bool LooksBinary(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 16 * HeadLength));
        var control = 0;
        foreach (var value in head)
            control += value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) ? 1 : 0;
        return control > head.Length / 50 || head is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..];
    }

    [GeneratedRegex(
        """(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Charset();
}
