using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.PublicRecord.Keeping;
using OnRecord.TransparencyLog;

namespace OnRecord.Stories.Sealing;

/// <summary>Lets a new record begin, and seals in it all that readers were shown. What was erased by law stays erased. Cut off, it is ended by <see cref="SealLate"/>.</summary>
internal static class SealAgain
{
    public static async Task Run(OnRecordDb db, NewBeginning beginning, string reason, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var erased = await db.Set<SealedVersion>()
            .Where(row => row.ErasureIndex != null)
            .Join(
                db.Set<RecordEntry>(),
                row => row.ErasureIndex,
                entry => entry.Index,
                (row, entry) =>
                    new
                    {
                        row.StoryId,
                        row.Number,
                        entry.Bytes,
                    }
            )
            .ToListAsync();
        await db.Transact(async () =>
        {
            await BeginRecordAgain.Into(db, beginning, reason, now);
            foreach (var story in erased.Select(row => row.StoryId).Distinct())
                await SealLate.Story(db, story, now);
            foreach (var row in erased)
                db.AtCommit(() => new AppendEntries(db))
                    .Add(new Erasure(row.StoryId, row.Number, Reason(row.Bytes), now));
        });
        db.ChangeTracker.Clear();
        await SealLate.Run(db, clock);
    }

    private static string Reason(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        return json.RootElement.GetProperty("reason").GetString()!;
    }

    private sealed class Erasure(Guid story, int number, string reason, DateTimeOffset at) : EntryToAppend
    {
        public override byte[] Write(List<SealedVersion> versions, long index, TreeHash? previous)
        {
            versions.Find(row => row.StoryId == story && row.Number == number)!.Erase(index);
            return EntryJson.Erasure(story, number, reason, at);
        }
    }
}
