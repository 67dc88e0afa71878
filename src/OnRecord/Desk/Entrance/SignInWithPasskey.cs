using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Entrance;

/// <summary>In with a passkey: one step, and no wrong passwords of others hold it up.</summary>
internal static class SignInWithPasskey
{
    public sealed record Form
    {
        public string? Credential { get; init; }
        public string? To { get; init; }
    }

    public static async Task<IResult> Options(HttpContext http, Passkeys passkeys) =>
        Results.Text(await passkeys.MakeRequestOptions(http), "application/json");

    public static async Task<IResult> Submit(
        HttpContext http,
        [FromForm] Form? form,
        Passkeys passkeys,
        UserManager<StaffMember> users,
        OnRecordDb db,
        WaysIn ways,
        SignInThrottle throttle,
        TimeProvider clock,
        Doorway doorway,
        PageRenderer pages
    )
    {
        var attempt = await throttle.Enter(null, http);
        if (attempt.Wait is { } wait)
            return await Refuse(
                words => Doorway.WaitSentence(words, wait, clock.GetUtcNow()),
                StatusCodes.Status429TooManyRequests
            );
        if (await passkeys.Answered(http, form?.Credential) is not { Staff.IsIn: true } found)
        {
            await ThrottleTold.After(attempt, null, http, db, throttle, clock);
            return await Refuse(words => words["Passkey.Unknown"], StatusCodes.Status422UnprocessableEntity);
        }
        await ways.SignIn(
            http,
            found.Staff,
            async () =>
            {
                await users.AddOrUpdatePasskeyAsync(found.Staff, found.Passkey);
                await throttle.Strike(attempt);
                return "passkey";
            }
        );
        return SeeOther.At(Doorway.Destination(form?.To));

        Task<IResult> Refuse(Func<Words, string> sentence, int status) =>
            SignIn.Page(http, "", form?.To, sentence, doorway, pages, status);
    }
}
