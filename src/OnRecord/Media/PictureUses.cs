using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Which stories show which pictures. Stories writes it; the library only reads it.</summary>
internal static class PictureUses
{
    /// <summary>Says which pictures a story shows in one place, instead of those it showed there before. Saved with the caller's transaction.</summary>
    /// <param name="shas">What is not in the library is passed over.</param>
    public static async Task Set(
        OnRecordDb db,
        Guid storyId,
        PictureUsedIn where,
        IEnumerable<string> shas,
        CancellationToken stop = default
    )
    {
        var uses = db.Set<PictureUse>();
        await uses.Where(row => row.StoryId == storyId && row.Where == where).LoadAsync(stop);
        var before = uses.Local.Where(row => row.StoryId == storyId && row.Where == where).ToList();
        var asked = shas.ToHashSet();
        uses.RemoveRange(before.Where(row => !asked.Contains(row.Sha256)));
        asked.ExceptWith(before.Select(row => row.Sha256));
        if (asked.Count == 0)
            return;
        var held = await db.Set<Picture>()
            .Where(row => asked.Contains(row.Sha256))
            .Select(row => row.Sha256)
            .ToListAsync(stop);
        var added = db.Set<Picture>().Local.Select(row => row.Sha256).Where(asked.Contains);
        uses.AddRange(
            held.Union(added)
                .ToList()
                .Select(sha256 => new PictureUse
                {
                    Sha256 = sha256,
                    StoryId = storyId,
                    Where = where,
                })
        );
    }

    /// <summary>Every use of a picture, a story's live text before its draft and its versions.</summary>
    public static Task<List<PictureUse>> Uses(OnRecordDb db, string sha256, CancellationToken stop = default) =>
        db.Set<PictureUse>()
            .AsNoTracking()
            .Where(row => row.Sha256 == sha256)
            .OrderBy(row => row.StoryId)
            .ThenBy(row => row.Where)
            .ToListAsync(stop);
}
