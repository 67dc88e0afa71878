using System.Globalization;
using System.Text.Json;
using OnRecord.Documents;
using OnRecord.Stories;

namespace OnRecord.Tests.Feeds;

/// <summary>What programs that others wrote read in our feeds.</summary>
public class FeedConformanceTests
{
    [Theory]
    [InlineData("/feed.xml", "rss20")]
    [InlineData("/feed.atom", "atom10")]
    public async Task An_outside_parser_finds_no_fault_and_all_that_was_said(string path, string version)
    {
        await using var app = await Filled();
        var feed = JsonDocument.Parse(await OutsideTool.Feedparser(await app.Page(path))).RootElement;
        feed.GetProperty("bozo").GetBoolean().ShouldBeFalse(feed.GetProperty("why").GetString());
        feed.GetProperty("version").GetString().ShouldBe(version);
        feed.GetProperty("title").GetString().ShouldBe("The newsroom");
        feed.GetProperty("links")
            .EnumerateArray()
            .Select(link => $"{link.GetProperty("rel")} {link.GetProperty("href")}")
            .ShouldBe(
                [$"self {Follower.Home}{path}", $"alternate {Follower.Home}/", "hub https://hub.example.net/"],
                ignoreOrder: true
            );
        var entries = feed.GetProperty("entries").EnumerateArray().ToList();
        entries.Count.ShouldBe(3);
        entries[0].GetProperty("title").GetString().ShouldBe("Пором & міст");
        entries[2].GetProperty("title").GetString().ShouldBe("The ferry is back");
        entries[2]
            .GetProperty("authors")
            .EnumerateArray()
            .Select(name => name.GetString())
            .ShouldContain("Ines Okafor");
        entries[2]
            .GetProperty("published")
            .EnumerateArray()
            .Select(part => part.GetInt32())
            .ShouldBe([2026, 3, 14, 9, 12, 0]);
        entries[2].GetProperty("updated").GetArrayLength().ShouldBe(6);
        entries[2].GetProperty("html").GetString().ShouldNotBeNull().ShouldContain("<table>");
        entries
            .Select(entry => entry.GetProperty("id").GetString()!)
            .ShouldAllBe(id => id.StartsWith("urn:uuid:", StringComparison.Ordinal));
        if (version == "rss20")
            entries[2].GetProperty("media").GetArrayLength().ShouldBe(1);
    }

    /// <summary>By the words of the specification, 1.1: which members there may be, of which kind, and which there must be.</summary>
    [Fact]
    public async Task A_JSON_feed_has_what_its_specification_asks_for_and_nothing_it_does_not_know()
    {
        var specification = await File.ReadAllTextAsync(
            Shared.Path("conformance", "jsonfeed-spec", "pages", "version", "1.1.markdown")
        );
        await using var app = await Filled();
        var feed = await app.Json();
        feed.EnumerateObject().First().Name.ShouldBe("version");
        feed.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        foreach (var member in feed.EnumerateObject())
            specification.ShouldContain($"`{member.Name}`");
        foreach (var needed in new[] { "title", "home_page_url", "feed_url" })
            feed.GetProperty(needed).GetString().ShouldNotBeNullOrEmpty(needed);
        foreach (var hub in feed.GetProperty("hubs").EnumerateArray())
            (hub.GetProperty("type").GetString(), hub.GetProperty("url").GetString()).ShouldBe(
                ("WebSub", "https://hub.example.net/")
            );
        var ids = new HashSet<string>();
        foreach (var item in feed.GetProperty("items").EnumerateArray())
        {
            foreach (var member in item.EnumerateObject())
                specification.ShouldContain($"`{member.Name}`");
            ids.Add(item.GetProperty("id").GetString().ShouldNotBeNull()).ShouldBeTrue();
            item.GetProperty("content_html").GetString().ShouldNotBeNullOrEmpty();
            foreach (var date in new[] { "date_published", "date_modified" })
                DateTimeOffset.ParseExact(
                    item.GetProperty(date).GetString()!,
                    "yyyy-MM-dd'T'HH:mm:ssK",
                    CultureInfo.InvariantCulture
                );
            foreach (var author in item.GetProperty("authors").EnumerateArray())
                author.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        }
        ids.Count.ShouldBe(3);
        var answer = await app.Http.GetAsync("/feed.json");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/feed+json");
        answer
            .Headers.GetValues("Link")
            .Single()
            .ShouldBe($"<{Follower.Home}/feed.json>; rel=\"self\", <https://hub.example.net/>; rel=\"hub\"");
    }

    private static async Task<OnRecordApp> Filled()
    {
        var app = await OnRecordApp.Start();
        await app.Newsroom(newsroom => newsroom.Hubs = "https://hub.example.net/");
        await app.Show(
            "The ferry is back",
            content =>
                content with
                {
                    Byline = ["Ines Okafor"],
                    Lead = new LeadPicture(new string('b', 64), 900, 600, "A <ferry>", null, "Drawing: Tom & Ines"),
                },
            "<p>One <em>word</em>.</p><ul><li>a</li><li>b</li></ul><table><tr><th>Year</th><td>1</td></tr></table><blockquote><p>So.</p></blockquote>"
        );
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Show("]]> & </description><b>", content => content with { Byline = ["T. <Brandt>"] });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Show(
            "Пором & міст",
            content => content with { Language = "uk", Byline = ["Оксана Гриценко"], Topics = ["Переправа"] },
            "<p>Текст \u0007 і 🙂.</p>"
        );
        return app;
    }
}
