using OnRecord.Front.Corrections;
using OnRecord.Front.Margin;
using OnRecord.Front.Record;
using OnRecord.Front.Reports;
using OnRecord.People.Staff;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Front;

internal static class FrontServices
{
    public static IServiceCollection AddFront(this IServiceCollection services) =>
        services.AddScoped<Shell>().AddReportForm();

    public static void MapFront(this IEndpointRouteBuilder routes)
    {
        string[] read = ["GET", "HEAD"];
        routes.MapMethods("/", read, ShowList.Front);
        routes.MapMethods("/section/{slug}", read, ShowList.Section);
        routes.MapMethods("/topic/{slug}", read, ShowList.Topic);
        routes.MapMethods("/by/{slug}", read, ShowPerson.Get);
        routes.MapMethods("/about", read, ShowPolicy.All);
        routes.MapMethods("/about/{slug}", read, ShowPolicy.Get);
        routes.MapMethods(ShowCorrections.Path, read, ShowCorrections.Get);
        routes.MapMethods(ShowFeeds.Path, read, ShowFeeds.Get).Stored();
        routes.MapMethods("/evidence/{id:guid}", read, ShowEvidence.Get);
        routes.MapMethods("/evidence/{id:guid}/file", read, ShowEvidence.File);
        routes.MapMethods("/evidence/{id:guid}/warc", read, ShowEvidence.Warc);
        routes.MapRecord(read);
        routes.MapMethods(Stories.Arrangement.Theme.Path, read, ShowLook.Colours);
        routes.MapMethods("/logo/{file}", read, ShowLook.Logo);
        routes.MapMethods("/{year:int:length(4)}/{month:int:length(2)}/{slug}", read, ShowStory.Get);
        routes.MapMethods("/{year:int:length(4)}/{month:int:length(2)}/{slug}/sources", read, ShowSources.Get);
        routes.MapReportForm();
        routes.MapGet("/desk/stories/{id:guid}/preview", PreviewStory.Get).Needs(Permission.SeeStories);
        routes.MapMethods("/preview/{secret}", read, PreviewStory.Outside);
    }
}
