using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>Reads the log's tree and entries out of the database.</summary>
internal static class RecordTiles
{
    // A proof asks for half a dozen, so the query is made ready once.
    private static readonly Func<OnRecordDb, int, long, byte[]?> One = EF.CompileQuery(
        (OnRecordDb db, int level, long index) =>
            db.Set<HashTile>()
                .Where(row => row.Level == level && row.Index == index)
                .Select(row => row.Hashes)
                .FirstOrDefault()
    );

    /// <summary>The hashes of a tile; null where the log does not reach so far.</summary>
    public static async Task<byte[]?> Hashes(OnRecordDb db, Tile tile, CancellationToken stop)
    {
        var hashes = await db.Set<HashTile>()
            .Where(row => row.Level == tile.Level && row.Index == tile.Index)
            .Select(row => row.Hashes)
            .FirstOrDefaultAsync(stop);
        return hashes is null || hashes.Length < tile.Width * TreeHash.Size
            ? null
            : hashes[..(tile.Width * TreeHash.Size)];
    }

    /// <summary>The entries of a tile as a bundle; null where the log does not reach so far.</summary>
    public static async Task<byte[]?> Entries(OnRecordDb db, Tile tile, CancellationToken stop)
    {
        var from = tile.Index * Tile.FullWidth;
        var to = from + tile.Width;
        var entries = await db.Set<RecordEntry>()
            .Where(row => row.Index >= from && row.Index < to)
            .OrderBy(row => row.Index)
            .Select(row => row.Bytes)
            .ToListAsync(stop);
        return entries.Count < tile.Width
            ? null
            : EntryBundle.Write(entries.Select(bytes => (ReadOnlyMemory<byte>)bytes));
    }

    /// <summary>The tree as it was at a size. It asks for the few tiles that it needs, one after the other.</summary>
    /// <param name="kept">What other proofs of this very tree have worked out; null reads and works out all anew.</param>
    public static TileTree Tree(OnRecordDb db, long size, SubtreeRoots? kept = null) =>
        new(
            size,
            tile =>
            {
                var hashes = One(db, tile.Level, tile.Index);
                var length = tile.Width * TreeHash.Size;
                return hashes?.Length >= length
                    ? hashes.AsMemory(0, length)
                    : throw new LogFormatException($"The record lacks its {tile.Path}.");
            },
            kept
        );
}
