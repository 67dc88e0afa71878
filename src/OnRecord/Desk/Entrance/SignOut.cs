using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>Out, in this browser.</summary>
internal static class SignOut
{
    public static async Task<IResult> Submit(
        HttpContext http,
        OnRecordDb db,
        StaffSessions sessions,
        TimeProvider clock
    )
    {
        if (SignedIn.Of(http) is { } who)
        {
            await db.Transact(() =>
            {
                db.Audit(
                    who,
                    clock.GetUtcNow(),
                    "session.ended",
                    $"staff:{who.Id}",
                    who.Name,
                    null,
                    StaffSessions.AddressOf(http)
                );
                return Task.CompletedTask;
            });
            await sessions.End(http, who.SessionId);
        }
        return SeeOther.At(StaffDoor.SignInPath);
    }
}
