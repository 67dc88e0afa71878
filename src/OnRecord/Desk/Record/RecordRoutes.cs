using System.Resources;
using OnRecord.People.Staff;

namespace OnRecord.Desk.Record;

internal static class RecordRoutes
{
    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Record.RecordWords",
        typeof(RecordRoutes).Assembly
    );

    public static IServiceCollection AddRecordDesk(this IServiceCollection services) =>
        services.AddSingleton(new DeskMenu(50, "/desk/record", "Record", Strings, Permission.EnterDesk));

    public static void MapRecordDesk(this IEndpointRouteBuilder desk) =>
        desk.MapGet("/record", ShowRecord.Get).Needs(Permission.EnterDesk);
}
