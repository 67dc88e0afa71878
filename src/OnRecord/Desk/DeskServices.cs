namespace OnRecord.Desk;

internal static class DeskServices
{
    public static void MapDesk(this IEndpointRouteBuilder routes) => routes.MapGet("/desk", ShowToday.Get);
}
