using BenchmarkDotNet.Attributes;
using OnRecord.Documents;

namespace OnRecord.Benchmarks;

/// <summary>The pure parts on a story of eight hundred words.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private StoryDocument document = StoryDocument.Empty;
    private string json = "";
    private string html = "";

    [GlobalSetup]
    public void Write()
    {
        var paragraph =
            "<p>The Harrow ferry made its first crossing in nine days on <strong>Tuesday</strong>, with eleven people and a <a href=\"https://example.org/\">wardrobe</a> aboard.</p>";
        document = HtmlReader.Read(string.Concat(Enumerable.Repeat(paragraph, 50)));
        json = ProseMirrorWriter.Write(document);
        html = HtmlWriter.Write(document);
    }

    [Benchmark]
    public StoryDocument JsonIn() => ProseMirrorReader.Read(json);

    [Benchmark]
    public string JsonOut() => ProseMirrorWriter.Write(document);

    [Benchmark]
    public StoryDocument HtmlIn() => HtmlReader.Read(html);

    [Benchmark]
    public string HtmlOut() => HtmlWriter.Write(document);

    [Benchmark]
    public int Words() => Length.Of(document).Total;
}
