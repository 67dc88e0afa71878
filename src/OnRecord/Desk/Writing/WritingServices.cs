using OnRecord.People.Staff;
using OnRecord.Platform.Web;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Writing;

internal static class WritingServices
{
    public static IServiceCollection AddWriting(this IServiceCollection services) =>
        services.AddSingleton<StorySide>().AddScoped<StoryForms>();

    public static void MapWriting(this IEndpointRouteBuilder desk)
    {
        var story = desk.MapGroup("/stories/{id:guid}");
        story.MapGet("", EditStory.Get).Needs(Permission.SeeStories);
        story.MapPut("/draft", KeepWords.Put).Needs(Permission.SeeStories);
        story.MapGet("/draft", WatchDraft.Get).Needs(Permission.SeeStories);
        story.MapPost("/hold", WatchDraft.Hold).Needs(Permission.SeeStories);
        story.MapPost("/comments", Comments.Add).Needs(Permission.SeeStories);
        story.MapPost("/comments/{thread}/resolve", Comments.Resolve).Needs(Permission.SeeStories);
        story.MapPost("/comments/{thread}/reopen", Comments.Reopen).Needs(Permission.SeeStories);
        story
            .MapPost(
                "/state",
                (Guid id, HttpContext http, SignedIn who, StoryForms forms, ChangeState change) =>
                    forms.Move(id, http, who, change)
            )
            .Needs(Permission.SeeStories);
        story
            .MapPost(
                "/assignment",
                (Guid id, HttpContext http, SignedIn who, StoryForms forms, AssignStory assign) =>
                    forms.Assign(id, http, who, assign)
            )
            .Needs(Permission.EditStories);
        story
            .MapPost(
                "/links",
                (Guid id, HttpContext http, SignedIn who, StoryForms forms, PublicAddress address) =>
                    forms.Link(id, http, who, address)
            )
            .Needs(Permission.SeeStories);
        story
            .MapPost(
                "/links/{link:guid}/end",
                (Guid id, Guid link, SignedIn who, StoryForms forms) => forms.EndLink(id, link, who)
            )
            .Needs(Permission.SeeStories);
    }
}
