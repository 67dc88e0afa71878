using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>Makes and finds the addresses that let somebody in once.</summary>
internal static class StaffLinks
{
    /// <summary>Makes one, within the caller's transaction. Those of its kind that were made for the same person before are void.</summary>
    /// <returns>The path with the secret, which nothing here knows afterwards.</returns>
    public static async Task<string> Make(OnRecordDb db, InvitationKind kind, Guid? staff, DateTimeOffset now)
    {
        await Void(db, staff, now, kind);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.StaffInvitations.Add(
            new StaffInvitation
            {
                Id = Guid.CreateVersion7(now),
                StaffId = staff,
                Kind = kind,
                SecretHash = Hash(secret),
                MadeAt = now,
                EndsAt = now + StaffInvitation.LifeOf(kind),
            }
        );
        return kind switch
        {
            InvitationKind.SetUp => $"/desk/set-up/{secret}",
            InvitationKind.Entrance => $"/desk/entrance/{secret}",
            _ => $"/desk/welcome/{secret}",
        };
    }

    /// <summary>Ends those that wait, within the caller's transaction.</summary>
    public static Task Void(OnRecordDb db, Guid? staff, DateTimeOffset now, params InvitationKind[] kinds) =>
        db.Set<StaffInvitation>()
            .Where(row => (row.StaffId == staff || (staff == null && row.Kind == InvitationKind.SetUp)))
            .Where(row => kinds.Contains(row.Kind) && row.UsedAt == null && row.EndsAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(link => link.EndsAt, now));

    /// <returns>Null where there is none, or no longer.</returns>
    public static async Task<StaffInvitation?> Find(OnRecordDb db, string secret, DateTimeOffset now)
    {
        var hash = Hash(secret);
        var link = await db.StaffInvitations.FirstOrDefaultAsync(row => row.SecretHash == hash);
        return link?.IsOpen(now) == true ? link : null;
    }

    /// <summary>Takes it for good, within the caller's transaction.</summary>
    /// <returns>False where somebody was quicker.</returns>
    public static async Task<bool> Use(OnRecordDb db, StaffInvitation link, DateTimeOffset now) =>
        await db.Set<StaffInvitation>()
            .Where(row => row.Id == link.Id && row.UsedAt == null && row.EndsAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(taken => taken.UsedAt, now)) == 1;

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
