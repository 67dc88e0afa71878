using OnRecord.Platform;
using OnRecord.Platform.Fetching;

namespace OnRecord.Imports;

/// <summary>Gets a page's bytes and reads the story in them.</summary>
internal static class PageOpener
{
    private const int MaximumMegabytes = 32;

    public static Outcome<ReadStory> Open(string file)
    {
        try
        {
            if (new FileInfo(file).Length > MaximumMegabytes * 1024L * 1024L)
                return new Problem($"{file} is larger than {MaximumMegabytes} MB, the most that a page may be.");
            if (!IsRegular(file))
                return new Problem($"{file} is not an ordinary file.");
            return Read(File.ReadAllBytes(file), file, null, IsHtml(file), null, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Problem($"{file} could not be read: {failure.Message}");
        }
    }

    public static async Task<Outcome<ReadStory>> Open(PageSource page, GuardedFetcher fetcher, CancellationToken stop)
    {
        if (page.Address is null)
            return Open(page.Name);
        var fetched = await fetcher.Fetch(
            page.Address,
            "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5",
            stop
        );
        if (fetched.Value is not { } answer)
            return fetched.Problems[0];
        if (answer.MediaType is not ("text/html" or "application/xhtml+xml" or "text/plain" or ""))
            return new Problem($"{page.Name} is {answer.MediaType}, not an HTML page.");
        return Read(
            answer.Bytes,
            page.Name,
            answer.Charset,
            answer.MediaType == "text/plain" ? false : null,
            answer.Address
        );
    }

    private static Outcome<ReadStory> Read(
        byte[] bytes,
        string name,
        string? charset,
        bool? isHtml,
        Uri? address,
        string? file = null
    )
    {
        var text = PageText.Decode(bytes, name, charset);
        if (text.Value is not { } page)
            return text.Problems[0];
        try
        {
            return PageReader.Read(page, name, isHtml, address, file);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // One page that we read wrongly must not stop the thousand beside it.
            return new Problem(
                $"{name} could not be read: OnRecord made a mistake over it ({fault.GetType().Name}). Please report it with the page."
            );
        }
    }

    // A device may have no end.
    private static bool IsRegular(string file) =>
        (new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file)) is var path
        && !path.StartsWith("/dev/", StringComparison.Ordinal)
        && !path.StartsWith("/proc/", StringComparison.Ordinal)
        && !File.GetAttributes(path).HasFlag(FileAttributes.Device);

    private static bool? IsHtml(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" ? true : null;
}
