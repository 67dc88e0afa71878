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
}
