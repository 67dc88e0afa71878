using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Lets a picture be cut around a focal point. The middle is always allowed.</summary>
internal static class AllowFocus
{
    /// <summary>Writes at once, within the caller's transaction if there is one. A picture that is not in the library is passed over.</summary>
    public static async Task For(OnRecordDb db, string sha256, int x, int y, CancellationToken stop = default)
    {
        if (x is < 0 or > 100 || y is < 0 or > 100)
            throw new ArgumentOutOfRangeException(nameof(x), $"{x},{y} is not within the picture.");
        if (IsMiddle(x, y))
            return;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "PictureFocus" ("Sha256", "X", "Y")
            SELECT "Sha256", {x}, {y} FROM "Pictures" WHERE "Sha256" = {sha256}
            ON CONFLICT DO NOTHING
            """,
            stop
        );
    }

    public static async Task<bool> Holds(OnRecordDb db, string sha256, int x, int y) =>
        IsMiddle(x, y)
        || await db.Set<PictureFocus>().AnyAsync(row => row.Sha256 == sha256 && row.X == x && row.Y == y);

    private static bool IsMiddle(int x, int y) => (x, y) == (PictureFocus.Middle, PictureFocus.Middle);
}
