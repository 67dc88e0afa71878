using System.Resources;
using Microsoft.AspNetCore.Mvc;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Comments.Complaints;

internal static class ComplaintRoutes
{
    private const long LongestForm = 128 * 1024;

    private static readonly ResourceManager Strings = new(
        "OnRecord.Front.Comments.Complaints.ComplaintWords",
        typeof(ComplaintRoutes).Assembly
    );

    public static Words Words(string? language) => new(Strings, language ?? "en");

    public static IServiceCollection AddComplaints(this IServiceCollection services) =>
        services
            .AddSingleton<ComplaintLimits>()
            .AddScoped<ShowComplaintForm>()
            .AddScoped<SendComplaint>()
            .AddScoped<OwnDecisions>();

    public static void MapComplaints(this IEndpointRouteBuilder routes, string[] read)
    {
        const string form = "/comments/{id:guid}/report";
        routes.MapMethods(
            form,
            read,
            (Guid id, string? kind, HttpContext http, ShowComplaintForm show) => show.Get(id, kind, http)
        );
        routes
            .MapPost(form, (Guid id, HttpContext http, SendComplaint send) => send.Submit(id, http))
            .WithMetadata(new RequestSizeLimitAttribute(LongestForm));
        routes.MapMethods("/comments/reports/{secret:length(32)}", read, ShowComplaint.Get);
        routes
            .MapPost(
                ShowOwnComment.Path + "/{token}/appeal",
                (string token, HttpContext http, ShowOwnComment show) => show.Appeal(token, http)
            )
            .WithMetadata(new RequestSizeLimitAttribute(LongestForm));
    }
}
