using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Staff;

/// <summary>Invites somebody: by mail, and by a link shown once to hand over.</summary>
internal static class InviteColleague
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Language { get; init; }
        public IReadOnlyList<string>? Roles { get; init; }
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        SignedIn me,
        [FromForm] Form? form,
        OnRecordDb db,
        InviteStaff invite,
        ShowStaff list,
        ShowMember member
    )
    {
        form ??= new Form();
        var newcomer = new Newcomer(
            form.Name ?? "",
            form.Email ?? "",
            ShowStaff.Read(form.Roles),
            form.Language ?? "en",
            (await db.Newsroom()).Name
        );
        var invited = await invite.Run(Actor.At(http, me), newcomer, Access.Words(me.Language));
        return invited.Refused
            ? await list.Page(
                http,
                new InviteView(newcomer.Name, newcomer.Email, newcomer.Language) { Chosen = form.Roles ?? [] },
                invited.Problems
            )
            : await member.Page(http, (await db.Staff.FindAsync(invited.Value.StaffId))!, invited.Value.Link, null);
    }

    public static async Task<IResult> Again(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        InviteStaff invite,
        ShowMember member
    )
    {
        if (await db.Staff.FindAsync(id) is not { } staff)
            return TypedResults.NotFound();
        var invited = await invite.Again(
            Actor.At(http, me),
            staff,
            (await db.Newsroom()).Name,
            Access.Words(me.Language)
        );
        return await member.Page(http, staff, invited.Value?.Link, invited.Refused ? invited.Problems[0] : null);
    }

    public static async Task<IResult> Withdraw(
        HttpContext http,
        Guid id,
        SignedIn me,
        OnRecordDb db,
        InviteStaff invite,
        ShowMember member
    )
    {
        if (await db.Staff.FindAsync(id) is not { } staff)
            return TypedResults.NotFound();
        return await invite.Withdraw(Actor.At(http, me), staff, Access.Words(me.Language)) is { } refusal
            ? await member.Page(http, staff, null, refusal)
            : SeeOther.At("/desk/staff?done=Saved");
    }
}
