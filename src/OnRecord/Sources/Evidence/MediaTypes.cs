using Microsoft.AspNetCore.StaticFiles;

namespace OnRecord.Sources.Evidence;

/// <summary>What kinds of file copies are. Whatever they are, they are only ever handed out to be saved.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider ByEnding = new();

    /// <summary>By the ending of a file's name; what a browser says of it is not asked.</summary>
    public static string Of(string name) => ByEnding.TryGetContentType(name, out var type) ? type : Unknown;

    /// <summary>A server's word for it where that is one.</summary>
    public static string Sound(string written) =>
        written.Length is > 2 and <= 100
        && written.Count(sign => sign == '/') == 1
        && written.All(sign => char.IsAsciiLetterOrDigit(sign) || "/.+-_".Contains(sign, StringComparison.Ordinal))
            ? written.ToLowerInvariant()
            : Unknown;

    public static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type is "application/xhtml+xml" or "application/json";

    public static bool IsHtml(string type) => type is "text/html" or "application/xhtml+xml";

    /// <summary>Under which type a copy is handed out: one that no browser runs.</summary>
    public static string Served(string type) =>
        type is "application/pdf" or "image/png" or "image/jpeg" or "image/webp" or "image/gif" ? type : Unknown;

    /// <summary>An ending for a name under which it is saved, with its dot; empty where none fits.</summary>
    public static string Ending(string type) =>
        type switch
        {
            "text/html" or "application/xhtml+xml" => ".html",
            "text/plain" => ".txt",
            "text/csv" => ".csv",
            "application/json" => ".json",
            "application/pdf" => ".pdf",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/webp" => ".webp",
            "image/gif" => ".gif",
            "application/msword" => ".doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation" => ".pptx",
            "application/vnd.oasis.opendocument.text" => ".odt",
            "application/vnd.oasis.opendocument.spreadsheet" => ".ods",
            "application/zip" or "application/x-zip-compressed" => ".zip",
            "audio/mpeg" => ".mp3",
            "video/mp4" => ".mp4",
            _ => "",
        };
}
