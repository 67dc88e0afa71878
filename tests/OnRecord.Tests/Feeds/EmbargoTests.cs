using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Feeds;

public class EmbargoTests
{
    private static readonly string[] Lists =
    [
        "/",
        "/section/water",
        "/feed.xml",
        "/feed.atom",
        "/feed.json",
        "/section/water/feed.xml",
        "/section/water/feed.atom",
        "/section/water/feed.json",
        "/by/ines-okafor/feed.xml",
        "/by/ines-okafor/feed.atom",
        "/by/ines-okafor/feed.json",
        "/archive/2026/03/feed.xml",
        "/search/feed.xml?q=secret",
        "/news-sitemap.xml",
        "/sitemaps/2026-03.xml",
    ];

    [Fact]
    public async Task A_story_under_embargo_is_in_no_feed_sitemap_or_list_before_its_time()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        await tom.Published(app, "The ferry", "Nine were aboard.");
        var story = await tom.Written(app, "The secret dam", "Words.");
        await tom.Post($"/desk/stories/{story}/assignment", [("staff", $"{tom.Id}"), ("embargo", "2026-03-14T14:00")]);
        (await tom.Move(story, StoryState.Ready)).ShouldLead("/desk");
        (await tom.Publish(story, at: "2026-03-14T14:00")).ShouldLead("/desk");
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 14, 13, 59, 59, TimeSpan.Zero));
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        foreach (var path in Lists)
            Told(await app.Page(path)).ShouldBeFalse(path);
        (
            await app.Http.GetAsync($"/oembed?url={Uri.EscapeDataString($"{Follower.Home}/2026/03/the-secret-dam")}")
        ).IsSuccessStatusCode.ShouldBeFalse();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 14, 14, 0, 0, TimeSpan.Zero));
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        foreach (var path in Lists)
            Told(await app.Page(path)).ShouldBeTrue(path);
    }

    private static bool Told(string page) =>
        page.Contains("secret dam", StringComparison.Ordinal) || page.Contains("secret-dam", StringComparison.Ordinal);
}
