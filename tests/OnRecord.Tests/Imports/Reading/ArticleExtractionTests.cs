using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using OnRecord.Imports.Reading;

namespace OnRecord.Tests.Imports.Reading;

/// The article-extraction pages, by the measure in shared/conformance/README.md.
public sealed partial class ArticleExtractionTests(ITestOutputHelper output)
{
    private const double Bar = 0.965;

    [Fact]
    public void The_text_of_news_pages_is_found()
    {
        var folder = Conformance();
        if (folder is null)
            Assert.Skip("shared/conformance is not beside the repository");
        using var gold = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder, "article-extraction", "ground-truth.json"))
        );
        var scores = gold
            .RootElement.EnumerateObject()
            .Select(page => Score(Found(folder, page), page.Value.GetProperty("articleBody").GetString()!))
            .ToArray();
        var precision = scores.Where(score => score.Precision is not null).Average(score => score.Precision!.Value);
        var recall = scores.Average(score => score.Recall);
        var f1 = 2 * precision * recall / (precision + recall);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"article-extraction: {scores.Length} pages, precision {precision:F4}, recall {recall:F4}, F1 {f1:F4}"
            )
        );
        f1.ShouldBeGreaterThanOrEqualTo(Bar);
    }

    private static string Found(string folder, JsonProperty page)
    {
        using var packed = new GZipStream(
            File.OpenRead(Path.Combine(folder, "article-extraction", "html", page.Name + ".html.gz")),
            CompressionMode.Decompress
        );
        var read = ArticleReader.Read(
            new HtmlParser().ParseDocument(packed),
            new Uri(page.Value.GetProperty("url").GetString()!)
        );
        return read is null ? "" : ArticleText.Of(read.Body);
    }

    private static (double? Precision, double Recall) Score(string found, string gold)
    {
        var (have, want) = (Shingles(found), Shingles(gold));
        var both = have.Sum(shingle => Math.Min(shingle.Value, want.GetValueOrDefault(shingle.Key)));
        return (have.Count == 0 ? null : (double)both / have.Values.Sum(), (double)both / want.Values.Sum());
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; words.Length > 0 && at <= Math.Max(0, words.Length - 4); at++)
        {
            var shingle = string.Join(' ', words.Skip(at).Take(4));
            bag[shingle] = bag.GetValueOrDefault(shingle) + 1;
        }
        return bag;
    }

    private static string? Conformance()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared", "conformance");
            if (Directory.Exists(beside))
                return beside;
        }
        return null;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
