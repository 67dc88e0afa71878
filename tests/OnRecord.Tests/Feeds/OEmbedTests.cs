using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Stories;

namespace OnRecord.Tests.Feeds;

public class OEmbedTests
{
    [Fact]
    public async Task Another_site_learns_how_to_show_a_story_without_script()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Show(
            "The <ferry>",
            content =>
                content with
                {
                    Deck = "It's back & late.",
                    Byline = ["Ines Okafor"],
                    Lead = new LeadPicture(new string('a', 64), 1600, 900, "A ferry", null, null),
                }
        );
        var page = Follower.Home + story.Path;
        var card = await app.Json($"/oembed?url={Uri.EscapeDataString(page)}");
        card.GetProperty("type").GetString().ShouldBe("rich");
        card.GetProperty("version").GetString().ShouldBe("1.0");
        card.GetProperty("title").GetString().ShouldBe("The <ferry>");
        card.GetProperty("author_name").GetString().ShouldBe("Ines Okafor");
        card.GetProperty("provider_name").GetString().ShouldBe("The newsroom");
        card.GetProperty("provider_url").GetString().ShouldBe($"{Follower.Home}/");
        card.GetProperty("width").GetInt32().ShouldBe(600);
        card.GetProperty("thumbnail_width").GetInt32().ShouldBe(1200);
        var html = card.GetProperty("html").GetString()!;
        html.ShouldStartWith("<blockquote");
        html.ShouldContain($"<a href=\"{page}\"><strong>The &lt;ferry&gt;</strong></a>");
        html.ShouldNotContain("script");
        var small = await app.Json($"/oembed?url={Uri.EscapeDataString(page)}&format=json&maxwidth=400&maxheight=100");
        (small.GetProperty("width").GetInt32(), small.GetProperty("height").GetInt32()).ShouldBe((400, 100));
        small.TryGetProperty("thumbnail_url", out _).ShouldBeFalse();
        var xml = await app.Xml($"/oembed?url={Uri.EscapeDataString(page)}&format=xml");
        xml.Name.LocalName.ShouldBe("oembed");
        xml.Element("html")!.Value.ShouldBe(html);
        var answer = await app.Http.GetAsync($"/oembed?url={Uri.EscapeDataString(page)}&format=xml");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/xml");
    }

    [Fact]
    public async Task A_storys_page_says_where_to_ask()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Show("The ferry");
        var links = Tests
            .Desk.Arrangement.SiteDesk.Parse(await app.Page(story.Path!))
            .QuerySelectorAll("link[type$='+oembed']")
            .ToDictionary(link => link.GetAttribute("type")!, link => link.GetAttribute("href")!);
        foreach (var type in new[] { "application/json+oembed", "text/xml+oembed" })
        {
            links[type].ShouldStartWith($"{Follower.Home}/oembed?");
            (await app.Http.GetAsync(new Uri(links[type]).PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.OK, type);
        }
        (await app.Page("/")).ShouldNotContain("oembed");
        (await app.Page($"{story.Path}/versions/1")).ShouldNotContain("oembed");
    }

    [Fact]
    public async Task What_is_not_ours_is_not_found_and_an_unknown_form_not_implemented()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Show("Міст");
        async Task<HttpStatusCode> Ask(string query) => (await app.Http.GetAsync($"/oembed{query}")).StatusCode;
        var ours = Uri.EscapeDataString(new Uri(Follower.Home + story.Path).AbsoluteUri);
        (await Ask($"?url={ours}")).ShouldBe(HttpStatusCode.OK);
        (await Ask($"?url={ours}&format=yaml")).ShouldBe(HttpStatusCode.NotImplemented);
        (await Ask("")).ShouldBe(HttpStatusCode.NotFound);
        (await Ask("?url=nonsense")).ShouldBe(HttpStatusCode.NotFound);
        (await Ask($"?url={Uri.EscapeDataString($"{Follower.Home}/about")}")).ShouldBe(HttpStatusCode.NotFound);
        (await Ask($"?url={Uri.EscapeDataString($"https://other.example.org{story.Path}")}")).ShouldBe(
            HttpStatusCode.NotFound
        );
        (await Ask($"?url={Uri.EscapeDataString($"{Follower.Home}/2026/03/a%00b")}")).ShouldBe(HttpStatusCode.NotFound);
        await app.InDatabase(async db =>
        {
            var row = await db.Stories.SingleAsync();
            await db.Transact(() => MoveStory.Into(db, row, "bridge"));
            return 0;
        });
        // Links to where it was are shared for years.
        (await app.Json($"/oembed?url={ours}"))
            .GetProperty("html")
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain("/2026/03/bridge");
    }
}
