using OnRecord.Desk.Comments.Commenters;
using OnRecord.Desk.Comments.Deciding;
using OnRecord.Desk.Comments.Numbers;
using OnRecord.Desk.Comments.Queues;
using OnRecord.Desk.Comments.Settings;
using OnRecord.People.Staff;

namespace OnRecord.Desk.Comments;

internal static class CommentDeskRoutes
{
    public static IServiceCollection AddCommentDesk(this IServiceCollection services) =>
        services
            .AddScoped<CommentDesk>()
            .AddScoped<ShowComments>()
            .AddScoped<ShowComment>()
            .AddScoped<ShowCommenter>()
            .AddScoped<DecideAtDesk>()
            .AddScoped<SayAtDesk>()
            .AddScoped<ActOnCommenter>()
            .AddScoped<Appeals>()
            .AddScoped<ShowNumbers>()
            .AddScoped<EditTalkSettings>()
            .AddScoped<EditStoryTalk>()
            .AddSingleton(
                new DeskMenu(
                    28,
                    CommentDesk.Root,
                    "Comments",
                    CommentDesk.Strings,
                    Permission.ModerateComments,
                    CommentCount.Waiting
                )
            );

    public static void MapCommentDesk(this IEndpointRouteBuilder desk)
    {
        const Permission moderate = Permission.ModerateComments;
        desk.MapGet(
                "/comments",
                (
                    HttpContext http,
                    SignedIn who,
                    ShowComments show,
                    string? queue,
                    string? state,
                    string? story,
                    string? after
                ) => show.Get(http, who, queue, state, story, after)
            )
            .Needs(moderate);
        desk.MapPost("/comments", (HttpContext http, SignedIn who, DecideAtDesk decide) => decide.Submit(http, who))
            .Needs(moderate);
        desk.MapGet(
                "/comments/{id:guid}",
                (Guid id, HttpContext http, SignedIn who, ShowComment show) => show.Get(id, http, who)
            )
            .Needs(moderate);
        desk.MapPost(
                "/comments/{id:guid}/answer",
                (Guid id, HttpContext http, SignedIn who, SayAtDesk say) => say.Answer(id, http, who)
            )
            .Needs(moderate);
        desk.MapPost(
                "/comments/{id:guid}/like",
                (Guid id, HttpContext http, SignedIn who, SayAtDesk say) => say.Like(id, http, who)
            )
            .Needs(moderate);
        desk.MapGet("/comments/appeals", (HttpContext http, SignedIn who, Appeals appeals) => appeals.Get(http, who))
            .Needs(moderate);
        desk.MapPost(
                "/comments/appeals/{id:guid}",
                (Guid id, HttpContext http, SignedIn who, Appeals appeals) => appeals.Answer(id, http, who)
            )
            .Needs(moderate);
        desk.MapGet("/comments/numbers", (HttpContext http, int? year, ShowNumbers show) => show.Get(http, year))
            .Needs(moderate);
        desk.MapGet("/comments/numbers.csv", (int? year, ShowNumbers show) => show.Csv(year)).Needs(moderate);
        desk.MapGet("/comments/numbers.json", (int? year, ShowNumbers show) => show.Json(year)).Needs(moderate);
        desk.MapGet("/comments/settings", (HttpContext http, EditTalkSettings edit) => edit.Get(http))
            .Needs(Permission.ArrangeSite);
        desk.MapPost(
                "/comments/settings",
                (HttpContext http, SignedIn who, EditTalkSettings edit) => edit.Save(http, who)
            )
            .Needs(Permission.ArrangeSite);
        desk.MapGet("/comments/story/{id:guid}", (Guid id, HttpContext http, EditStoryTalk edit) => edit.Get(id, http))
            .Needs(moderate);
        desk.MapPost(
                "/comments/story/{id:guid}",
                (Guid id, HttpContext http, SignedIn who, EditStoryTalk edit) => edit.Save(id, http, who)
            )
            .Needs(moderate);
        desk.MapPost(
                "/comments/story/{id:guid}/say",
                (Guid id, HttpContext http, SignedIn who, SayAtDesk say) => say.Begin(id, http, who)
            )
            .Needs(moderate);
        desk.MapGet(
                "/commenters/{id:guid}",
                (Guid id, string? after, HttpContext http, SignedIn who, ShowCommenter show) =>
                    show.Get(id, after, http, who)
            )
            .Needs(moderate);
        desk.MapPost(
                "/commenters/{id:guid}",
                (Guid id, HttpContext http, SignedIn who, ActOnCommenter act) => act.Sanction(id, http, who)
            )
            .Needs(moderate);
        desk.MapPost(
                "/commenters/{id:guid}/notes",
                (Guid id, HttpContext http, SignedIn who, ActOnCommenter act) => act.Note(id, http, who)
            )
            .Needs(moderate);
        desk.MapPost(
                "/commenters/{id:guid}/address",
                (Guid id, HttpContext http, SignedIn who, ActOnCommenter act) => act.Address(id, http, who)
            )
            .Needs(moderate);
    }
}
