using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Desk.Arrangement;

namespace OnRecord.Tests.Feeds;

public class FeedTests
{
    private static readonly string Picture = new('a', 64);

    [Fact]
    public async Task A_feed_holds_each_story_whole_with_its_pictures_and_the_ways_back()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Show(
            "The <ferry> & the dam",
            content =>
                content with
                {
                    Deck = "It comes back.",
                    Byline = ["Ines Okafor", "Tom Brandt"],
                    Topics = ["Ferries"],
                    Lead = new LeadPicture(Picture, 1600, 900, "A ferry at a pier", "The pier", "Drawing: Ines Okafor"),
                },
            "<p>Read <a href=\"/2026/01/before\">what was before</a>.</p><p>And on.\u0001</p>",
            "Water"
        );
        var item = (await app.Rss()).Single();
        item.Element("title")!.Value.ShouldBe("The <ferry> & the dam");
        item.Element("link")!.Value.ShouldBe(Follower.Home + story.Path);
        item.Element("guid")!.Value.ShouldBe($"urn:uuid:{story.Id}");
        ((string?)item.Element("guid")!.Attribute("isPermaLink")).ShouldBe("false");
        item.Element("pubDate")!.Value.ShouldBe("Sat, 14 Mar 2026 09:12:00 GMT");
        item.Element(Follower.Atom + "updated")!.Value.ShouldBe("2026-03-14T09:12:00Z");
        item.Element("description")!.Value.ShouldBe("It comes back.");
        item.Elements(Follower.DublinCore + "creator").Select(row => row.Value).ShouldBe(["Ines Okafor", "Tom Brandt"]);
        item.Elements("category").Select(row => row.Value).ShouldBe(["Water", "Ferries"]);
        var html = item.Element(Follower.Content + "encoded")!.Value;
        html.ShouldContain($"<a href=\"{Follower.Home}/2026/01/before\">what was before</a>");
        html.ShouldContain($"<img src=\"{Follower.Home}/media/{Picture}/1200.jpg\"");
        html.ShouldContain("alt=\"A ferry at a pier\"");
        html.ShouldContain("Drawing: Ines Okafor");
        html.ShouldContain($"{Follower.Home}{story.Path}/versions");
        html.ShouldContain($"{Follower.Home}{story.Path}/check");
        html.ShouldNotContain("\u0001");
        html.IndexOf("<img", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("Read", StringComparison.Ordinal));
        var media = item.Element(Follower.Media + "content").ShouldNotBeNull();
        ((string?)media.Attribute("url")).ShouldNotBeNull().ShouldStartWith($"{Follower.Home}/media/{Picture}/");
        media.Element(Follower.Media + "credit")!.Value.ShouldBe("Drawing: Ines Okafor");
        // A length that is not known is not made up.
        item.Element("enclosure").ShouldBeNull();

