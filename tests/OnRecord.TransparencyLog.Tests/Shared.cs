namespace OnRecord.TransparencyLog.Tests;

/// <summary>Suites that others wrote, beside the repository. Where they are not, their tests are skipped and say so.</summary>
internal static class Shared
{
    public static string Folder(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "conformance", name);
            if (Directory.Exists(folder))
                return folder;
        }
        Assert.Skip($"../shared/conformance/{name} is not beside the repository.");
        return "";
    }

    public static void Count(long count, string what) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} {what}");

    /// <summary>Spreads a generated number, which is most often small, over all there are.</summary>
    public static ulong Spread(ulong generated) => unchecked((generated + 1) * 0x9E3779B97F4A7C15);
}
