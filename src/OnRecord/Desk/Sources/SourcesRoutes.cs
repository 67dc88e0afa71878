using System.Resources;
using OnRecord.Desk.Sources.Ledgers;
using OnRecord.Desk.Sources.Overview;
using OnRecord.People.Staff;

namespace OnRecord.Desk.Sources;

internal static class SourcesRoutes
{
    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Sources.SourcesWords",
        typeof(SourcesRoutes).Assembly
    );

    public static IServiceCollection AddSourcesDesk(this IServiceCollection services) =>
        services
            .AddScoped<WorkOnSources>()
            .AddSingleton(new DeskMenu(25, "/desk/sources", "Sources", Strings, Permission.SeeStories));

    public static void MapSources(this IEndpointRouteBuilder desk)
    {
        var sources = desk.MapGroup("/sources");
        sources.MapGet("", ShowSources.Get).Needs(Permission.SeeStories);
        sources.MapGet("/overview", ShowOverview.Get).Needs(Permission.SeeStories);
        sources.MapGet("/new", AddSource.Get).Needs(Permission.WriteStories);
        sources.MapPost("/new", AddSource.Submit).Needs(Permission.WriteStories);
        sources.MapGet("/{id:guid}", ShowSource.Get).Needs(Permission.SeeStories);
        sources.MapPost("/{id:guid}", EditSource.Submit).Needs(Permission.WriteStories);
        sources.MapGet("/{id:guid}/merge", MergeSource.Get).Needs(Permission.EditStories);
        sources.MapPost("/{id:guid}/merge", MergeSource.Submit).Needs(Permission.EditStories);
        MapLedger(desk.MapGroup("/stories/{id:guid}/sources"));
    }

    private static void MapLedger(RouteGroupBuilder story)
    {
        story
            .MapGet("", (Guid id, HttpContext http, SignedIn who, WorkOnSources work) => work.Get(id, http, who))
            .Needs(Permission.SeeStories);
        story
            .MapPost("/find", (Guid id, HttpContext http, SignedIn who, WorkOnSources work) => work.Find(id, http, who))
            .Needs(Permission.WriteStories);
        story
            .MapPost(
                "/shown",
                (Guid id, HttpContext http, SignedIn who, WorkOnSources work) => work.Switch(id, http, who)
            )
            .Needs(Permission.WriteStories);
        story
            .MapGet(
                "/{entry:guid}",
                (Guid id, Guid entry, string? q, HttpContext http, SignedIn who, WorkOnSources work) =>
                    work.Entry(id, entry, q, http, who)
            )
            .Needs(Permission.SeeStories);
        story
            .MapPost(
                "/{entry:guid}",
                (Guid id, Guid entry, HttpContext http, SignedIn who, WorkOnSources work) =>
                    work.Keep(id, entry, http, who)
            )
            .Needs(Permission.WriteStories);
        story
            .MapPost(
                "/{entry:guid}/accept",
                (Guid id, Guid entry, HttpContext http, SignedIn who, WorkOnSources work) =>
                    work.Accept(id, entry, http, who)
            )
            .Needs(Permission.WriteStories);
        story
            .MapPost(
                "/{entry:guid}/refuse",
                (Guid id, Guid entry, HttpContext http, SignedIn who, WorkOnSources work) =>
                    work.Refuse(id, entry, http, who)
            )
            .Needs(Permission.WriteStories);
        story
            .MapPost(
                "/unnamed/{source:guid}/agree",
                (Guid id, Guid source, HttpContext http, SignedIn who, WorkOnSources work) =>
                    work.Agree(id, source, http, who)
            )
            .Needs(Permission.EditStories);
        story
            .MapPost(
                "/unnamed/{source:guid}/ask",
                (Guid id, Guid source, HttpContext http, SignedIn who, WorkOnSources work) =>
                    work.Ask(id, source, http, who)
            )
            .Needs(Permission.WriteStories);
    }
}
