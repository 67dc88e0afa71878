using Microsoft.AspNetCore.Identity;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>The passkeys, password and second step of an account: what they are made of, and what ends when they change.</summary>
internal sealed class WaysIn(
    OnRecordDb db,
    UserManager<StaffMember> users,
    StaffSessions sessions,
    SecondStep secondStep,
    SignInThrottle throttle,
    TimeProvider clock
)
{
    private static string? nobodysHash;

    public string HashOf(StaffMember staff, string password) => users.PasswordHasher.HashPassword(staff, password);

    /// <summary>Whether it is their password. It takes about as long where there is nobody, or nobody with a password.</summary>
    public async Task<bool> IsPassword(StaffMember? staff, string password)
    {
        if (staff?.PasswordHash is not null)
            return await users.CheckPasswordAsync(staff, password);
        nobodysHash ??= users.PasswordHasher.HashPassword(null!, "nobody has this password");
        users.PasswordHasher.VerifyHashedPassword(null!, nobodysHash, password);
        return false;
    }

    /// <summary>A new password with its second step, within the caller's transaction.</summary>
    /// <returns>The recovery codes, told once and kept only as hashes.</returns>
    public IReadOnlyList<string> Set(StaffMember staff, string passwordHash, string secret, long step)
    {
        (staff.PasswordHash, staff.AuthenticatorKey) = (passwordHash, secondStep.Protect(secret));
        (staff.TwoFactorEnabled, staff.LastTimeStep) = (true, step);
        Change(staff);
        return NewCodes(staff);
    }

    public static IReadOnlyList<string> NewCodes(StaffMember staff)
    {
        var codes = RecoveryCodes.Make();
        staff.RecoveryCodes = RecoveryCodes.Kept(codes);
        return codes;
    }

    public static void Remove(StaffMember staff)
    {
        (staff.PasswordHash, staff.AuthenticatorKey, staff.TwoFactorEnabled) = (null, null, false);
        (staff.LastTimeStep, staff.RecoveryCodes) = (null, "");
        Change(staff);
    }

    /// <summary>What was granted before, such as half a sign-in, is void.</summary>
    public static void Change(StaffMember staff) => staff.SecurityStamp = Guid.CreateVersion7().ToString("N");

    /// <summary>Signs somebody in and tells their browser.</summary>
    /// <param name="by">What else happens in the same transaction. It says by which way they come, for the audit log; null where they do not.</param>
    public async Task<bool> SignIn(HttpContext http, StaffMember staff, Func<Task<string?>> by)
    {
        StaffSession? session = null;
        await db.Transact(async () =>
        {
            if (await by() is not { } how)
                return;
            await throttle.Forget(staff.Email);
            session = sessions.Begin(http, staff, how);
        });
        if (session is not null)
            sessions.Give(http, session);
        return session is not null;
    }

    /// <summary>Signs somebody in who comes by a link, with what they will come in with from now on. Every other session of theirs ends.</summary>
    /// <param name="how">The way, for the audit log.</param>
    /// <param name="may">What is still asked of them.</param>
    /// <param name="change">Sets the new way in.</param>
    /// <returns>False where they may not, or the link was used in the meantime.</returns>
    public Task<bool> ComeIn(
        HttpContext http,
        StaffInvitation link,
        StaffMember staff,
        string how,
        Func<Task<bool>> may,
        Func<Task> change
    ) =>
        SignIn(
            http,
            staff,
            async () =>
            {
                var now = clock.GetUtcNow();
                if (!await may() || !await StaffLinks.Use(db, link, now))
                    return null;
                await StaffLinks.Void(
                    db,
                    staff.Id,
                    now,
                    InvitationKind.Invite,
                    InvitationKind.Recovery,
                    InvitationKind.Reset
                );
                await sessions.EndWithin(rows => rows.Where(row => row.StaffId == staff.Id));
                var act = staff.JoinedAt is null ? "staff.joined" : "staff.recovered";
                staff.JoinedAt ??= now;
                await change();
                db.Audit(
                    SignedIn.As(staff),
                    now,
                    act,
                    $"staff:{staff.Id}",
                    staff.Name,
                    how,
                    StaffSessions.AddressOf(http)
                );
                return how;
            }
        );
}
