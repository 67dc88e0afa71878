using System.Text;

namespace OnRecord.Media.Embedded;

/// <summary>Text from before everything was Unicode: UTF-8 where it is valid, else what Western Windows wrote.</summary>
internal static class LegacyText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = Of(1252);

    public static string? Read(ReadOnlySpan<byte> bytes, Encoding? declared = null)
    {
        // What stands behind a zero is filling; EXIF parts photographer from editor by one.
        var text = Decode(bytes.TrimEnd((byte)0), declared).Replace("\0", "; ", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? null : text;
    }

    public static Encoding Of(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (declared is not null and not UTF8Encoding)
            return declared.GetString(bytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }
}
