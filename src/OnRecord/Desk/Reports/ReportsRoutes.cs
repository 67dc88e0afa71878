using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Stories.Corrections;

namespace OnRecord.Desk.Reports;

internal static class ReportsRoutes
{
    public const string Root = "/desk/reports";

    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Reports.ReportsWords",
        typeof(ReportsRoutes).Assembly
    );

    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddScoped<ReadReport>()
            .AddScoped<GiveAnswer>()
            .AddSingleton(
                new DeskMenu(
                    27,
                    Root,
                    "Reports",
                    Strings,
                    Permission.SeeStories,
                    db => db.Set<ErrorReport>().CountAsync(row => row.AnsweredAt == null)
                )
            );

    public static void MapReports(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/reports", ShowReports.Get).Needs(Permission.SeeStories);
        desk.MapGet(
                "/reports/{id:guid}",
                (Guid id, HttpContext http, SignedIn who, ReadReport read) => read.Get(id, http, who)
            )
            .Needs(Permission.SeeStories);
        desk.MapPost(
                "/reports/{id:guid}",
                (Guid id, HttpContext http, SignedIn who, GiveAnswer give) => give.Submit(id, http, who)
            )
            .Needs(Permission.EditStories);
    }
}
