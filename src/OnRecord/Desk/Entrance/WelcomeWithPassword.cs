using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>In by a link, with a password from now on. Whoever has no second step yet sets it up before anything is changed.</summary>
internal static class WelcomeWithPassword
{
    public sealed record Form
    {
        public string? Password { get; init; }
        public string? Code { get; init; }
    }

    public sealed record CodeForm
    {
        public string? Code { get; init; }
        public string? Sealed { get; init; }
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        string secret,
        [FromForm] Form? form,
        OnRecordDb db,
        WaysIn ways,
        SecondStep secondStep,
        SignInThrottle throttle,
        CodeSetUp codes,
        TellOfChange tell,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        if (await OpenLink.Find(db, secret, clock.GetUtcNow()) is not { } open)
            return await Welcome.Gone(http, doorway, pages);
        var (door, newsroom) = await doorway.Around(http, "Welcome");
        var password = form?.Password ?? "";
        if (PasswordRule.Of(password, door.Access, open.Staff.Name, open.Staff.Email, newsroom.Name) is { } weak)
            return await Welcome.Page(http, secret, open, weak, doorway, pages);
        var hash = ways.HashOf(open.Staff, password);
        if (!open.AsksCode)
            return await codes.Page(http, open.Staff, hash, $"/desk/welcome/{secret}/code", null);
        var attempt = await throttle.Enter(open.Staff.Email, http);
        if (attempt.Wait is { } wait)
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
            "link, new password",
            async () => rightCode = await Welcome.Steps(open, secondStep, form?.Code),
            () =>
            {
                open.Staff.PasswordHash = hash;
                WaysIn.Change(open.Staff);
                tell.Within(db, open.Staff, "Change.Recovered", newsroom.Name);
                return Task.CompletedTask;
            }
        );
        return isIn ? SeeOther.At("/desk")
            : rightCode ? await Welcome.Gone(http, doorway, pages)
            : await Welcome.Page(http, secret, open, new Problem("code", door.Words["Code.Wrong"]), doorway, pages);
    }

    public static async Task<IResult> Confirm(
        HttpContext http,
        string secret,
        [FromForm] CodeForm? form,
        OnRecordDb db,
        WaysIn ways,
        CodeSetUp codes,
        TellOfChange tell,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        if (await OpenLink.Find(db, secret, clock.GetUtcNow()) is not { AsksCode: false } open)
            return await Welcome.Gone(http, doorway, pages);
        if (codes.Open(open.Staff, form?.Sealed) is not { PasswordHash: { } hash } pending)
            return await Welcome.Gone(http, doorway, pages);
        if (Totp.StepOf(pending.Secret, form?.Code ?? "", clock.GetUtcNow()) is not { } step)
            return await codes.Page(http, open.Staff, hash, $"/desk/welcome/{secret}/code", pending.Secret);
        var (_, newsroom) = await doorway.Around(http, "Codes");
        IReadOnlyList<string> told = [];
        var isIn = await ways.ComeIn(
            http,
            open.Link,
            open.Staff,
            "link, password and code",
            () => Task.FromResult(true),
            () =>
            {
                told = ways.Set(open.Staff, hash, pending.Secret, step);
                if (!open.IsNew)
                    tell.Within(db, open.Staff, "Change.Recovered", newsroom.Name);
                return Task.CompletedTask;
            }
        );
        return isIn ? await codes.Told(http, told, "/desk") : await Welcome.Gone(http, doorway, pages);
    }
}
