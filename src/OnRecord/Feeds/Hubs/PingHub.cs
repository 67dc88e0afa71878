using OnRecord.Platform.Announcements;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Feeds.Hubs;

/// <summary>Tells a hub which feeds changed, so that it fetches them and hands them on.</summary>
internal sealed class PingHub(OnRecordDb db, GuardedFetcher fetcher) : IHear<FeedsChanged>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task Hear(FeedsChanged fact, CancellationToken stop)
    {
        // A hub that the newsroom has taken off its list is not asked again and again.
        if (!Newsroom.Lines((await db.Newsroom(stop)).Hubs).Contains(fact.Hub))
            return;
        // Who tells announcements tells them one after the other: a slow hub gets so long, and is asked again later.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            foreach (var feed in fact.Feeds)
                await Tell(new Uri(fact.Hub), feed, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new AnnouncementRefused($"{fact.Hub} did not answer within {Patience.TotalSeconds} seconds.");
        }
    }

    private async Task Tell(Uri hub, string feed, CancellationToken stop)
    {
        // WebSub leaves this to publisher and hub: PubSubHubbub 0.4 says hub.url, others read hub.topic.
        var outcome = await fetcher.Post(
            hub,
            [new("hub.mode", "publish"), new("hub.url", feed), new("hub.topic", feed)],
            stop
        );
        if (outcome.Refused)
            throw new AnnouncementRefused(outcome.Problems[0].Message);
    }
}
