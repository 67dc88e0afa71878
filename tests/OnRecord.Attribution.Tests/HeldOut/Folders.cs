namespace OnRecord.Attribution.Tests.HeldOut;

/// <summary>Where the texts lie that we measure on.</summary>
internal static class Folders
{
    /// <summary>The texts that were written to be held out.</summary>
    public static string Texts =>
        Above("tests", "OnRecord.Attribution.Tests", "HeldOut", "texts")
        ?? throw new DirectoryNotFoundException("HeldOut/texts is not above " + AppContext.BaseDirectory);

    /// <summary>A folder of the outside suites; null where they are not beside the repository.</summary>
    public static string? Conformance(string suite) => Above("shared", "conformance", suite);

    private static string? Above(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine([folder.FullName, .. parts]);
            if (Directory.Exists(beside))
                return beside;
        }
        return null;
    }
}
