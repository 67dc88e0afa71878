using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>Ends and gives back access, and changes roles. The newsroom always keeps an owner who can come in.</summary>
internal sealed class KeepOut(OnRecordDb db, StaffSessions sessions, TimeProvider clock)
{
    public async Task<Problem?> LockOut(Actor by, StaffMember staff, Words words)
    {
        Problem? refusal = null;
        await db.Transact(async () =>
        {
            if (await IsLastOwner(staff))
            {
                refusal = new Problem(words.With("LastOwner.LockOut", staff.Name));
                return;
            }
            var now = clock.GetUtcNow();
            staff.LockedOutAt ??= now;
            WaysIn.Change(staff);
            await sessions.EndWithin(rows => rows.Where(row => row.StaffId == staff.Id));
            await StaffLinks.Void(
                db,
                staff.Id,
                now,
                InvitationKind.Invite,
                InvitationKind.Recovery,
                InvitationKind.Reset
            );
            by.Audit(db, now, "staff.lockedOut", staff);
        });
        return refusal;
    }

    public Task LetIn(Actor by, StaffMember staff) =>
        db.Transact(() =>
        {
            staff.LockedOutAt = null;
            by.Audit(db, clock.GetUtcNow(), "staff.letIn", staff);
            return Task.CompletedTask;
        });

    public async Task<Problem?> GiveRoles(Actor by, StaffMember staff, Roles roles, Words words)
    {
        if (roles == Roles.None)
            return new Problem("roles", words["Invite.Roles"]);
        Problem? refusal = null;
        await db.Transact(async () =>
        {
            if (!roles.HasFlag(Roles.Owner) && await IsLastOwner(staff))
            {
                refusal = new Problem("roles", words.With("LastOwner.Roles", staff.Name));
                return;
            }
            var before = string.Join(", ", staff.Roles.Each());
            staff.Roles = roles;
            by.Audit(
                db,
                clock.GetUtcNow(),
                "staff.rolesChanged",
                staff,
                $"{before} → {string.Join(", ", roles.Each())}"
            );
        });
        return refusal;
    }

    // Two owners who lock each other out at the same moment must not both succeed: on PostgreSQL the rows are locked, on SQLite one writes at a time.
    private async Task<bool> IsLastOwner(StaffMember staff)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(6303)");
        var owners = await db.Set<StaffMember>()
            .AsNoTracking()
            .Where(row => row.JoinedAt != null && row.LockedOutAt == null)
            .Select(row => new { row.Id, row.Roles })
            .ToListAsync();
        return owners.Any(row => row.Id == staff.Id && row.Roles.HasFlag(Roles.Owner))
            && !owners.Any(row => row.Id != staff.Id && row.Roles.HasFlag(Roles.Owner));
    }
}
