using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>The second step after a password: a code of the app, or a recovery code.</summary>
internal static class EnterCode
{
    public sealed record Form
    {
        public string? Code { get; init; }
    }

    public static async Task<IResult> Get(HttpContext http, HalfSignedIn half, Doorway doorway, PageRenderer pages) =>
        await half.Who(http) is null
            ? SeeOther.At(StaffDoor.SignInPath)
            : await Page(http, null, doorway, pages, StatusCodes.Status200OK);

    public static async Task<IResult> Submit(
        HttpContext http,
        [FromForm] Form? form,
        HalfSignedIn half,
        OnRecordDb db,
        WaysIn ways,
        SecondStep secondStep,
        SignInThrottle throttle,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        if (await half.Who(http) is not { } who)
            return SeeOther.At(StaffDoor.SignInPath);
        var attempt = await throttle.Enter(who.Staff.Email, http);
        if (attempt.Wait is { } wait)
            return await Page(
                http,
                words => Doorway.WaitSentence(words, wait, clock.GetUtcNow()),
                doorway,
                pages,
                StatusCodes.Status429TooManyRequests
            );
        var isIn = await ways.SignIn(
            http,
            who.Staff,
            async () =>
                await secondStep.Take(who.Staff, form?.Code ?? "") switch
                {
                    SecondStepKind.Code => "password and code",
                    SecondStepKind.RecoveryCode => "password and recovery code",
                    _ => null,
                }
        );
        if (isIn)
        {
            HalfSignedIn.Forget(http);
            return SeeOther.At(who.To);
        }
        var until = await ThrottleTold.After(attempt, who.Staff, http, db, throttle, clock);
        return await Page(
            http,
            words =>
                until is null
                    ? words["Code.Wrong"]
                    : $"{words["Code.Wrong"]} {Doorway.WaitSentence(words, until.Value, clock.GetUtcNow())}",
            doorway,
            pages,
            StatusCodes.Status422UnprocessableEntity
        );
    }

    private static async Task<IResult> Page(
        HttpContext http,
        Func<Words, string>? problem,
        Doorway doorway,
        PageRenderer pages,
        int status
    )
    {
        var (door, _) = await doorway.Around(http, "Code");
        return await pages.Page<EnterCodePage>(
            new EnterCodeView(door, problem is null ? [] : [new Problem("code", problem(door.Words))]),
            status
        );
    }
}

/// <summary>The page that asks for a code.</summary>
public sealed record EnterCodeView(EntranceView Door, IReadOnlyList<Problem> Problems);
