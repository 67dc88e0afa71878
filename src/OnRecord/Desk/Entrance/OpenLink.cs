using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Entrance;

/// <summary>A link that somebody came with, and whom it lets in.</summary>
/// <param name="AsksCode">Whether the second step is asked besides.</param>
internal sealed record OpenLink(StaffInvitation Link, StaffMember Staff, bool AsksCode)
{
    public bool IsNew => Staff.JoinedAt is null;

    /// <returns>Null where it is wrong, used, too old, or lets nobody in.</returns>
    public static async Task<OpenLink?> Find(OnRecordDb db, string secret, DateTimeOffset now)
    {
        if (await StaffLinks.Find(db, secret, now) is not { StaffId: { } id } link)
            return null;
        if (await db.Staff.FindAsync(id) is not { LockedOutAt: null } staff)
            return null;
        var opens = link.Kind switch
        {
            InvitationKind.SetUp => staff.JoinedAt is null && !await FirstOwner.Exists(db),
            InvitationKind.Invite => staff.JoinedAt is null,
            InvitationKind.Recovery or InvitationKind.Reset => staff.JoinedAt is not null,
            _ => false,
        };
        return opens ? new OpenLink(link, staff, link.Kind == InvitationKind.Recovery && staff.TwoFactorEnabled) : null;
    }
}
