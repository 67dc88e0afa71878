using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using OnRecord.Feeds.Sitemaps;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Feeds.Sitemaps;

public class SitemapTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task The_index_names_a_part_for_each_month_in_which_stories_were_published()
    {
        await using var app = await OnRecordApp.Start();
        await app.Newsroom(newsroom => newsroom.TimeZone = "Europe/Kyiv");
        // Half past ten in London is past midnight in Kyiv, in the next month.
        await app.Show("Last year", dated: new DateTimeOffset(2025, 5, 31, 22, 30, 0, TimeSpan.Zero));
        await app.Show("The ferry");
        var index = await app.Xml("/sitemap.xml");
        var parts = index.Elements(Map + "sitemap").ToList();
        parts
            .Select(part => part.Element(Map + "loc")!.Value)
            .ShouldBe([
                $"{Follower.Home}/sitemaps/pages.xml.gz",
                $"{Follower.Home}/sitemaps/2026-03.xml.gz",
                $"{Follower.Home}/sitemaps/2025-06.xml.gz",
            ]);
        parts[1].Element(Map + "lastmod")!.Value.ShouldBe("2026-03-14T09:12:00Z");
        parts[2].Element(Map + "lastmod")!.Value.ShouldBe("2025-05-31T22:30:00Z");
        (await Addresses(app, "/sitemaps/2025-06.xml")).ShouldBe([$"{Follower.Home}/2025/06/last-year"]);
        foreach (
            var none in new[]
            {
                "2025-05.xml",
                "2026-03-2.xml",
                "2026-3.xml",
                "other.xml",
                "2026-13.xml",
                "pages-2.xml",
                "2026-03-1.xml",
            }
        )
            (await app.Http.GetAsync($"/sitemaps/{none}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, none);
    }

    [Fact]
    public async Task A_packed_part_holds_what_the_other_does()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show("Міст і пором");
        var answer = await app.Http.GetAsync("/sitemaps/2026-03.xml.gz");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/gzip");
        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
        await using var gzip = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var text = await reader.ReadToEndAsync();
        text.ShouldBe(await app.Page("/sitemaps/2026-03.xml"));
        XDocument
            .Parse(text)
            .Descendants(Map + "loc")
            .Single()
            .Value.ShouldStartWith($"{Follower.Home}/2026/03/%D0%BC");
    }

    [Fact]
    public async Task Pages_topics_and_people_have_parts_of_their_own()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show(
            "The ferry",
            content => content with { Byline = ["Ines Okafor"], Topics = ["Ferries"] },
            section: "Water"
        );
        await app.InDatabase(async db =>
        {
            var policy = new Policy
            {
                Id = Guid.CreateVersion7(),
                Slug = "ethics",
                Position = 1,
                Title = "Ethics",
                Language = "en",
                Draft = PolicyText.Read("We are fair."),
            };
            db.Add(policy);
            db.Add(policy.Publish(1, app.Clock.GetUtcNow(), null));
            return await db.SaveChangesAsync();
        });
        (await Addresses(app, "/sitemaps/pages.xml")).ShouldBe([
            .. new[]
            {
                "/",
                "/about",
                "/archive",
                "/corrections",
                "/feeds",
                "/record",
                "/topics",
                "/section/water",
                "/about/ethics",
            }.Select(path => Follower.Home + path),
        ]);
        (await Addresses(app, "/sitemaps/topics.xml")).ShouldBe([$"{Follower.Home}/topic/ferries"]);
        (await Addresses(app, "/sitemaps/people.xml")).ShouldBe([$"{Follower.Home}/by/ines-okafor"]);
        foreach (var address in await Addresses(app, "/sitemaps/pages.xml"))
            (await app.Http.GetAsync(new Uri(address).AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(SitemapXml.Most, 1)]
    [InlineData(SitemapXml.Most + 1, 2)]
    [InlineData(100_000, 3)]
    public void A_month_with_more_stories_than_a_sitemap_holds_has_several(int stories, int parts)
    {
        SitemapXml.Most.ShouldBeLessThanOrEqualTo(50_000);
        var files = SitemapPart.For("2026-03", stories).ToList();
        files.Count.ShouldBe(parts);
        foreach (var part in files)
            SitemapPart.Read(part.Path["/sitemaps/".Length..]).ShouldBe(part);
        if (parts > 1)
            files[1].Path.ShouldBe("/sitemaps/2026-03-2.xml.gz");
    }

    [Fact]
    public void The_longest_addresses_we_make_fit_into_the_bytes_a_sitemap_may_have()
    {
        var slug = string.Concat(Enumerable.Repeat("%E3%81%82", 80));
        var host = $"https://{string.Join('.', Enumerable.Repeat(new string('n', 63), 3))}.example";
        var one = new SitemapEntry($"{host}/2026/03/{slug}", DateTimeOffset.UnixEpoch);
        var bytes = SitemapXml.Addresses(Enumerable.Repeat(one, 1000)).Length;
        (bytes / 1000L * SitemapXml.Most).ShouldBeLessThan(52_428_800);
    }

    [Fact]
    public async Task The_news_sitemap_holds_two_days_newest_first_and_ages_by_itself()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show("The <ferry>");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Show("Пором", content => content with { Language = "uk-UA" });
        var urls = (await app.Xml("/news-sitemap.xml")).Elements(Map + "url").ToList();
        urls.Select(url => url.Element(News + "news")!.Element(News + "title")!.Value)
            .ShouldBe(["Пором", "The <ferry>"]);
        var news = urls[0].Element(News + "news")!;
        news.Element(News + "publication")!.Element(News + "name")!.Value.ShouldBe("The newsroom");
        news.Element(News + "publication")!.Element(News + "language")!.Value.ShouldBe("uk");
        news.Element(News + "publication_date")!.Value.ShouldBe("2026-03-14T10:12:00Z");
        app.Clock.Advance(TimeSpan.FromHours(47));
        (await app.Xml("/news-sitemap.xml")).Elements(Map + "url").Count().ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromHours(1));
        // The schema wants one address at least.
        var quiet = (await app.Xml("/news-sitemap.xml")).Elements(Map + "url").ShouldHaveSingleItem();
        quiet.Element(Map + "loc")!.Value.ShouldBe("https://news.example.org/");
        quiet.Element(News + "news").ShouldBeNull();
        (await Addresses(app, "/sitemaps/2026-03.xml")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Sitemaps_are_what_their_schemas_ask_for()
    {
        var folder = Shared.Path("conformance", "sitemap-xsd");
        await using var app = await OnRecordApp.Start();
        await app.Show(
            "The <ferry> & more",
            content => content with { Byline = ["Ines Okafor"], Topics = ["Ferries"] },
            section: "Water"
        );
        await app.Show("臺北", content => content with { Language = "zh-Hant" });
        (await OutsideTool.Schema(Path.Combine(folder, "siteindex.xsd"), await app.Page("/sitemap.xml"))).ShouldBe("");
        foreach (var part in new[] { "pages", "topics", "people", "2026-03" })
            (
                await OutsideTool.Schema(Path.Combine(folder, "sitemap.xsd"), await app.Page($"/sitemaps/{part}.xml"))
            ).ShouldBe("", part);
        // Sitemaps of news mix two schemas, so one is needed that knows both.
        var both = app.File(
            "both.xsd",
            $"""
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
              <xsd:import namespace="{Map.NamespaceName}" schemaLocation="{folder}/sitemap.xsd"/>
              <xsd:import namespace="{News.NamespaceName}" schemaLocation="{folder}/sitemap-news.xsd"/>
            </xsd:schema>
            """
        );
        (await OutsideTool.Schema(both, await app.Page("/news-sitemap.xml"))).ShouldBe("");
    }

    private static async Task<List<string>> Addresses(OnRecordApp app, string path) =>
        [.. (await app.Xml(path)).Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value)];
}
