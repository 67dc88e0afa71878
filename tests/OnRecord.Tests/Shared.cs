namespace OnRecord.Tests;

/// <summary>The folder of outside suites and samples beside the repository; tests over it are skipped, and say so, where it is absent.</summary>
internal static class Shared
{
    public static string Path(params ReadOnlySpan<string> parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(shared, "conformance")))
                return System.IO.Path.Combine([shared, .. parts]);
        }
        Assert.Skip("The folder shared is not beside the repository.");
        return "";
    }
}
