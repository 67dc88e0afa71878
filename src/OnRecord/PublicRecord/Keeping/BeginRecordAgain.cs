using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Keeping;

/// <summary>Begins a record anew whose older one is lost, and says so in its first entry. The older one's key and state stay where they are; the new one's have its number in their names.</summary>
internal static class BeginRecordAgain
{
    /// <summary>Makes the new key, and keeps what this database still holds of the older record in a file beside it.</summary>
    public static async Task<Outcome<NewBeginning>> Prepare(
        OnRecordDb db,
        RecordKey key,
        SignCheckpoint signer,
        CancellationToken stop
    )
    {
        var standing = await RecordStanding.Of(db, key, signer, stop);
        if (standing.Origin is not { } former)
            return new Problem("The public record has not begun, so there is nothing to begin again.");
        if (standing.Problem is null)
            return new Problem(
                "The public record is in order: this database continues what was signed. There is nothing to begin again."
            );
        var head = await db.Set<RecordHead>().AsNoTracking().SingleOrDefaultAsync(stop);
        var last = await RecordStanding.LastSigned(key, head?.Beginning ?? 1, stop);
        former = last?.Checkpoint.Origin ?? former;
        var ended = Math.Max(head?.Beginning ?? 1, last?.Beginning ?? 1);
        var origin = FormattableString.Invariant($"{First(former, ended)}/{ended + 1}");
        var prepared = key.Prepare(key.FileOf(ended + 1), origin);
        if (prepared.Value is not { } made)
            return prepared.Problems[0];
        made.Dispose();
        var kept = Path.ChangeExtension(key.FileOf(ended), ".ended.jsonl");
        await Keep(db, kept, stop);
        return new NewBeginning(ended + 1, origin, former, last?.Note, kept);
    }

    /// <summary>Within the caller's transaction: empties the log's tables and lets the new log begin.</summary>
    public static async Task Into(OnRecordDb db, NewBeginning beginning, string reason, DateTimeOffset at)
    {
        await db.Set<SealedVersion>().ExecuteDeleteAsync();
        await db.Set<RecordEntry>().ExecuteDeleteAsync();
        await db.Set<HashTile>().ExecuteDeleteAsync();
        await db.Set<RecordHead>().ExecuteDeleteAsync();
        var append = db.AtCommit(() => new AppendEntries(db));
        append.BeginAnew(new RecordHead { Origin = beginning.Origin, Beginning = beginning.Number });
        append.Add(new Entry(reason, beginning.Note, at));
    }

    private static string First(string origin, int number) =>
        number > 1 ? origin[..^(number.ToString(CultureInfo.InvariantCulture).Length + 1)] : origin;

    // For its owner alone: with the salts anybody could try what an erased version said.
    private static async Task Keep(OnRecordDb db, string path, CancellationToken stop)
    {
        var unfinished = $"{path}.part";
        File.Delete(unfinished);
        await using (
            var file = new FileStream(
                unfinished,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        )
        {
            var entries = db.Set<RecordEntry>().AsNoTracking().OrderBy(row => row.Index).AsAsyncEnumerable();
            await foreach (var row in entries.WithCancellation(stop))
                await Line(file, new { row.Index, Entry = row.Bytes }, stop);
            var versions = db.Set<SealedVersion>().AsNoTracking().OrderBy(row => row.EntryIndex).AsAsyncEnumerable();
            await foreach (var row in versions.WithCancellation(stop))
                await Line(
                    file,
                    new
                    {
                        Index = row.EntryIndex,
                        Story = row.StoryId,
                        Version = row.Number,
                        row.Salt,
                        row.Statement,
                    },
                    stop
                );
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    private static async Task Line(Stream file, object line, CancellationToken stop)
    {
        await JsonSerializer.SerializeAsync(file, line, JsonSerializerOptions.Web, stop);
        file.WriteByte((byte)'\n');
    }

    private sealed class Entry(string reason, string? note, DateTimeOffset at) : EntryToAppend
    {
        public override byte[] Write(List<SealedVersion> versions, long index, TreeHash? previous) =>
            EntryJson.Continuation(reason, note, at);
    }
}

/// <summary>A record that is about to begin anew.</summary>
/// <param name="Former">The origin of the one that is lost.</param>
/// <param name="Note">Its last signed checkpoint; null where that is lost too.</param>
/// <param name="KeptFile">Where what this database held of it is kept.</param>
internal sealed record NewBeginning(int Number, string Origin, string Former, string? Note, string KeptFile);
