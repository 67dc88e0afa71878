using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>Lets whoever looks at the demonstration in as its owner, once for each start. Only <c>onrecord demo</c> registers it; without it there is no such address.</summary>
internal sealed class DemonstrationDoor
{
    public static async Task<IResult> Get(
        HttpContext http,
        string secret,
        OnRecordDb db,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        if (await Owner(db, secret, clock) is not { } open)
            return await Welcome.Gone(http, doorway, pages);
        var (door, _) = await doorway.Around(http, "Demonstration");
        return await pages.Page<DemonstrationDoorPage>(
            new DemonstrationDoorView(door, open.Staff.Name, $"/desk/entrance/{secret}")
        );
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        string secret,
        OnRecordDb db,
        WaysIn ways,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    ) =>
        await Owner(db, secret, clock) is { } open
        && await ways.SignIn(
            http,
            open.Staff,
            async () => await StaffLinks.Use(db, open.Link, clock.GetUtcNow()) ? "demonstration" : null
        )
            ? SeeOther.At("/desk")
            : await Welcome.Gone(http, doorway, pages);

    private static async Task<OpenLink?> Owner(OnRecordDb db, string secret, TimeProvider clock) =>
        await StaffLinks.Find(db, secret, clock.GetUtcNow()) is { Kind: InvitationKind.Entrance, StaffId: { } id } link
        && await db.Staff.FindAsync(id) is { IsIn: true } staff
            ? new OpenLink(link, staff, false)
            : null;
}

/// <summary>The page that lets one into the demonstration.</summary>
public sealed record DemonstrationDoorView(EntranceView Door, string Name, string Path);
