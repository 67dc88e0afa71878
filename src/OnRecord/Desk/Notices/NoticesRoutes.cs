using OnRecord.People.Staff;

namespace OnRecord.Desk.Notices;

internal static class NoticesRoutes
{
    public static void MapNotices(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/notices", ShowNotices.Get).Needs(Permission.EnterDesk);
        desk.MapGet("/notices/{id:guid}", ReadNotice.Open).Needs(Permission.EnterDesk);
        desk.MapPost("/notices/{id:guid}/read", ReadNotice.One).Needs(Permission.EnterDesk);
        desk.MapPost("/notices/read", ReadNotice.All).Needs(Permission.EnterDesk);
    }
}
