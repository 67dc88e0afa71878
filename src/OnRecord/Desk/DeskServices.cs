using OnRecord.Desk.Account;
using OnRecord.Desk.Arrangement;
using OnRecord.Desk.Audit;
using OnRecord.Desk.Budget;
using OnRecord.Desk.Comments;
using OnRecord.Desk.Composition;
using OnRecord.Desk.Entrance;
using OnRecord.Desk.History;
using OnRecord.Desk.Ledger;
using OnRecord.Desk.Notices;
using OnRecord.Desk.Pictures;
using OnRecord.Desk.Publishing;
using OnRecord.Desk.Record;
using OnRecord.Desk.Reports;
using OnRecord.Desk.Sources;
using OnRecord.Desk.Sources.Evidence;
using OnRecord.Desk.Sources.Protection;
using OnRecord.Desk.Staff;
using OnRecord.Desk.Today;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;

namespace OnRecord.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services
            .AddScoped<Room>()
            .AddSingleton(new DeskMenu(10, "/desk", "Today", Room.Strings, Permission.EnterDesk))
            .AddBudget()
            .AddWriting()
            .AddLedgerDesk()
            .AddEvidence()
            .AddSourceProtection()
            .AddSourcesDesk()
            .AddPublishing()
            .AddRecordDesk()
            .AddReports()
            .AddCommentDesk()
            .AddPictureDesk()
            .AddEntrance()
            .AddAccount()
            .AddStaffPages()
            .AddAudit()
            .AddComposition()
            .AddArrangement();

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/desk");
        desk.MapGet("/", ShowToday.Get).Needs(Permission.EnterDesk);
        desk.MapBudget();
        desk.MapWriting();
        desk.MapLedger();
        desk.MapEvidence();
        desk.MapSourceProtection();
        desk.MapSources();
        desk.MapPublishing();
        desk.MapRecordDesk();
        desk.MapReports();
        desk.MapCommentDesk();
        desk.MapHistory();
        desk.MapPictureDesk();
        desk.MapEntrance();
        desk.MapAccount();
        desk.MapStaff();
        desk.MapAudit();
        desk.MapNotices();
        desk.MapComposition();
        routes.MapArrangement();
    }
}
