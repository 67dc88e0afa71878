using System.Resources;
using OnRecord.People.Staff;
using OnRecord.Stories.Publishing;

namespace OnRecord.Desk.Publishing;

internal static class PublishingServices
{
    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Publishing.PublishingWords",
        typeof(PublishingServices).Assembly
    );

    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services.AddScoped<ShowPublish>().AddScoped<PublishActs>().AddScoped<RemoveVersions>();

    public static void MapPublishing(this IEndpointRouteBuilder desk)
    {
        var story = desk.MapGroup("/stories/{id:guid}");
        story
            .MapGet(
                "/publish",
                (Guid id, HttpContext http, SignedIn who, ShowPublish show) => show.Page(id, http, who, [])
            )
            .Needs(Permission.SeeStories);
        story
            .MapPost(
                "/publish",
                (Guid id, HttpContext http, SignedIn who, PublishActs acts, IssueVersion issue) =>
                    acts.Issue(id, http, who, issue)
            )
            .Needs(Permission.PublishStories);
        story
            .MapPost(
                "/withdraw",
                (Guid id, HttpContext http, SignedIn who, PublishActs acts, WithdrawStory withdraw) =>
                    acts.Withdraw(id, http, who, withdraw)
            )
            .Needs(Permission.PublishStories);
        story
            .MapPost(
                "/address",
                (Guid id, HttpContext http, SignedIn who, PublishActs acts) => acts.Move(id, http, who)
            )
            .Needs(Permission.PublishStories);
        story
            .MapGet(
                "/remove",
                (Guid id, HttpContext http, SignedIn who, RemoveVersions remove) => remove.Show(id, http, who)
            )
            .Needs(Permission.PublishStories);
        story
            .MapPost(
                "/remove",
                (Guid id, HttpContext http, SignedIn who, RemoveVersions remove, WithdrawStory withdraw) =>
                    remove.Do(id, http, who, withdraw)
            )
            .Needs(Permission.PublishStories);
    }
}
