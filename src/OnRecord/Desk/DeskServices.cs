using OnRecord.Desk.Arrangement;
using OnRecord.Desk.Today;
using OnRecord.People.Staff;

namespace OnRecord.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services
            .AddScoped<Room>()
            .AddSingleton(new DeskMenu(10, "/desk", "Today", Room.Strings, Permission.EnterDesk))
            .AddArrangement();

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/desk");
        desk.MapGet("/", ShowToday.Get).Needs(Permission.EnterDesk);
        routes.MapArrangement();
    }
}
