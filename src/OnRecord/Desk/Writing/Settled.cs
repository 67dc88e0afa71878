using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Writing;

/// <summary>Of two windows at the same moment PostgreSQL lets one through; the other looks again, and finds what came first.</summary>
internal static class Settled
{
    private const int Tries = 4;

    public static async Task<T?> Transact<T>(OnRecordDb db, Func<Task<T?>> work)
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                T? answer = null;
                await db.Transact(async () => answer = await work());
                return answer;
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
