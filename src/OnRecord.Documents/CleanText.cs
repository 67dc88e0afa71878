using System.Text;

namespace OnRecord.Documents;

/// <summary>Text that JSON, XML and HTML can all hold.</summary>
internal static class CleanText
{
    /// <summary>The text without control characters (XML 1.0, 2.2) and with lone surrogates replaced by U+FFFD.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Any(IsForbidden))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || !IsForbidden((char)rune.Value))
                clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static bool IsForbidden(char c) =>
        c is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\u007f' and <= '\u009f') or '\ufffe' or '\uffff';
}
