using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OnRecord.Desk.Account;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>In by a link, with a passkey from now on.</summary>
internal static class WelcomeWithPasskey
{
    public sealed record Form
    {
        public string? Credential { get; init; }
        public string? Code { get; init; }
    }

    public static async Task<IResult> Options(
        HttpContext http,
        string secret,
        OnRecordDb db,
        Passkeys passkeys,
        TimeProvider clock
    ) =>
        await OpenLink.Find(db, secret, clock.GetUtcNow()) is { } open
            ? Results.Text(await passkeys.MakeCreationOptions(http, open.Staff), "application/json")
            : TypedResults.NotFound();

    public static async Task<IResult> Submit(
        HttpContext http,
        string secret,
        [FromForm] Form? form,
        OnRecordDb db,
        Passkeys passkeys,
        UserManager<StaffMember> users,
        WaysIn ways,
        SecondStep secondStep,
        SignInThrottle throttle,
        TellOfChange tell,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        if (await OpenLink.Find(db, secret, clock.GetUtcNow()) is not { } open)
            return await Welcome.Gone(http, doorway, pages);
        var (door, newsroom) = await doorway.Around(http, "Welcome");
        if (await passkeys.Made(http, open.Staff, form?.Credential) is not { } made)
            return await Refuse("Passkey.NotMade", null);
        made.Name = DeviceName.Of(
            http.Request.Headers.UserAgent.ToString(),
            new Words(ShowAccount.Strings, open.Staff.Language)
        );
        var attempt = open.AsksCode ? await throttle.Enter(open.Staff.Email, http) : null;
        if (attempt?.Wait is { } wait)
            return await Welcome.Page(
                http,
                secret,
                open,
                new Problem(Doorway.WaitSentence(door.Words, wait, clock.GetUtcNow())),
                doorway,
                pages
            );
        var rightCode = true;
        var isIn = await ways.ComeIn(
            http,
            open.Link,
            open.Staff,
            "link, passkey",
            async () => rightCode = await Welcome.Steps(open, secondStep, form?.Code),
            async () =>
            {
                WaysIn.Change(open.Staff);
                await users.AddOrUpdatePasskeyAsync(open.Staff, made);
                db.Audit(
                    SignedIn.As(open.Staff),
                    clock.GetUtcNow(),
                    "passkey.added",
                    $"staff:{open.Staff.Id}",
                    open.Staff.Name,
                    null,
                    StaffSessions.AddressOf(http)
                );
                if (!open.IsNew)
                    tell.Within(db, open.Staff, "Change.Recovered", newsroom.Name);
            }
        );
        return isIn ? SeeOther.At("/desk")
            : rightCode ? await Welcome.Gone(http, doorway, pages)
            : await Refuse("Code.Wrong", "passkey-code");

        Task<IResult> Refuse(string word, string? field) =>
            Welcome.Page(http, secret, open, new Problem(field, door.Words[word]), doorway, pages);
    }
}
