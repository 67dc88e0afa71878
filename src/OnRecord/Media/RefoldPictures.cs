using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Makes pictures findable that were added before the library had a search.</summary>
internal static class RefoldPictures
{
    private const int AtATime = 500;

    public static async Task Run(OnRecordDb db, CancellationToken stop = default)
    {
        for (var more = true; more; )
        {
            await db.Transact(
                async () =>
                {
                    var pictures = await db
                        .Pictures.Where(row => row.Search == "")
                        .OrderBy(row => row.Sha256)
                        .Take(AtATime)
                        .ToListAsync(stop);
                    foreach (var picture in pictures)
                        picture.Refold();
                    more = pictures.Count > 0;
                },
                stop
            );
            db.ChangeTracker.Clear();
        }
    }
}
