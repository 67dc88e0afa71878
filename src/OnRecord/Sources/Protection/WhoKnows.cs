using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources.Protection;

/// <summary>A colleague who has a key to an identity.</summary>
/// <param name="MayOpen">Whether they may come in and are an editor still.</param>
internal sealed record Knower(Guid StaffId, string Name, DateTimeOffset GivenAt, bool MayOpen);

/// <summary>Who may know who a source is.</summary>
internal static class WhoKnows
{
    /// <summary>What one must be, besides having a key.</summary>
    public const Permission Needed = Permission.EditStories;

    /// <summary>Those with a key, by name.</summary>
    public static async Task<IReadOnlyList<Knower>> Of(OnRecordDb db, Guid identity)
    {
        var rows = await db.Set<IdentityKey>()
            .Where(row => row.IdentityId == identity)
            .Join(db.Set<StaffMember>(), row => row.StaffId, staff => staff.Id, (row, staff) => new { row, staff })
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(one => new Knower(one.staff.Id, one.staff.Name, one.row.GivenAt, one.staff.May(Needed)))
                .OrderBy(one => one.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The editors who may come in and have no key, by name.</summary>
    public static async Task<IReadOnlyList<StaffMember>> NotYet(OnRecordDb db, Guid identity)
    {
        var staff = await db.Set<StaffMember>()
            .AsNoTracking()
            .Where(row => row.JoinedAt != null && row.LockedOutAt == null)
            .Where(row => !db.Set<IdentityKey>().Any(key => key.IdentityId == identity && key.StaffId == row.Id))
            .ToListAsync();
        return [.. staff.Where(row => row.May(Needed)).OrderBy(row => row.Name, StringComparer.CurrentCulture)];
    }
}
