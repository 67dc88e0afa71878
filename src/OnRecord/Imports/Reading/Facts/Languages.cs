using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Facts;

internal static class Languages
{
    /// The page's language as a BCP 47 tag.
    public static string? Find(IDocument document, PageMeta meta, LinkedData data) =>
        Tag(document.DocumentElement.GetAttribute("lang"))
        ?? Tag(document.DocumentElement.GetAttribute("xml:lang"))
        ?? Tag(meta.First("content-language", "language", "dc.language", "inLanguage"))
        ?? Tag(data.Text("inLanguage"))
        ?? Tag(meta.First("og:locale"));

    private static string? Tag(string? text)
    {
        var parts = (text ?? "").Trim().Replace('_', '-').Split(',')[0].Split('-');
        if (
            parts[0].Length is not (2 or 3)
            || !parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
        )
            return null;
        return string.Join(
            '-',
            parts.Select(
                (part, at) =>
                    at == 0 ? part.ToLowerInvariant()
                    : part.Length == 2 ? part.ToUpperInvariant()
                    : part
            )
        );
    }
}
