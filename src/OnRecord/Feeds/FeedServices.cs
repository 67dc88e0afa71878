using OnRecord.Feeds.Hubs;
using OnRecord.Feeds.Sitemaps;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;

namespace OnRecord.Feeds;

internal static class FeedServices
{
    private static readonly string[] Read = ["GET", "HEAD"];

    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services.On<StoryShown, PingHubs>().On<FeedsChanged, PingHub>();

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/corrections/feed", Read, ShowCorrectionsFeed.Get).Stored();
        routes
            .MapMethods(
                "/{year:int:length(4)}/{month:int:length(2)}/{slug}" + ShowCommentsFeed.Below,
                Read,
                ShowCommentsFeed.Get
            )
            .Stored();
        foreach (var form in FeedFormat.All)
        {
            routes.MapMethods($"/{form.File}", Read, ShowFeed.All).Stored();
            routes.MapMethods($"/section/{{slug}}/{form.File}", Read, ShowFeed.Section).Stored();
            routes.MapMethods($"/topic/{{slug}}/{form.File}", Read, ShowFeed.Topic).Stored();
            routes.MapMethods($"/by/{{slug}}/{form.File}", Read, ShowFeed.Person).Stored();
            routes.MapMethods($"/archive/{{year:int}}/{{month:int}}/{form.File}", Read, ShowMonthFeed.Get).Stored();
            routes.MapMethods($"/search/{form.File}", Read, ShowSearchFeed.Get);
        }
        routes.MapMethods("/sitemap.xml", Read, ShowSitemap.Index).Stored();
        routes.MapMethods("/sitemaps/{file}", Read, ShowSitemap.Part).Stored();
        routes.MapMethods("/news-sitemap.xml", Read, ShowNewsSitemap.Get).Stored();
        routes.MapMethods("/robots.txt", Read, ShowRobots.Get).Stored();
        routes.MapMethods("/trust.txt", Read, ShowTrust.Get).Stored();
        routes.MapMethods("/.well-known/trust.txt", Read, ShowTrust.Get).Stored();
        routes.MapMethods("/oembed", Read, ShowOEmbed.Get).Stored("url", "format", "maxwidth", "maxheight");
    }
}
