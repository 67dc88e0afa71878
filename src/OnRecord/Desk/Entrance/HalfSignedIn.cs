using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Entrance;

/// <summary>Somebody whose password was right and whose second step is still to come. A sealed cookie says so for ten minutes.</summary>
internal sealed class HalfSignedIn(OnRecordDb db, SealedState state)
{
    private const string Purpose = "half";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public void Keep(HttpContext http, StaffMember staff, string to) =>
        state.Keep(http, Purpose, $"{staff.Id:N}\n{staff.SecurityStamp}\n{to}", Life);

    /// <returns>Null where the cookie is gone or too old, or the account has changed since.</returns>
    public async Task<(StaffMember Staff, string To)?> Who(HttpContext http) =>
        state.Kept(http, Purpose)?.Split('\n') is [var id, var stamp, var to]
        && await db.Staff.FindAsync(Guid.Parse(id)) is { IsIn: true, TwoFactorEnabled: true } staff
        && staff.SecurityStamp == stamp
            ? (staff, to)
            : null;

    public static void Forget(HttpContext http) => SealedState.Forget(http, Purpose);
}
