using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Entrance;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Account;

/// <summary>A new password, or a first one, which comes with codes; or none any more.</summary>
internal static class ChangePassword
{
    public sealed record Form
    {
        public string? Old { get; init; }
        public string? Password { get; init; }
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        SignedIn me,
        [FromForm] Form? form,
        OnRecordDb db,
        WaysIn ways,
        OldPassword old,
        CodeSetUp codes,
        StaffSessions sessions,
        TellOfChange tell,
        ShowAccount account,
        TimeProvider clock
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        var newsroom = (await db.Newsroom()).Name;
        var password = form?.Password ?? "";
        if (PasswordRule.Of(password, Access.Words(me.Language), staff.Name, staff.Email, newsroom) is { } weak)
            return await account.Page(http, me, _ => weak);
        if (staff.PasswordHash is null)
            return await codes.Page(http, staff, ways.HashOf(staff, password), "/desk/account/code", null);
        if (await old.Refuses(http, staff, form?.Old, "old") is { } refusal)
            return await account.Page(http, me, refusal);
        await db.Transact(async () =>
        {
            staff.PasswordHash = ways.HashOf(staff, password);
            WaysIn.Change(staff);
            await sessions.EndWithin(rows => rows.Where(row => row.StaffId == me.Id && row.Id != me.SessionId));
            Actor.At(http, me).Audit(db, clock.GetUtcNow(), "password.changed", staff);
            tell.Within(db, staff, "Change.Password", newsroom);
        });
        return SeeOther.At("/desk/account?done=Saved");
    }

    public static async Task<IResult> Remove(
        HttpContext http,
        SignedIn me,
        OnRecordDb db,
        TellOfChange tell,
        ShowAccount account,
        TimeProvider clock
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        var newsroom = (await db.Newsroom()).Name;
        var refused = false;
        await db.Transact(async () =>
        {
            if (refused = !await db.Set<StaffPasskey>().AnyAsync(row => row.StaffId == me.Id))
                return;
            WaysIn.Remove(staff);
            Actor.At(http, me).Audit(db, clock.GetUtcNow(), "password.removed", staff);
            tell.Within(db, staff, "Change.PasswordRemoved", newsroom);
        });
        return refused
            ? await account.Page(http, me, words => new Problem(words["LastWayIn"]))
            : SeeOther.At("/desk/account?done=Saved");
    }
}
