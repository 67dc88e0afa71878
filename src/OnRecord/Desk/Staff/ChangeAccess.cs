using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Staff;

/// <summary>A colleague's roles, whether they may come in, and a way back in for them.</summary>
internal static class ChangeAccess
{
    public sealed record Form
    {
        public IReadOnlyList<string>? Roles { get; init; }
    }

    public static Task<IResult> GiveRoles(
        HttpContext http,
        Guid id,
        SignedIn me,
        [FromForm] Form? form,
        OnRecordDb db,
        KeepOut access,
        ShowMember member
    ) =>
        For(
            http,
            id,
            db,
            member,
            staff => access.GiveRoles(Actor.At(http, me), staff, ShowStaff.Read(form?.Roles), Access.Words(me.Language))
        );

    public static Task<IResult> LockOut(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        KeepOut access,
        ShowMember member
    ) => For(http, id, db, member, staff => access.LockOut(Actor.At(http, me), staff, Access.Words(me.Language)));

    public static Task<IResult> LetIn(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        KeepOut access,
        ShowMember member
    ) =>
        For(
            http,
            id,
            db,
            member,
            async staff =>
            {
                await access.LetIn(Actor.At(http, me), staff);
                return null;
            }
        );

    public static Task<IResult> SendLink(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        SendRecovery recovery,
        ShowMember member
    ) => Send(http, id, me, db, recovery, member, InvitationKind.Recovery);

    public static Task<IResult> SendReset(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        SendRecovery recovery,
        ShowMember member
    ) => Send(http, id, me, db, recovery, member, InvitationKind.Reset);

    private static async Task<IResult> Send(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        SendRecovery recovery,
        ShowMember member,
        InvitationKind kind
    )
    {
        if (await db.Staff.FindAsync(id) is not { IsIn: true } staff)
            return TypedResults.NotFound();
        // A link that asks no second step goes by mail only: whoever makes it must not be able to come in as somebody else.
        var link = await recovery.Run(Actor.At(http, me), staff, kind, (await db.Newsroom()).Name);
        return kind == InvitationKind.Recovery && staff.TwoFactorEnabled
            ? await member.Page(http, staff, link, null)
            : SeeOther.At($"/desk/staff/{id}?done=Saved");
    }

    private static async Task<IResult> For(
        HttpContext http,
        Guid id,
        OnRecordDb db,
        ShowMember member,
        Func<StaffMember, Task<Problem?>> change
    )
    {
        if (await db.Staff.FindAsync(id) is not { } staff)
            return TypedResults.NotFound();
        return await change(staff) is { } refusal
            ? await member.Page(http, staff, null, refusal)
            : SeeOther.At($"/desk/staff/{id}?done=Saved");
    }
}
