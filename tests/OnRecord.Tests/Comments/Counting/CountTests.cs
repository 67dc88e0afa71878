using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Comments.Counting;
using OnRecord.Comments.Own;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Tests.Front;

namespace OnRecord.Tests.Comments.Counting;

public class CountTests
{
    private const string Greta = "greta@readers.example";
    private const string Lothar = "lothar@readers.example";

    [Theory]
    [InlineData("/")]
    [InlineData("/section/water")]
    [InlineData("/archive/2026/03")]
    public async Task Lists_say_how_many_comments_a_story_has_and_lead_to_them(string list)
    {
        await using var newsroom = await CommentedNewsroom.Open();
        (await newsroom.App.Read(list)).QuerySelector(".comment-count").ShouldBeNull();
        await newsroom.Shown(Greta, "I was at the meeting.");
        await newsroom.Shown(Lothar, "So was I.", "Lothar");
        await Renew(newsroom.App);
        var count = (await newsroom.App.Read(list)).QuerySelector(".comment-count")!;
        count.TextContent.ShouldBe("2 comments");
        count.GetAttribute("href").ShouldBe($"{newsroom.Path}#comments");
    }

    [Fact]
    public async Task Lists_go_from_the_store_once_for_all_comments_and_not_for_each()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.App.Page("/section/water");
        var store = newsroom.App.Services.GetRequiredService<PageStore>();
        var kept = store.Count;
        var first = await newsroom.Shown(Greta, "I was at the meeting.");
        await newsroom.Shown(Greta, "And I stayed.");
        (await newsroom.App.Page("/section/water")).ShouldNotContain("comment-count");
        store.Count.ShouldBe(kept);
        await Renew(newsroom.App);
        (await newsroom.App.Page("/section/water")).ShouldContain("2 comments");
        var before = store.Evictions;
        await Renew(newsroom.App);
        store.Evictions.ShouldBe(before);
        await using (var scope = newsroom.App.Services.CreateAsyncScope())
            await OwnComment.Delete(scope.ServiceProvider.GetRequiredService<OnRecordDb>(), first.Id);
        await Renew(newsroom.App);
        (await newsroom.App.Page("/section/water")).ShouldContain("1 comment<");
    }

    [Fact]
    public async Task Feeds_say_how_many_comments_a_story_has_and_where()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Shown(Greta, "I was at the meeting.");
        await Renew(newsroom.App);
        var page = $"https://news.example.org{newsroom.Path}";
        var rss = XDocument.Parse(await newsroom.App.Page("/feed.xml")).Descendants("item").Single();
        rss.Element("comments")!.Value.ShouldBe($"{page}#comments");
        rss.Element(XName.Get("comments", "http://purl.org/rss/1.0/modules/slash/"))!.Value.ShouldBe("1");
        rss.Element(XName.Get("commentRss", "http://wellformedweb.org/CommentAPI/"))!
            .Value.ShouldBe($"{page}/comments.xml");
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var replies = XDocument
            .Parse(await newsroom.App.Page("/feed.atom"))
            .Descendants(atom + "link")
            .Where(link => (string?)link.Attribute("rel") == "replies")
            .ToList();
        replies.Select(link => (string?)link.Attribute("href")).ShouldBe([$"{page}#comments", $"{page}/comments.xml"]);
        replies.ShouldAllBe(link =>
            (string?)link.Attribute(XName.Get("count", "http://purl.org/syndication/thread/1.0")) == "1"
        );
        var json = JsonNode.Parse(await newsroom.App.Page("/feed.json"))!["items"]![0]!["_onrecord"]!;
        json["comment_count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_storys_comments_have_a_feed_that_is_new_with_each_of_them()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var feed = $"{newsroom.Path}/comments.xml";
        (await newsroom.App.Read(newsroom.Path)).QuerySelector($"link[rel=alternate][href='{feed}']").ShouldNotBeNull();
        (await newsroom.App.Read($"{newsroom.Path}/comments"))
            .QuerySelector($"link[rel=alternate][href='{feed}']")
            .ShouldNotBeNull();
        XDocument.Parse(await newsroom.App.Page(feed)).Descendants("item").ShouldBeEmpty();
        await newsroom.Shown(Greta, "I was *at* the meeting. <script>alert(1)</script>");
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var comment = await newsroom.Shown(Lothar, "So was I.", "Lothar");
        await newsroom.Comment("unseen@readers.example", "Not confirmed.");
        var items = XDocument.Parse(await newsroom.App.Page(feed)).Descendants("item").ToList();
        items.Select(item => item.Element("title")!.Value).ShouldBe(["Lothar commented", "Greta Sollner commented"]);
        items[0].Element("link")!.Value.ShouldBe($"https://news.example.org/comments/{comment.Id}");
        var html = items[1].Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value;
        html.ShouldContain("<em>at</em>");
        html.ShouldNotContain("<script");
    }

    private static Task Renew(OnRecordApp app) => app.Scoped<RenewCounts>().Renew(CancellationToken.None);
}
