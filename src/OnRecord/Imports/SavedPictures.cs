using AngleSharp.Html.Dom;
using OnRecord.Platform;

namespace OnRecord.Imports;

/// <summary>Pictures that a browser saved beside a page. They get an address of their own, under a name that no server can have (RFC 2606), so that they are told from those of the web.</summary>
internal static class SavedPictures
{
    private const string Host = "beside-the-page.invalid";

    /// <summary>Names the pictures of a page that lie in its folder.</summary>
    public static void Name(IHtmlDocument page, string file)
    {
        foreach (var image in page.Images)
            if (image.GetAttribute("src") is { } source && Find(source, file) is not null)
            {
                image.SetAttribute("src", $"https://{Host}/{Relative(source)}");
                // Other sizes of it were not saved.
                image.RemoveAttribute("srcset");
                image.RemoveAttribute("data-src");
                image.RemoveAttribute("data-srcset");
            }
    }

    public static bool Is(Uri address) => address.Host == Host;

    /// <param name="file">The saved page.</param>
    public static Outcome<byte[]> Read(Uri address, string file) =>
        Find(address.AbsolutePath, file) is { } picture
            ? File.ReadAllBytes(picture)
            : new Problem($"{Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/'))} is not beside the page.");

    // Only what lies in the page's own folder: a page must not reach out of it.
    private static string? Find(string source, string file)
    {
        if (
            source.Contains(':')
            || source.Contains('\0')
            || source.Contains("%00", StringComparison.Ordinal)
            || source.StartsWith("//", StringComparison.Ordinal)
            || Path.GetDirectoryName(Path.GetFullPath(file)) is not { } folder
        )
            return null;
        var picture = Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(Relative(source))));
        return
            picture.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(picture)
            ? picture
            : null;
    }

    private static string Relative(string source) =>
        source.Split('?', '#')[0] is var path && path.StartsWith("./", StringComparison.Ordinal)
            ? path[2..]
            : path.TrimStart('/');
}
