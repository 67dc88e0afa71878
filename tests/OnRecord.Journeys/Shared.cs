using System.Text.Json;
using System.Text.RegularExpressions;

namespace OnRecord.Journeys;

/// <summary>The folder of outside suites and samples beside the repository; journeys over it are skipped, and say so, where it is absent.</summary>
internal static partial class Shared
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

    /// <summary>HTML that tries to run something.</summary>
    public static IReadOnlyList<string> Payloads() => [.. DomPurify(), .. Owasp()];

    public static IReadOnlyList<string> NaughtyStrings() =>
        JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path("conformance", "naughty-strings", "blns.json")))!;

    private static IEnumerable<string> DomPurify()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path("conformance", "xss-dompurify", "expect.json")));
        return [.. cases.RootElement.EnumerateArray().Select(one => one.GetProperty("payload").GetString()!)];
    }

    // Markdown's backslashes stand before some brackets of the sheet; without them a payload is sharper.
    private static IEnumerable<string> Owasp() =>
        Directory
            .EnumerateFiles(Path("conformance", "xss-owasp", "cheatsheets"), "*.md")
            .SelectMany(sheet => CodeBlock().Matches(File.ReadAllText(sheet)))
            .Select(block => block.Groups["code"].Value)
            .SelectMany(code => new[] { code, code.Replace("\\<", "<").Replace("\\>", ">") })
            .Distinct();

    [GeneratedRegex(@"^```\w*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
