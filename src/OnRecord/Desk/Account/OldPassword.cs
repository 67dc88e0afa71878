using OnRecord.Desk.Entrance;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Account;

/// <summary>Asks again for the password, so that a desk left open does not give the account away. Wrong ones count as at the door.</summary>
internal sealed class OldPassword(OnRecordDb db, WaysIn ways, SignInThrottle throttle, TimeProvider clock)
{
    /// <returns>Null where it is right.</returns>
    public async Task<Func<Words, Problem>?> Refuses(
        HttpContext http,
        StaffMember staff,
        string? password,
        string field
    )
    {
        var attempt = await throttle.Enter(staff.Email, http);
        if (attempt.Wait is { } wait)
            return words => new Problem(
                field,
                Doorway.WaitSentence(new Words(Doorway.Strings, words.Language), wait, clock.GetUtcNow())
            );
        if (await ways.IsPassword(staff, password ?? ""))
        {
            await db.Transact(() => throttle.Strike(attempt));
            return null;
        }
        await ThrottleTold.After(attempt, staff, http, db, throttle, clock);
        return words => new Problem(field, words["Old.Wrong"]);
    }
}
