using OnRecord.Front.About;
using OnRecord.Front.Archive;
using OnRecord.Front.Comments;
using OnRecord.Front.Comments.Mine;
using OnRecord.Front.Composition;
using OnRecord.Front.Corrections;
using OnRecord.Front.Lists;
using OnRecord.Front.Margin;
using OnRecord.Front.Record;
using OnRecord.Front.Reports;
using OnRecord.Front.Search;
using OnRecord.Front.StoryPages;
using OnRecord.People.Staff;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Front;

internal static class FrontServices
{
    public static IServiceCollection AddFront(this IServiceCollection services) =>
        services
            .AddScoped<Shell>()
            .AddScoped<SiteParts>()
            .AddStoredPageRules()
            .AddReportForm()
            .AddCommentPages()
            .AddMine();

    public static void MapFront(this IEndpointRouteBuilder routes)
    {
        string[] read = ["GET", "HEAD"];
        routes.MapMethods("/", read, ShowFront.Get).Stored("before");
        routes.MapMethods("/section/{slug}", read, ShowList.Section).Stored("before");
        routes.MapMethods("/topic/{slug}", read, ShowList.Topic).Stored("before");
        routes.MapMethods("/by/{slug}", read, ShowPerson.Get).Stored("before");
        routes.MapMethods(ShowArchive.Path, read, ShowArchive.Get).Stored();
        routes
            .MapMethods($"{ShowArchive.Path}/{{year:int:length(4)}}/{{month:int:length(2)}}", read, ShowMonth.Get)
            .Stored("before");
        routes.MapMethods(ShowTopics.Path, read, ShowTopics.Get).Stored("letter");
        routes.MapMethods("/about", read, ShowPolicy.All).Stored();
        routes.MapMethods("/about/{slug}", read, ShowPolicy.Get).Stored();
        routes.MapMethods(ShowCorrections.Path, read, ShowCorrections.Get).Stored("before");
        routes.MapMethods(ShowFeeds.Path, read, ShowFeeds.Get).Stored();
        routes.MapMethods("/evidence/{id:guid}", read, ShowEvidence.Get);
        routes.MapMethods("/evidence/{id:guid}/file", read, ShowEvidence.File);
        routes.MapMethods("/evidence/{id:guid}/warc", read, ShowEvidence.Warc);
        routes.MapRecord(read);
        routes.MapMethods(Stories.Arrangement.Theme.Path, read, ShowLook.Colours).Stored("v");
        routes.MapMethods("/logo/{file}", read, ShowLook.Logo);
        const string story = "/{year:int:length(4)}/{month:int:length(2)}/{slug}";
        routes.MapMethods(story, read, ShowStory.Get).Stored();
        routes.MapMethods(story + ShowSources.Below, read, ShowSources.Get).Stored();
        routes.MapReportForm();
        routes.MapComments(read);
        routes.MapMine(read);
        routes.MapMethods(ShowSearch.Path, read, ShowSearch.Get);
        routes.MapGet("/desk/stories/{id:guid}/preview", PreviewStory.Get).Needs(Permission.SeeStories);
        routes.MapPost("/desk/front/preview", ShowFront.Preview).Needs(Permission.PublishStories);
        routes.MapMethods("/preview/{secret}", read, PreviewStory.Outside);
    }
}
