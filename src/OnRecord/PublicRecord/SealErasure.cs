using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>Destroys what was sealed of a version because the law asks for it, and leaves an entry that says so.</summary>
internal static class SealErasure
{
    public static IReadOnlyList<string> Reasons { get; } = ["court-order", "data-protection", "copyright", "other-law"];

    /// <summary>Within the caller's transaction. Versions that are erased already stay as they are.</summary>
    /// <param name="reason">One of <see cref="Reasons"/>.</param>
    public static async Task Into(
        OnRecordDb db,
        Guid story,
        IReadOnlyCollection<int> numbers,
        string reason,
        DateTimeOffset at
    )
    {
        var versions = await db
            .SealedVersions.Where(row =>
                row.StoryId == story && numbers.Contains(row.Number) && row.ErasureIndex == null
            )
            .OrderBy(row => row.Number)
            .ToListAsync();
        foreach (var version in versions)
            db.AtCommit(() => new AppendEntries(db)).Add(new Entry(version, reason, at));
    }

    private sealed class Entry(SealedVersion version, string reason, DateTimeOffset at) : EntryToAppend
    {
        public override byte[] Write(List<SealedVersion> versions, long index, TreeHash? previous)
        {
            version.Erase(index);
            return EntryJson.Erasure(version.StoryId, version.Number, reason, at);
        }
    }
}