        var atom = (await app.Xml("/feed.atom")).Element(Follower.Atom + "entry")!;
        atom.Element(Follower.Atom + "id")!.Value.ShouldBe($"urn:uuid:{story.Id}");
        atom.Element(Follower.Atom + "content")!.Value.ShouldBe(html);
        atom.Elements(Follower.Atom + "author").Count().ShouldBe(2);
        var json = (await app.Json()).GetProperty("items")[0];
        json.GetProperty("id").GetString().ShouldBe($"urn:uuid:{story.Id}");
        json.GetProperty("content_html").GetString().ShouldBe(html);
        json.GetProperty("authors")[0].GetProperty("url").GetString().ShouldBe($"{Follower.Home}/by/ines-okafor");
        json.GetProperty("image").GetString().ShouldNotBeNull().ShouldStartWith(Follower.Home);
    }

    [Fact]
    public async Task A_correction_stands_above_the_text_in_every_feed_and_the_story_is_as_new_as_it()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        app.Clock.Advance(TimeSpan.FromHours(2));
        await tom.Rewrite(app, story, "Twelve were aboard.");
        (await tom.Correct(story, "We wrote nine.", "It was twelve.", "A passenger wrote.")).ShouldLead("/desk");
        var html = (await app.Rss()).Single().Element(Follower.Content + "encoded")!.Value;
        html.ShouldStartWith("<blockquote><p><strong>Correction</strong>");
        html.ShouldContain("<strong>What was wrong:</strong> We wrote nine.");
        html.ShouldContain("<strong>What is right:</strong> It was twelve.");
        html.ShouldContain("A passenger wrote.");
        html.IndexOf("It was twelve", StringComparison.Ordinal)
            .ShouldBeLessThan(html.IndexOf("Twelve were aboard", StringComparison.Ordinal));
        var item = (await app.Json()).GetProperty("items")[0];
        item.GetProperty("date_published").GetString().ShouldBe("2026-03-14T09:12:00Z");
        item.GetProperty("date_modified").GetString().ShouldBe("2026-03-14T11:12:00Z");
        (await app.Xml("/feed.atom")).Element(Follower.Atom + "updated")!.Value.ShouldBe("2026-03-14T11:12:00Z");
    }

    [Fact]
    public async Task Notices_speak_the_storys_language()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Show("Пором", content => content with { Language = "uk" }, "<p>Дев’ятеро.</p>");
        await app.InDatabase(async db =>
        {
            var row = await db.Stories.Include(one => one.Versions).SingleAsync(one => one.Id == story.Id);
            row.Draft = row.Draft with { Text = HtmlReader.Read("<p>Дванадцятеро.</p>") };
            await db.Transact(() =>
                ShowVersion.Into(
                    db,
                    row,
                    row.Update(
                        "",
                        app.Clock.GetUtcNow(),
                        kind: VersionKind.Correction,
                        correction: new Correction("Дев’ятеро.", "Дванадцятеро.")
                    ).Value!
                )
            );
            return 0;
        });
        (await app.Rss())
            .Single()
            .Element(Follower.Content + "encoded")!
            .Value.ShouldStartWith("<blockquote><p><strong>Виправлення</strong>");
    }

    [Fact]
    public async Task A_retracted_story_says_so_and_one_that_was_taken_down_is_gone()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        (await tom.Post($"/desk/stories/{story}/withdraw", [("note", "It was made up.")])).ShouldLead("/desk");
        foreach (var path in new[] { "/feed.xml", "/feed.atom", "/feed.json", "/news-sitemap.xml" })
            (await app.Page(path)).ShouldContain("Retracted: The ferry", customMessage: path);
        (await app.Rss()).Single().Element(Follower.Content + "encoded")!.Value.ShouldContain("It was made up.");
        (await tom.Remove(story, "A court asked for it.")).ShouldLead("/desk");
        foreach (var path in new[] { "/feed.xml", "/feed.atom", "/feed.json", "/news-sitemap.xml" })
            (await app.Page(path)).ShouldNotContain("ferry", customMessage: path);
        (await app.Http.GetAsync("/sitemaps/2026-03.xml")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sections_topics_and_people_have_feeds_of_their_own()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show(
            "The ferry",
            content => content with { Byline = ["Ines Okafor"], Topics = ["Ferries"] },
            section: "Water"
        );
        await app.Show(
            "The school",
            content => content with { Byline = ["Tom Brandt"], Topics = ["Lunch"] },
            section: "Schools"
        );
        foreach (var below in new[] { "/section/water", "/topic/ferries", "/by/ines-okafor" })
        {
            (await app.Rss($"{below}/feed.xml")).Select(item => item.Element("title")!.Value).ShouldBe(["The ferry"]);
            (await app.Xml($"{below}/feed.atom")).Elements(Follower.Atom + "entry").Count().ShouldBe(1);
            var json = await app.Json($"{below}/feed.json");
            json.GetProperty("feed_url").GetString().ShouldBe($"{Follower.Home}{below}/feed.json");
            json.GetProperty("home_page_url").GetString().ShouldBe($"{Follower.Home}{below}");
            json.GetProperty("items").GetArrayLength().ShouldBe(1);
            (await Offered(app, below)).ShouldContain(("application/rss+xml", $"{below}/feed.xml"));
        }
        (await app.Rss()).Count.ShouldBe(2);
        foreach (var below in new[] { "/section/none", "/topic/none", "/by/none" })
            (await app.Http.GetAsync($"{below}/feed.xml")).StatusCode.ShouldBe(HttpStatusCode.NotFound, below);
        (await Offered(app, "/")).ShouldBe([
            ("application/rss+xml", "/feed.xml"),
            ("application/atom+xml", "/feed.atom"),
            ("application/feed+json", "/feed.json"),
            ("application/atom+xml", "/corrections/feed"),
        ]);
        (await app.Page("/feeds")).ShouldContain("href=\"/section/water/feed.atom\"");
    }

    [Fact]
    public async Task The_feeds_of_a_merged_topic_and_person_lead_on()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show("The ferry", content => content with { Byline = ["Ines Okafor"], Topics = ["Ferries"] });
        await app.InDatabase(async db =>
        {
            db.Add(
                new FormerTopic
                {
                    Id = Guid.CreateVersion7(),
                    TopicId = (await db.Topics.SingleAsync()).Id,
                    Name = "Boats",
                    Slug = "boats",
                }
            );
            db.Add(
                new FormerPerson
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = (await db.Set<Person>().SingleAsync()).Id,
                    Name = "I. Okafor",
                    Slug = "i-okafor",
                }
            );
            return await db.SaveChangesAsync();
        });
        foreach (
            var (from, to) in new[]
            {
                ("/topic/boats/feed.xml", "/topic/ferries/feed.xml"),
                ("/topic/boats/feed.json", "/topic/ferries/feed.json"),
                ("/by/i-okafor/feed.atom", "/by/ines-okafor/feed.atom"),
            }
        )
        {
            var answer = await app.Http.GetAsync(from);
            answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently, from);
            answer.Headers.Location!.ToString().ShouldBe(to);
        }
    }

    [Fact]
    public async Task A_story_that_moves_stays_the_same_story()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Show("The ferry", content => content with { Topics = ["Ferries"] });
        var before = (await app.Rss()).Single();
        (await app.Rss("/topic/ferries/feed.xml")).Count.ShouldBe(1);
        (await app.Page("/topic/ferries")).ShouldContain(story.Path!);
        await app.InDatabase(async db =>
        {
            var row = await db.Stories.SingleAsync();
            await db.Transact(() => MoveStory.Into(db, row, "elsewhere"));
            return 0;
        });
        var after = (await app.Rss()).Single();
        after.Element("link")!.Value.ShouldBe($"{Follower.Home}/2026/03/elsewhere");
        (await app.Rss("/topic/ferries/feed.xml"))
            .Single()
            .Element("link")!
            .Value.ShouldBe($"{Follower.Home}/2026/03/elsewhere");
        (await app.Page("/topic/ferries")).ShouldNotContain(story.Path!);
        after.Element("guid")!.Value.ShouldBe(before.Element("guid")!.Value);
    }

    [Fact]
    public async Task A_month_and_a_search_can_be_followed()
    {
        await using var app = await OnRecordApp.Start();
        await app.Show("The old ferry", dated: new DateTimeOffset(2026, 2, 3, 9, 0, 0, TimeSpan.Zero));
        await app.Show("The ferry & the dam", section: "Water");
        await app.Show("The dam");
        (await app.Rss("/archive/2026/02/feed.xml")).Select(Title).ShouldBe(["The old ferry"]);
        (await app.Rss("/archive/2026/03/feed.xml")).Count.ShouldBe(2);
        (await app.Json("/archive/2026/02/feed.json"))
            .GetProperty("home_page_url")
            .GetString()
            .ShouldBe($"{Follower.Home}/archive/2026/02");
        (await app.Rss("/search/feed.xml?q=ferry")).Select(Title).ShouldBe(["The ferry & the dam", "The old ferry"]);
        (await app.Rss("/search/feed.xml?q=ferry&section=water")).Select(Title).ShouldBe(["The ferry & the dam"]);
        (await app.Rss("/search/feed.xml?q=nowhere")).ShouldBeEmpty();
        (await app.Json("/search/feed.json?q=ferry+%26"))
            .GetProperty("feed_url")
            .GetString()
            .ShouldBe($"{Follower.Home}/search/feed.json?q=ferry%20%26");
        foreach (
            var nothing in new[] { "/archive/2025/01/feed.xml", "/archive/2026/13/feed.xml", "/search/feed.xml?q=." }
        )
            (await app.Http.GetAsync(nothing)).StatusCode.ShouldBe(HttpStatusCode.NotFound, nothing);
        (await app.Page("/search?q=ferry")).ShouldContain("/search/feed.xml?q=ferry");
        (await app.Page("/archive/2026/02")).ShouldContain("/archive/2026/02/feed.atom");

        static string Title(System.Xml.Linq.XElement item) => item.Element("title")!.Value;
    }

    [Fact]
    public async Task A_feed_ends_where_the_newest_thirty_end()
    {
        await using var app = await OnRecordApp.Start();
        for (var at = 0; at < 32; at++)
        {
            await app.Show($"Story {at:D2}");
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var titles = (await app.Rss()).Select(item => item.Element("title")!.Value).ToList();
        titles.Count.ShouldBe(30);
        titles[0].ShouldBe("Story 31");
        titles[^1].ShouldBe("Story 02");
    }

    [Fact]
    public async Task An_empty_newsroom_has_feeds()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Rss()).ShouldBeEmpty();
        (await app.Xml("/feed.atom")).Element(Follower.Atom + "updated").ShouldNotBeNull();
        (await app.Json()).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static async Task<List<(string?, string?)>> Offered(OnRecordApp app, string page) =>
        [
            .. SiteDesk
                .Parse(await app.Page(page))
                .QuerySelectorAll("link[rel='alternate']")
                .Select(link => (link.GetAttribute("type"), link.GetAttribute("href"))),
        ];
}
