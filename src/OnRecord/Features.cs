using OnRecord.Comments;
using OnRecord.Desk;
using OnRecord.Feeds;
using OnRecord.Front;
using OnRecord.Imports;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Jobs;
using OnRecord.Platform.Mail;
using OnRecord.PublicRecord;
using OnRecord.Search;
using OnRecord.Stories;

namespace OnRecord;

/// <summary>Every feature, named twice: what it needs, and what it answers.</summary>
internal static class Features
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddJobs();
        services.AddAnnouncements();
        services.AddFetching();
        services.AddMail();
        services.AddPeople();
        services.AddMedia();
        services.AddPublicRecord();
        services.AddStories();
        services.AddComments();
        services.AddImports();
        services.AddSearch();
        services.AddFeeds();
        services.AddFront();
        services.AddDesk();
    }

    public static void MapFeatures(this IEndpointRouteBuilder routes)
    {
        routes.MapMedia();
        routes.MapPublicRecord();
        routes.MapFront();
        routes.MapFeeds();
        routes.MapDesk();
    }
}
