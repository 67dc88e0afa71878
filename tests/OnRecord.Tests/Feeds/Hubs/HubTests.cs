using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;
using OnRecord.Platform.Announcements;
using OnRecord.Stories;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Feeds.Hubs;

public class HubTests
{
    private const string One = "https://one.example.net/";
    private const string Two = "https://two.example.net/hub";

    [Fact]
    public async Task Each_hub_is_told_of_every_feed_that_a_new_story_stands_in()
    {
        using var hubs = new HubsStandIn();
        await using var app = await OnRecordApp.Start(hubs);
        await app.Newsroom(newsroom => newsroom.Hubs = $"{One}\n{Two}");
        await app.Show(
            "The ferry",
            content => content with { Byline = ["Ines Okafor"], Topics = ["Ferries"] },
            section: "Water"
        );
        await Tell(app);
        string[] feeds =
        [
            .. new[] { "", "/section/water", "/topic/ferries", "/by/ines-okafor" }.SelectMany(below =>
                new[] { "feed.xml", "feed.atom", "feed.json" }.Select(file => $"{Follower.Home}{below}/{file}")
            ),
        ];
        hubs.Told(One).ShouldBe(feeds);
        hubs.Told(Two).ShouldBe(feeds);
        hubs.Pings.ShouldAllBe(ping => ping.Mode == "publish" && ping.Url == ping.Topic);
        hubs.Pings.Clear();
        await app.InDatabase(async db =>
        {
            var row = await db.Stories.SingleAsync();
            await db.Transact(() => MoveStory.Into(db, row, "elsewhere"));
            return 0;
        });
        await Tell(app);
        hubs.Told(One).ShouldBe(feeds);
    }

    [Fact]
    public async Task A_correction_is_told_to_those_who_follow_the_corrections()
    {
        using var hubs = new HubsStandIn();
        await using var app = await OnRecordApp.Start(hubs);
        await app.Newsroom(newsroom => newsroom.Hubs = One);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        await Tell(app);
        hubs.Told(One).ShouldNotContain($"{Follower.Home}/corrections/feed");
        hubs.Pings.Clear();
        await tom.Rewrite(app, story, "Twelve were aboard.");
        await tom.Correct(story, "We wrote that nine were aboard.", "Twelve were aboard.");
        await Tell(app);
        hubs.Told(One).ShouldContain($"{Follower.Home}/corrections/feed");
        using var feed = await app.Http.GetAsync("/corrections/feed");
        feed.Headers.GetValues("Link").ShouldContain(link => link.Contains($"<{One}>; rel=\"hub\""));
        (await feed.Content.ReadAsStringAsync()).ShouldContain($"rel=\"hub\" href=\"{One}\"");
    }

    [Fact]
    public async Task A_hub_that_is_down_is_told_again_and_keeps_no_other_waiting()
    {
        using var hubs = new HubsStandIn { Down = One };
        await using var app = await OnRecordApp.Start(hubs);
        await app.Newsroom(newsroom => newsroom.Hubs = $"{One}\n{Two}");
        await app.Show("The ferry");
        await Tell(app);
        hubs.Told(Two).Count.ShouldBe(3);
        (await Waiting(app)).ShouldBe(1);
        hubs.Pings.Clear();
        hubs.Down = null;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Tell(app);
        hubs.Told(One).Count.ShouldBe(3);
        hubs.Told(Two).ShouldBeEmpty();
        (await Waiting(app)).ShouldBe(0);
    }

    [Fact]
    public async Task A_hub_that_was_taken_off_the_list_is_left_alone()
    {
        using var hubs = new HubsStandIn { Down = One };
        await using var app = await OnRecordApp.Start(hubs);
        await app.Newsroom(newsroom => newsroom.Hubs = One);
        await app.Show("The ferry");
        await Tell(app);
        await app.Newsroom(newsroom => newsroom.Hubs = "");
        (hubs.Down, var asked) = (null, hubs.Pings.Count);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Tell(app);
        hubs.Pings.Count.ShouldBe(asked);
        (await Waiting(app)).ShouldBe(0);
    }

    [Fact]
    public async Task Old_stories_that_are_brought_in_disturb_no_hub()
    {
        using var hubs = new HubsStandIn();
        await using var app = await OnRecordApp.Start(hubs);
        for (var at = 0; at < 30; at++)
            await app.Show($"Story {at}");
        await app.Newsroom(newsroom => newsroom.Hubs = One);
        await Tell(app);
        hubs.Pings.Clear();
        await app.Show("Long ago", dated: new DateTimeOffset(2019, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await Tell(app);
        hubs.Pings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_hubs_nothing_is_said_of_any()
    {
        using var hubs = new HubsStandIn();
        await using var app = await OnRecordApp.Start(hubs);
        await app.Show("The ferry");
        await Tell(app);
        hubs.Pings.ShouldBeEmpty();
        (await app.Http.GetAsync("/feed.xml")).Headers.Contains("Link").ShouldBeFalse();
        (await app.Page("/feed.atom")).ShouldNotContain("rel=\"hub\"");
        (await Waiting(app)).ShouldBe(0);
    }

    private static Task Tell(OnRecordApp app) =>
        app.Services.GetRequiredService<Teller>().TellDue(CancellationToken.None);

    private static Task<int> Waiting(OnRecordApp app) => app.InDatabase(db => db.Announcements.CountAsync());

    private sealed class HubsStandIn : HttpMessageHandler
    {
        public List<(string Hub, string Mode, string Url, string Topic)> Pings { get; } = [];

        public string? Down { get; set; }

        public List<string> Told(string hub) => [.. Pings.Where(ping => ping.Hub == hub).Select(ping => ping.Url)];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var hub = request.RequestUri!.AbsoluteUri;
            if (hub == Down)
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            request.Method.ShouldBe(HttpMethod.Post);
            var form = QueryHelpers.ParseQuery(
                Encoding.UTF8.GetString(await request.Content!.ReadAsByteArrayAsync(cancellationToken))
            );
            Pings.Add((hub, form["hub.mode"]!, form["hub.url"]!, form["hub.topic"]!));
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
