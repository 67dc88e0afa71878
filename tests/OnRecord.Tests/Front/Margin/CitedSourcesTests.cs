using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using OnRecord.Attribution;
using OnRecord.Sources;
using OnRecord.Stories;
using static OnRecord.Tests.Front.Margin.SourcedStory;

namespace OnRecord.Tests.Front.Margin;

public class CitedSourcesTests
{
    [Fact]
    public async Task Machines_read_what_a_story_cites_what_it_is_based_on_and_whom_it_quotes()
    {
        var (app, story) = await PublishDam();
        await using var _ = app;
        var article = await Article(app, story.Path!);
        Names(article["citation"]).ShouldBe(["CreativeWork Inspection notes", "NewsArticle Valley Courier"]);
        Names(article["isBasedOn"]).ShouldBe(["CreativeWork Inspection notes"]);
        article["citation"]![0]!["url"]!.GetValue<string>().ShouldBe("https://example.org/notes");
        article["citation"]![0]!["archivedAt"]!
            .GetValue<string>()
            .ShouldBe($"https://news.example.org/evidence/{Copy}");
        var quoted = article["hasPart"]!.AsArray();
        quoted
            .Select(one => one!["text"]!.GetValue<string>())
            .ShouldBe(["There is no scenario in which it goes this winter,", "“It stands,” “It will stand.”"]);
        quoted[0]!["spokenByCharacter"]!["name"]!.GetValue<string>().ShouldBe("Ada Lindqvist");
        quoted[0]!["spokenByCharacter"]!["jobTitle"]!.GetValue<string>().ShouldBe("chair");
        article.ToJsonString().ShouldNotContain("who work at the site");
    }

    [Fact]
    public async Task What_nobody_has_checked_says_so_to_machines_too()
    {
        await using var app = await OnRecordApp.Start();
        var line = Line("a", Lindqvist) with { IsChecked = false, Via = Named(SourceKind.Outlet, "Courier") };
        var story = await app.Publish(Content(["[a|“It stands,”] she told the Courier."], [line]));
        var article = await Article(app, story.Path!);
        foreach (var item in new[] { article["citation"]![0]!, article["hasPart"]![0]! })
            item["description"]!.GetValue<string>().ShouldContain("not yet checked by an editor");
    }

    [Fact]
    public async Task Every_type_and_property_is_one_of_schema_org()
    {
        var known = await Vocabulary();
        await using var app = await OnRecordApp.Start();
        LedgerLine[] lines =
        [
            .. DamLines,
            Line("set", Named(SourceKind.DataSet, "Register")),
            Line("post", Named(SourceKind.Post, "A post", address: "https://example.org/post")),
            Line("org", Named(SourceKind.Organisation, "The county")) with
            {
                Via = Named(SourceKind.Outlet, "Courier"),
            },
        ];
        var story = await app.Publish(Content([.. Dam, "[set|“1,900 people”]. [post|“Hm.”] [org|“We know.”]"], lines));
        var article = await Article(app, story.Path!);
        known.Check(article).ShouldBeEmpty();
        Names(article["isBasedOn"]).ShouldBe(["CreativeWork Inspection notes", "Dataset Register"]);
    }

    private static async Task<JsonNode> Article(OnRecordApp app, string path) =>
        JsonNode.Parse((await app.Parsed(path)).QuerySelector("script[type='application/ld+json']")!.TextContent)!;

    private static IEnumerable<string> Names(JsonNode? list) =>
        list!.AsArray().Select(one => $"{one!["@type"]} {one["name"]}");

    private static async Task<SchemaOrg> Vocabulary()
    {
        await using var file = File.OpenRead(Shared.Path("conformance", "schemaorg", "schemaorg-all-https.jsonld.gz"));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        return new SchemaOrg(await JsonNode.ParseAsync(unpacked) ?? throw new JsonException());
    }

    /// <summary>The vocabulary: which types there are, and which properties each may have.</summary>
    private sealed class SchemaOrg(JsonNode vocabulary)
    {
        private readonly Dictionary<string, JsonNode> terms = vocabulary["@graph"]!
            .AsArray()
            .ToDictionary(term => term!["@id"]!.GetValue<string>(), term => term!);

        public IEnumerable<string> Check(JsonNode node)
        {
            if (node is JsonArray list)
                return list.SelectMany(one => Check(one!));
            if (node is not JsonObject thing)
                return [];
            var type = thing["@type"]!.GetValue<string>();
            var above = Above($"schema:{type}").ToHashSet();
            return thing
                .Where(pair => pair.Key[0] != '@')
                .SelectMany(pair =>
                    Check(pair.Value!)
                        .Concat(
                            terms.TryGetValue($"schema:{pair.Key}", out var term)
                            && Ids(term["schema:domainIncludes"]).Any(above.Contains)
                                ? []
                                : [$"{type}.{pair.Key}"]
                        )
                );
        }

        private IEnumerable<string> Above(string type) =>
            terms.TryGetValue(type, out var term) ? [type, .. Ids(term["rdfs:subClassOf"]).SelectMany(Above)] : [];

        private static IEnumerable<string> Ids(JsonNode? node) =>
            node switch
            {
                JsonArray list => list.SelectMany(Ids),
                JsonObject one => [one["@id"]!.GetValue<string>()],
                _ => [],
            };
    }
}
