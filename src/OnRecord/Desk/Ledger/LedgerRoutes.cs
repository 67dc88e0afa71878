using OnRecord.People.Staff;

namespace OnRecord.Desk.Ledger;

internal static class LedgerRoutes
{
    public static IServiceCollection AddLedgerDesk(this IServiceCollection services) =>
        services.AddScoped<WorkOnLedger>();

    public static void MapLedger(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/sources/find", FindSources.Get).Needs(Permission.SeeStories);
        var ledger = desk.MapGroup("/stories/{id:guid}/ledger");
        ledger.MapGet("", (Guid id, SignedIn who, WorkOnLedger work) => work.Get(id, who)).Needs(Permission.SeeStories);
        ledger
            .MapPost("/find", (Guid id, SignedIn who, WorkOnLedger work) => work.Find(id, who))
            .Needs(Permission.SeeStories);
        ledger
            .MapPut(
                "/{entry:guid}",
                (Guid id, Guid entry, HttpContext http, SignedIn who, WorkOnLedger work) =>
                    work.Put(id, entry, http, who)
            )
            .Needs(Permission.SeeStories);
        ledger
            .MapPost(
                "/{entry:guid}/accept",
                (Guid id, Guid entry, SignedIn who, WorkOnLedger work) => work.Accept(id, entry, who)
            )
            .Needs(Permission.SeeStories);
        ledger
            .MapPost(
                "/{entry:guid}/refuse",
                (Guid id, Guid entry, SignedIn who, WorkOnLedger work) => work.Refuse(id, entry, who)
            )
            .Needs(Permission.SeeStories);
        ledger
            .MapPost(
                "/sources/{source:guid}/approve",
                (Guid id, Guid source, SignedIn who, WorkOnLedger work) => work.Approve(id, source, who)
            )
            .Needs(Permission.EditStories);
    }
}
