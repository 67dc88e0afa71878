using OnRecord.People.Staff;

namespace OnRecord.Desk.Audit;

internal static class AuditRoutes
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton(new DeskMenu(90, "/desk/audit", "Audit", ShowAudit.Strings, Permission.ReadAuditLog));

    public static void MapAudit(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/audit", ShowAudit.Get).Needs(Permission.ReadAuditLog);
        desk.MapGet("/audit/export.csv", ExportAudit.Csv).Needs(Permission.ReadAuditLog);
        desk.MapGet("/audit/export.jsonl", ExportAudit.JsonLines).Needs(Permission.ReadAuditLog);
    }
}
