using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>Where ASP.NET Core Identity finds the newsroom's accounts. It saves within the caller's transaction where there is one, and makes one where there is none.</summary>
internal sealed class StaffStore(OnRecordDb db, TimeProvider clock)
    : IUserPasswordStore<StaffMember>,
        IUserEmailStore<StaffMember>,
        IUserSecurityStampStore<StaffMember>,
        IUserPasskeyStore<StaffMember>
{
    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString("N"));

    // The e-mail address is the name at the door.
    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) =>
        SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(
        StaffMember user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public async Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        await Save(() => db.Add(user), cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        await Save(() => { }, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken)
    {
        await Save(() => db.Remove(user), cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Staff.FindAsync([id], cancellationToken) : null;

    public Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<StaffMember?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        db.Staff.FirstOrDefaultAsync(row => row.NormalizedEmail == normalizedEmail, cancellationToken);

    public Task<string?> GetEmailAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(StaffMember user, string? email, CancellationToken cancellationToken)
    {
        user.Email = email!;
        return Task.CompletedTask;
    }

    // An address is only ever one that a link was sent to or handed over for.
    public Task<bool> GetEmailConfirmedAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult(user.JoinedAt is not null);

    public Task SetEmailConfirmedAsync(StaffMember user, bool confirmed, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(StaffMember user, string? normalizedEmail, CancellationToken cancellationToken)
    {
        user.NormalizedEmail = normalizedEmail!;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(StaffMember user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<bool> HasPasswordAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(StaffMember user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task AddOrUpdatePasskeyAsync(
        StaffMember user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    ) =>
        Save(
            async () =>
            {
                if (await Row(passkey.CredentialId, cancellationToken) is { } known)
                    (known.SignCount, known.IsBackedUp, known.UsedAt) = (
                        passkey.SignCount,
                        passkey.IsBackedUp,
                        clock.GetUtcNow()
                    );
                else
                    db.Add(StaffPasskey.From(user.Id, passkey, clock.GetUtcNow()));
            },
            cancellationToken
        );

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffMember user, CancellationToken cancellationToken) =>
        (await db.StaffPasskeys.Where(row => row.StaffId == user.Id).ToListAsync(cancellationToken)).ConvertAll(row =>
            row.ToIdentity()
        );

    public async Task<StaffMember?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Row(credentialId, cancellationToken) is { } passkey
            ? await db.Staff.FindAsync([passkey.StaffId], cancellationToken)
            : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        StaffMember user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await Row(credentialId, cancellationToken) is { } passkey && passkey.StaffId == user.Id
            ? passkey.ToIdentity()
            : null;

    public Task RemovePasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken cancellationToken) =>
        Save(
            async () =>
            {
                if (await Row(credentialId, cancellationToken) is { } passkey && passkey.StaffId == user.Id)
                    db.Remove(passkey);
            },
            cancellationToken
        );

    public void Dispose() { }

    private Task<StaffPasskey?> Row(byte[] credential, CancellationToken stop) =>
        db.StaffPasskeys.FirstOrDefaultAsync(row => row.CredentialId == credential, stop);

    private Task Save(Action change, CancellationToken stop) =>
        Save(
            () =>
            {
                change();
                return Task.CompletedTask;
            },
            stop
        );

    // The write gate lets one in at a time: whoever is inside must not ask to come in again.
    private async Task Save(Func<Task> change, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
            await db.Transact(change, stop);
        else
        {
            await change();
            await db.SaveChangesAsync(stop);
        }
    }
}
