using OnRecord.People.Staff;

namespace OnRecord.Desk.Staff;

internal static class StaffRoutes
{
    public static IServiceCollection AddStaffPages(this IServiceCollection services) =>
        services
            .AddScoped<ShowStaff>()
            .AddScoped<ShowMember>()
            .AddSingleton(new DeskMenu(80, "/desk/staff", "Staff", ShowStaff.Strings, Permission.ManageStaff));

    public static void MapStaff(this IEndpointRouteBuilder desk)
    {
        var staff = desk.MapGroup("/staff");
        staff.MapGet("/", ShowStaff.Get).Needs(Permission.ManageStaff);
        staff.MapPost("/", InviteColleague.Submit).Needs(Permission.ManageStaff);
        staff.MapGet("/{id:guid}", ShowMember.Get).Needs(Permission.ManageStaff);
        staff.MapPost("/{id:guid}/roles", ChangeAccess.GiveRoles).Needs(Permission.ManageStaff);
        staff.MapPost("/{id:guid}/lock-out", ChangeAccess.LockOut).Needs(Permission.ManageStaff);
        staff.MapPost("/{id:guid}/let-in", ChangeAccess.LetIn).Needs(Permission.ManageStaff);
        staff.MapPost("/{id:guid}/invitation", InviteColleague.Again).Needs(Permission.ManageStaff);
        staff.MapPost("/{id:guid}/withdraw", InviteColleague.Withdraw).Needs(Permission.ManageStaff);
        staff.MapPost("/{id:guid}/recovery", ChangeAccess.SendLink).Needs(Permission.ManageStaff);
        staff.MapPost("/{id:guid}/reset", ChangeAccess.SendReset).Needs(Permission.ManageStaff);
    }
}
