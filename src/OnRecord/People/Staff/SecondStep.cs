using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>What a password alone does not open: a code of the app, or a recovery code. Each opens once.</summary>
internal sealed class SecondStep(OnRecordDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector seal = protection.CreateProtector("OnRecord.Desk.Authenticator");

    /// <summary>How the app's secret is kept.</summary>
    public string Protect(string secret) => seal.Protect(secret);

    /// <summary>Takes a code, so that it is good no more. Within the caller's transaction.</summary>
    /// <returns>Which it was; null where it is none of theirs, or was used before.</returns>
    public async Task<SecondStepKind?> Take(StaffMember staff, string written)
    {
        if (!staff.TwoFactorEnabled)
            return null;
        if (RecoveryCodes.LooksLikeOne(written))
            return await TakeRecoveryCode(staff, written) ? SecondStepKind.RecoveryCode : null;
        return
            Secret(staff) is { } secret
            && Totp.StepOf(secret, written, clock.GetUtcNow()) is { } step
            && await TakeStep(staff, step)
            ? SecondStepKind.Code
            : null;
    }

    // In the database and under a condition: two requests with the same code must not both be told that it is good.
    private async Task<bool> TakeStep(StaffMember staff, long step) =>
        await db.Set<StaffMember>()
            .Where(row => row.Id == staff.Id && (row.LastTimeStep == null || row.LastTimeStep < step))
            .ExecuteUpdateAsync(row => row.SetProperty(member => member.LastTimeStep, step)) == 1;

    private async Task<bool> TakeRecoveryCode(StaffMember staff, string written)
    {
        var kept = await db.Set<StaffMember>()
            .Where(row => row.Id == staff.Id)
            .Select(row => row.RecoveryCodes)
            .SingleAsync();
        return RecoveryCodes.Without(kept, written) is { } rest
            && await db.Set<StaffMember>()
                .Where(row => row.Id == staff.Id && row.RecoveryCodes == kept)
                .ExecuteUpdateAsync(row => row.SetProperty(member => member.RecoveryCodes, rest)) == 1;
    }

    // Keys that were lost with a data folder leave a secret nobody can read; recovery codes still open.
    private string? Secret(StaffMember staff)
    {
        try
        {
            return staff.AuthenticatorKey is { } kept ? seal.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

internal enum SecondStepKind
{
    Code,
    RecoveryCode,
}
