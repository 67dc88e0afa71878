using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Whether pictures say whose they are. One that does not is held back from readers.</summary>
internal static class PictureCredit
{
    /// <returns>Those pictures of the library that have no credit there. A story may still credit them in its own words.</returns>
    public static async Task<IReadOnlySet<string>> Missing(
        OnRecordDb db,
        IEnumerable<string> shas,
        CancellationToken stop = default
    )
    {
        var asked = shas.ToHashSet();
        var without = await db.Set<Picture>()
            .Where(row => asked.Contains(row.Sha256) && (row.Credit == null || row.Credit == ""))
            .Select(row => row.Sha256)
            .ToListAsync(stop);
        return without.ToHashSet();
    }
}
