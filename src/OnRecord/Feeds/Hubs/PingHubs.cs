using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds.Hubs;

/// <summary>When a story is shown or changed, sees to it that each hub is told of its feeds. One hub's silence keeps no other waiting.</summary>
internal sealed class PingHubs(OnRecordDb db, PublicAddress address) : IHear<StoryShown>
{
    public async Task Hear(StoryShown fact, CancellationToken stop)
    {
        var hubs = Newsroom.Lines((await db.Newsroom(stop)).Hubs);
        if (hubs.Length == 0)
            return;
        var feeds = (await AffectedFeeds.Of(db, fact.Id, stop))
            .SelectMany(list => FeedFormat.All.Select(form => address.Of(list.PathOf(form))))
            .ToList();
        if (await AffectedFeeds.HasCorrection(db, fact.Id, stop))
            feeds.Add(address.Of(ShowCorrectionsFeed.Path));
        if (feeds.Count == 0)
            return;
        await db.Transact(
            () =>
            {
                foreach (var hub in hubs)
                    db.Announce(new FeedsChanged(hub, feeds));
                return Task.CompletedTask;
            },
            stop
        );
    }
}
