using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>A newsroom without an owner is opened by an address that its server prints at the start.</summary>
internal static class FirstOwner
{
    /// <summary>Makes the address; the one of an earlier start is void.</summary>
    /// <returns>Its path; null once there is an owner.</returns>
    public static async Task<string?> MakePath(OnRecordDb db, TimeProvider clock)
    {
        if (await Exists(db))
            return null;
        var path = "";
        await db.Transact(async () => path = await StaffLinks.Make(db, InvitationKind.SetUp, null, clock.GetUtcNow()));
        return path;
    }

    public static async Task<bool> Exists(OnRecordDb db) =>
        (await db.Set<StaffMember>().Where(row => row.JoinedAt != null).Select(row => row.Roles).ToListAsync()).Any(
            roles => roles.HasFlag(Roles.Owner)
        );

    /// <returns>The open address; null where it is wrong, too old, or no longer needed.</returns>
    public static async Task<StaffInvitation?> Open(OnRecordDb db, string secret, DateTimeOffset now) =>
        await StaffLinks.Find(db, secret, now) is { Kind: InvitationKind.SetUp } link && !await Exists(db)
            ? link
            : null;

    /// <summary>Writes down who the first owner is to be. They are one once they have a way in.</summary>
    public static async Task<Outcome<StaffMember>> Name(
        OnRecordDb db,
        StaffInvitation link,
        Newcomer newcomer,
        DateTimeOffset now,
        Words words
    )
    {
        if (InviteStaff.Fault(newcomer, words) is { } fault)
            return fault;
        var normalized = InviteStaff.Normalize(newcomer.Email);
        StaffMember? owner = null;
        await db.Transact(async () =>
        {
            var named = await db.Staff.FirstOrDefaultAsync(row => row.NormalizedEmail == normalized);
            if (named?.JoinedAt is not null)
                return;
            owner = named ?? await db.Staff.FirstOrDefaultAsync(row => row.Id == link.StaffId && row.JoinedAt == null);
            if (owner is null)
                db.Staff.Add(owner = InviteStaff.Member(newcomer, now));
            else
                (owner.Name, owner.Email, owner.NormalizedEmail, owner.Language, owner.Roles) = (
                    newcomer.Name.Trim(),
                    newcomer.Email.Trim(),
                    normalized,
                    Words.Supported(newcomer.Language),
                    owner.Roles | Roles.Owner
                );
            await db.SaveChangesAsync();
            link.StaffId = owner.Id;
        });
        return owner is null ? new Problem("email", words.With("Invite.Known", newcomer.Email.Trim())) : owner;
    }
}
