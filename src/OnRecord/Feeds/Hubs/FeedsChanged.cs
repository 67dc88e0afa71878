namespace OnRecord.Feeds.Hubs;

/// <summary>Feeds of which a hub is told that they changed.</summary>
/// <param name="Hub">The hub's address.</param>
/// <param name="Feeds">The feeds' own addresses.</param>
internal sealed record FeedsChanged(string Hub, IReadOnlyList<string> Feeds);
