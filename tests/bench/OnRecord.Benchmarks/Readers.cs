using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using OnRecord.Documents;
using OnRecord.Imports;

namespace OnRecord.Benchmarks;

/// <summary>Our reader of article pages and SmartReader as it comes, on the same pages in the same run.</summary>
internal static class Readers
{
    private const int Rounds = 8;

    /// <param name="shared">The folder of outside suites.</param>
    /// <param name="folder">Where the pages are unzipped to.</param>
    public static int Compare(string shared, string folder)
    {
        var suite = Path.Combine(shared, "conformance", "article-extraction");
        var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(suite, "ground-truth.json"))).RootElement;
        var pages = gold.EnumerateObject()
            .Select(page =>
                (
                    Html: Unzip(suite, page.Name, folder),
                    Text: page.Value.GetProperty("articleBody").GetString()!,
                    Address: page.Value.GetProperty("url").GetString()!
                )
            )
            .ToList();
        var ours = Run(
            "ours",
            pages,
            (html, _) =>
                PageReader.Read(html, "page", isHtml: true, null).Value is { } story ? PlainText.Of(story.Text) : ""
        );
        var theirs = Run(
            "SmartReader",
            pages,
            (html, address) => new SmartReader.Reader(address, html).GetArticle().TextContent ?? ""
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ours over SmartReader: F1 {ours.F1 / theirs.F1:0.000}, speed {ours.Speed / theirs.Speed:0.00}"
            )
        );
        Console.WriteLine(
            JsonSerializer.Serialize(
                new { ours = new { ours.F1, ours.Speed }, smartReader = new { theirs.F1, theirs.Speed } }
            )
        );
        return ours.F1 >= 0.965 ? 0 : 1;
    }

    private static (double F1, double Speed) Run(
        string name,
        List<(string Html, string Text, string Address)> pages,
        Func<string, string, string> read
    )
    {
        var (precision, recall, f1) = Shingles.Average([
            .. pages.Select(page => Shingles.Score(read(page.Html, page.Address), page.Text)),
        ]);
        var since = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
            foreach (var page in pages)
                _ = read(page.Html, page.Address);
        var speed = Rounds * pages.Count / Stopwatch.GetElapsedTime(since).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -12} F1 {f1:0.0000}  precision {precision:0.0000}  recall {recall:0.0000}  {speed:0} pages/s warm"
            )
        );
        return (f1, speed);
    }

    private static string Unzip(string suite, string name, string folder)
    {
        using var zipped = new GZipStream(
            File.OpenRead(Path.Combine(suite, "html", $"{name}.html.gz")),
            CompressionMode.Decompress
        );
        using var bytes = new MemoryStream();
        zipped.CopyTo(bytes);
        File.WriteAllBytes(Path.Combine(folder, $"{name}.html"), bytes.ToArray());
        return PageText.Decode(bytes.ToArray(), name).Value!;
    }
}
