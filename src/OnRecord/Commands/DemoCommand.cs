using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using OnRecord.Commands.Demonstration;
using OnRecord.Desk.Entrance;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Commands;

/// <summary><c>onrecord demo</c>: the same as serve, on a newsroom that already has stories and staff, with a door of its own.</summary>
internal static class DemoCommand
{
    public static Command Create() =>
        ServeCommand.Create(
            "demo",
            "Serve a demonstration newsroom: The Lowland Ledger.",
            FillDemonstration.Run,
            services => services.AddSingleton<DemonstrationDoor>(),
            Announce
        );

    private static async Task Announce(IServiceProvider services)
    {
        await AnnounceEntrance.Print(services);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var owner = await db.Staff.FirstOrDefaultAsync(row => row.Email == DemonstrationStaff.Owner.Email);
        if (owner is not { IsIn: true })
            return;
        var path = "";
        await db.Transact(async () =>
            path = await StaffLinks.Make(db, InvitationKind.Entrance, owner.Id, clock.GetUtcNow())
        );
        var address = scope.ServiceProvider.GetRequiredService<PublicAddress>().Of(path);
        Console.WriteLine($"Sign in as {owner.Name}, the owner, at {address} (good for 24 hours, once).");
    }
}
