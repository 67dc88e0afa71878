using Microsoft.AspNetCore.Mvc;
using OnRecord.Desk.Entrance;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Account;

/// <summary>Another app for codes, or new recovery codes.</summary>
internal static class ChangeCodes
{
    public sealed record Form
    {
        public string? Current { get; init; }
    }

    public sealed record CodeForm
    {
        public string? Code { get; init; }
        public string? Sealed { get; init; }
    }

    public static async Task<IResult> Begin(
        HttpContext http,
        SignedIn me,
        [FromForm] Form? form,
        OnRecordDb db,
        OldPassword old,
        CodeSetUp codes,
        ShowAccount account
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        return await old.Refuses(http, staff, form?.Current, "current") is { } refusal
            ? await account.Page(http, me, refusal)
            : await codes.Page(http, staff, null, "/desk/account/code", null);
    }

    public static async Task<IResult> Confirm(
        HttpContext http,
        SignedIn me,
        [FromForm] CodeForm? form,
        OnRecordDb db,
        WaysIn ways,
        CodeSetUp codes,
        StaffSessions sessions,
        TellOfChange tell,
        ShowAccount account,
        TimeProvider clock
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        var pending = codes.Open(staff, form?.Sealed);
        if (pending is null || (pending.PasswordHash ?? staff.PasswordHash) is not { } hash)
            return await account.Page(http, me, words => new Problem(words["TooOld"]));
        if (Totp.StepOf(pending.Secret, form?.Code ?? "", clock.GetUtcNow()) is not { } step)
            return await codes.Page(http, staff, pending.PasswordHash, "/desk/account/code", pending.Secret);
        var newsroom = (await db.Newsroom()).Name;
        var isNew = pending.PasswordHash is not null;
        IReadOnlyList<string> told = [];
        await db.Transact(async () =>
        {
            told = ways.Set(staff, hash, pending.Secret, step);
            await sessions.EndWithin(rows => rows.Where(row => row.StaffId == me.Id && row.Id != me.SessionId));
            Actor.At(http, me).Audit(db, clock.GetUtcNow(), isNew ? "password.added" : "code.changed", staff);
            tell.Within(db, staff, isNew ? "Change.Password" : "Change.Code", newsroom);
        });
        return await codes.Told(http, told, "/desk/account");
    }

    public static async Task<IResult> NewRecoveryCodes(
        HttpContext http,
        SignedIn me,
        [FromForm] Form? form,
        OnRecordDb db,
        OldPassword old,
        CodeSetUp codes,
        ShowAccount account,
        TimeProvider clock
    )
    {
        var staff = (await db.Staff.FindAsync(me.Id))!;
        if (await old.Refuses(http, staff, form?.Current, "current") is { } refusal)
            return await account.Page(http, me, refusal);
        IReadOnlyList<string> told = [];
        await db.Transact(() =>
        {
            told = WaysIn.NewCodes(staff);
            Actor.At(http, me).Audit(db, clock.GetUtcNow(), "recoveryCodes.made", staff);
            return Task.CompletedTask;
        });
        return await codes.Told(http, told, "/desk/account");
    }
}
