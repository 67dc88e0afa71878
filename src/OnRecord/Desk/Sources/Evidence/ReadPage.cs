using OnRecord.Documents;
using OnRecord.Imports;
using OnRecord.Sources.Evidence;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>Reads the text in a saved page, as an import reads it.</summary>
internal static class ReadPage
{
    public static CopyText? Text(byte[] bytes, string mediaType, string? charset)
    {
        if (!MediaTypes.IsText(mediaType) || PageText.Decode(bytes, mediaType, charset).Value is not { } text)
            return null;
        if (!MediaTypes.IsHtml(mediaType))
            return new CopyText("", text);
        try
        {
            using var page = TimedParser.Parse(text);
            return page is null ? null : new CopyText(page.Title ?? "", PlainText.Of(HtmlReader.Read(page.Body)));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A page that we read wrongly is still a page that was cited: its bytes are kept.
            return null;
        }
    }
}
