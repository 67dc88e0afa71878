using Microsoft.AspNetCore.Mvc;
using OnRecord.Comments.Posting;
using OnRecord.Front.Comments.Complaints;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Front.Comments;

internal static class CommentRoutes
{
    /// <summary>5,000 characters, each written in up to twelve bytes, and the rest of the form.</summary>
    private const long LongestForm = 128 * 1024;

    public static IServiceCollection AddCommentPages(this IServiceCollection services) =>
        services
            .AddScoped<TalkViews>()
            .AddScoped<ShowTalk>()
            .AddScoped<ShowOwnComment>()
            .AddScoped<SendComment>()
            .AddComplaints();

    public static void MapComments(this IEndpointRouteBuilder routes, string[] read)
    {
        const string below = "/{year:int:length(4)}/{month:int:length(2)}/{slug}" + TalkViews.Below;
        routes
            .MapMethods(
                below,
                read,
                (string year, string month, string slug, string? order, string? after, ShowTalk show) =>
                    show.Page($"/{year}/{month}/{slug}", order, after)
            )
            .Stored("order", "after");
        routes
            .MapPost(
                below,
                (string year, string month, string slug, HttpContext http, SendComment send) =>
                    send.Submit($"/{year}/{month}/{slug}", http)
            )
            .WithMetadata(new RequestSizeLimitAttribute(LongestForm));
        routes
            .MapMethods("/comments/{id:guid}", read, (Guid id, Guid? from, ShowTalk show) => show.Thread(id, from))
            .Stored("from");
        routes.MapMethods("/comments/{id:guid}/reply", read, (Guid id, ShowTalk show) => show.Reply(id)).Stored();
        routes.MapGet("/comments/work", Work);
        routes.MapComplaints(read);
        const string own = ShowOwnComment.Path + "/{token}";
        routes.MapMethods(own, read, (string token, HttpContext http, ShowOwnComment show) => show.Get(token, http));
        routes.MapPost(
            own + "/confirm",
            (string token, HttpContext http, ShowOwnComment show) => show.Confirm(token, http)
        );
        routes
            .MapPost(own + "/edit", (string token, HttpContext http, ShowOwnComment show) => show.Edit(token, http))
            .WithMetadata(new RequestSizeLimitAttribute(LongestForm));
        routes.MapPost(
            own + "/delete",
            (string token, HttpContext http, ShowOwnComment show) => show.Delete(token, http)
        );
    }

    // Asked by the form's script before it sends. Without script a comment waits for a moderator while this would be asked for.
    private static async Task<IResult> Work(
        Guid? story,
        HttpContext http,
        Watch watch,
        WorkProof work,
        FindTalk talk,
        OnRecord.Comments.Keys.CommentKeys keys,
        OnRecordDb db
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!watch.IsSieged(story, (await talk.House()).Settings) || (await keys.Ready(db)).Refused)
            return Results.NoContent();
        return Results.Json(new { challenge = work.Challenge(), bits = WorkProof.Bits });
    }
}
