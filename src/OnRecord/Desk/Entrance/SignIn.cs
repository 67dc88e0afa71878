using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>In with e-mail address and password; the second step follows on its own page.</summary>
internal static class SignIn
{
    public sealed record Form
    {
        public string? Email { get; init; }
        public string? Password { get; init; }
        public string? To { get; init; }
    }

    public static async Task<IResult> Get(HttpContext http, string? to, Doorway doorway, PageRenderer pages)
    {
        if (SignedIn.Of(http) is not null)
            return SeeOther.At(Doorway.Destination(to));
        return await Page(http, "", to, null, doorway, pages, StatusCodes.Status200OK);
    }

    public static async Task<IResult> Submit(
        HttpContext http,
        [FromForm] Form? form,
        OnRecordDb db,
        WaysIn ways,
        SignInThrottle throttle,
        HalfSignedIn half,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        var (email, password) = (form?.Email?.Trim() ?? "", form?.Password ?? "");
        if (email.Length == 0 || password.Length == 0)
            return await Refuse(words => words["SignIn.Empty"], StatusCodes.Status422UnprocessableEntity);
        var attempt = await throttle.Enter(email, http);
        if (attempt.Wait is { } wait)
            return await Refuse(
                words => Doorway.WaitSentence(words, wait, clock.GetUtcNow()),
                StatusCodes.Status429TooManyRequests
            );
        var normalized = InviteStaff.Normalize(email);
        var staff = await db.Staff.FirstOrDefaultAsync(row => row.NormalizedEmail == normalized);
        if (!await ways.IsPassword(staff, password) || staff is not { IsIn: true, TwoFactorEnabled: true })
        {
            var until = await ThrottleTold.After(attempt, staff, http, db, throttle, clock);
            return await Refuse(
                words =>
                    until is null
                        ? words["SignIn.Wrong"]
                        : $"{words["SignIn.Wrong"]} {Doorway.WaitSentence(words, until.Value, clock.GetUtcNow())}",
                StatusCodes.Status422UnprocessableEntity
            );
        }
        await db.Transact(() => throttle.Strike(attempt));
        half.Keep(http, staff, Doorway.Destination(form?.To));
        return SeeOther.At($"{StaffDoor.SignInPath}/code");

        Task<IResult> Refuse(Func<Words, string> sentence, int status) =>
            Page(http, email, form?.To, sentence, doorway, pages, status);
    }

    public static async Task<IResult> Page(
        HttpContext http,
        string email,
        string? to,
        Func<Words, string>? problem,
        Doorway doorway,
        PageRenderer pages,
        int status
    )
    {
        var (door, _) = await doorway.Around(http, "SignIn");
        return await pages.Page<SignInPage>(
            new SignInView
            {
                Door = door,
                Email = email,
                To = Doorway.Destination(to),
                Problems = problem is null ? [] : [new Problem(problem(door.Words))],
            },
            status
        );
    }
}

/// <summary>The page at the door.</summary>
public sealed record SignInView
{
    public required EntranceView Door { get; init; }
    public required string Email { get; init; }
    public required string To { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>Says in the audit log when tries at the door have become so many that they must wait.</summary>
internal static class ThrottleTold
{
    /// <param name="staff">Whose account was tried; what was typed for an unknown one is kept nowhere, since people type passwords into the wrong field.</param>
    public static async Task<DateTimeOffset?> After(
        SignInTry failed,
        StaffMember? staff,
        HttpContext http,
        OnRecordDb db,
        SignInThrottle throttle,
        TimeProvider clock
    )
    {
        if (await throttle.After(failed) is not { } until)
            return null;
        await db.Transact(() =>
        {
            db.Audit(
                null,
                clock.GetUtcNow(),
                "signIn.throttled",
                staff is null ? "staff:" : $"staff:{staff.Id}",
                staff?.Name ?? "an unknown address",
                null,
                StaffSessions.AddressOf(http)
            );
            return Task.CompletedTask;
        });
        return until;
    }
}
