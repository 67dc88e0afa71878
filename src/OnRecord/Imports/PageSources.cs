using OnRecord.Platform;

namespace OnRecord.Imports;

/// <summary>A page to be read: a file or an address.</summary>
/// <param name="Name">As a person wrote it, or found it in a folder they named.</param>
internal sealed record PageSource(string Name, Uri? Address);

/// <summary>Finds the pages that a person named: files, folders of them, addresses.</summary>
internal static class PageSources
{
    private static readonly string[] Endings = [".txt", ".html", ".htm", ".xhtml"];

    public static IEnumerable<Outcome<PageSource>> Of(string named)
    {
        if (Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return [new PageSource(named, address)];
        if (File.Exists(named))
            return [new PageSource(named, null)];
        if (!Directory.Exists(named))
            return [new Problem(named, $"There is no file, folder or web address {named}.")];
        var files = InFolder(named).ToList();
        return files.Count > 0
            ? files.Select(file => (Outcome<PageSource>)new PageSource(file, null))
            : [new Problem(named, $"The folder {named} holds no .txt or .html files.")];
    }

    private static IEnumerable<string> InFolder(string folder) =>
        Directory
            .EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    IgnoreInaccessible = true,
                    AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
                }
            )
            .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant()) && !IsOfSavedPage(folder, file))
            .Order(StringComparer.Ordinal);

    // Browsers save a page's frames, advertisements mostly, into a folder NAME_files beside it.
    private static bool IsOfSavedPage(string folder, string file) =>
        Path.GetRelativePath(folder, file)
            .Split(Path.DirectorySeparatorChar)
            .SkipLast(1)
            .Any(part => part.EndsWith("_files", StringComparison.Ordinal));
}
