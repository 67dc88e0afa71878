using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Account;

/// <summary>Signs out another browser of one's own, or all others.</summary>
internal static class EndSessions
{
    public static Task<IResult> One(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        StaffSessions sessions,
        TimeProvider clock
    ) => End(http, me, db, sessions, clock, rows => rows.Where(row => row.StaffId == me.Id && row.Id == id));

    public static Task<IResult> Others(
        HttpContext http,
        SignedIn me,
        OnRecordDb db,
        StaffSessions sessions,
        TimeProvider clock
    ) => End(http, me, db, sessions, clock, rows => rows.Where(row => row.StaffId == me.Id && row.Id != me.SessionId));

    private static async Task<IResult> End(
        HttpContext http,
        SignedIn me,
        OnRecordDb db,
        StaffSessions sessions,
        TimeProvider clock,
        Func<IQueryable<StaffSession>, IQueryable<StaffSession>> which
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        await db.Transact(async () =>
        {
            if (await sessions.EndWithin(which) is > 0 and var ended)
                Actor
                    .At(http, me)
                    .Audit(
                        db,
                        clock.GetUtcNow(),
                        "session.endedElsewhere",
                        staff,
                        ended.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    );
        });
        return SeeOther.At("/desk/account?done=Saved");
    }
}
