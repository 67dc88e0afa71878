namespace OnRecord.Feeds;

internal static class FeedServices
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        string[] read = ["GET", "HEAD"];
        routes.MapMethods("/corrections/feed", read, ShowCorrectionsFeed.Get);
    }
}
