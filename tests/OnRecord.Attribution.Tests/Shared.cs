using System.Text;

namespace OnRecord.Attribution.Tests;

/// <summary>Texts of other people, beside the repository; a test that needs them is skipped where they are absent.</summary>
internal static class Shared
{
    public static string Folder(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine([folder.FullName, "shared", .. parts]);
            if (Path.Exists(shared))
                return shared;
        }
        Assert.Skip($"shared/{string.Join('/', parts)} is not beside the repository.");
        return "";
    }

    public static string Text(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(path));
}
