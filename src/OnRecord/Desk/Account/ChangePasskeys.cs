using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Account;

/// <summary>Passkeys of one's own: another, its name, one less. The last way in stays.</summary>
internal static class ChangePasskeys
{
    private const int LongestName = 60;

    public sealed record Form
    {
        public string? Credential { get; init; }
        public string? Name { get; init; }
    }

    public static async Task<IResult> Options(HttpContext http, SignedIn me, OnRecordDb db, Passkeys passkeys) =>
        Results.Text(await passkeys.MakeCreationOptions(http, (await db.Staff.FindAsync(me.Id))!), "application/json");

    public static async Task<IResult> Add(
        HttpContext http,
        SignedIn me,
        [FromForm] Form? form,
        OnRecordDb db,
        Passkeys passkeys,
        UserManager<StaffMember> users,
        TellOfChange tell,
        ShowAccount account,
        TimeProvider clock
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        if (await passkeys.Made(http, staff, form?.Credential) is not { } made)
            return await account.Page(http, me, words => new Problem(words["Passkey.NotMade"]));
        made.Name = Name(form);
        var newsroom = (await db.Newsroom()).Name;
        await db.Transact(async () =>
        {
            await users.AddOrUpdatePasskeyAsync(staff, made);
            Actor.At(http, me).Audit(db, clock.GetUtcNow(), "passkey.added", staff, made.Name);
            tell.Within(db, staff, "Change.PasskeyAdded", newsroom);
        });
        return SeeOther.At("/desk/account?done=Saved");
    }

    public static async Task<IResult> Rename(Guid id, SignedIn me, [FromForm] Form? form, OnRecordDb db)
    {
        if (await Mine(db, me, id) is not { } passkey)
            return TypedResults.NotFound();
        await db.Transact(() =>
        {
            passkey.Name = Name(form);
            return Task.CompletedTask;
        });
        return SeeOther.At("/desk/account?done=Saved");
    }

    public static async Task<IResult> Remove(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        TellOfChange tell,
        ShowAccount account,
        TimeProvider clock
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        if (await Mine(db, me, id) is not { } passkey)
            return TypedResults.NotFound();
        var newsroom = (await db.Newsroom()).Name;
        var refused = false;
        await db.Transact(async () =>
        {
            refused =
                staff.PasswordHash is null && await db.Set<StaffPasskey>().CountAsync(row => row.StaffId == me.Id) == 1;
            if (refused)
                return;
            db.Remove(passkey);
            WaysIn.Change(staff);
            Actor.At(http, me).Audit(db, clock.GetUtcNow(), "passkey.removed", staff, passkey.Name);
            tell.Within(db, staff, "Change.PasskeyRemoved", newsroom);
        });
        return refused
            ? await account.Page(http, me, words => new Problem(words["LastWayIn"]))
            : SeeOther.At("/desk/account?done=Saved");
    }

    private static Task<StaffPasskey?> Mine(OnRecordDb db, SignedIn me, Guid id) =>
        db.StaffPasskeys.FirstOrDefaultAsync(row => row.Id == id && row.StaffId == me.Id);

    private static string Name(Form? form) =>
        form?.Name?.Trim() is { Length: > 0 } name ? (name.Length > LongestName ? name[..LongestName] : name) : "";
}
