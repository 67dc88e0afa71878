using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord;

/// <summary>The last act of a transaction that seals: takes the log's lock, reads its head, appends. Afterwards the checkpoint is signed.</summary>
internal sealed class AppendEntries(OnRecordDb db) : CommitStep
{
    // Any number that nobody else of ours locks.
    private const long LogLock = 0x4F6E5265636F7264;

    private readonly List<EntryToAppend> entries = [];
    private readonly List<RecordEntry> appended = [];
    private readonly List<SealedVersion> versions = [];
    private readonly Dictionary<(Guid, int), TreeHash> sealedHere = [];
    private readonly Dictionary<(int Level, long Index), HashTile> tiles = [];
    private readonly SignCheckpoint signer = db.GetService<SignCheckpoint>();
    private RecordHead? anew;
    private bool isAnnounced;

    public void Add(EntryToAppend entry) => entries.Add(entry);

    /// <summary>Appends to a log that begins with this, whose tables are empty.</summary>
    public void BeginAnew(RecordHead head) => anew = head;

    public override async Task BeforeCommit(CancellationToken stop)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LogLock})", stop);
        // Not the context's own copy: another transaction may have moved it.
        var known = anew is null ? await db.Set<RecordHead>().AsNoTracking().SingleOrDefaultAsync(stop) : null;
        var isNew = known is null;
        var head = anew ?? known ?? signer.Begin();
        head.SignWith(await signer.Guard(db, head, stop));
        var edge = head.Edge();
        foreach (var entry in entries)
        {
            if (entry.Replaces is { } key && key.Old != head.Key)
                throw new RecordRefusal(
                    new Problem("The record’s key was changed at this very moment. Look at it again.")
                );
            await Append(edge, entry, stop);
            head.SignWith(entry.Replaces?.New ?? head.Key!);
        }
        head.MoveTo(edge);
        if (isNew)
            db.Add(head);
        else
            db.Update(head);
        signer.Announce();
        isAnnounced = true;
        await NewRows.Of(db.Model, appended).Into(db, stop);
        await NewRows.Of(db.Model, versions).Into(db, stop);
        await db.SaveChangesAsync(stop);
        db.Entry(head).State = EntityState.Detached;
        foreach (var tile in tiles.Values)
            db.Entry(tile).State = EntityState.Detached;
    }

    public override async Task AfterCommit()
    {
        isAnnounced = false;
        await signer.Renew(announced: true);
    }

    public override void RolledBack()
    {
        if (isAnnounced)
            signer.Withdraw();
        foreach (var row in db.ChangeTracker.Entries().Where(row => row.Entity is RecordHead or HashTile).ToList())
            row.State = EntityState.Detached;
    }

    private async Task Append(TreeEdge edge, EntryToAppend entry, CancellationToken stop)
    {
        var previous = entry.Continues is { } before ? await Previous(before, stop) : null;
        var index = edge.Size;
        var bytes = entry.Write(versions, index, previous);
        var leaf = TreeHash.OfLeaf(bytes);
        appended.Add(new RecordEntry { Index = index, Bytes = bytes });
        if (entry.Seals is { } version)
            sealedHere[version] = leaf;
        var full = new List<(int Level, long Place, TreeHash Hash)>();
        edge.Append(
            leaf,
            (height, place, hash) =>
            {
                if (height % Tile.Height == 0)
                    full.Add((height / Tile.Height, place, hash));
            }
        );
        foreach (var (level, place, hash) in full)
            await Keep(level, place, hash, stop);
    }

    private async Task<TreeHash?> Previous((Guid Story, int Number) version, CancellationToken stop)
    {
        if (sealedHere.TryGetValue(version, out var here))
            return here;
        var bytes = await db.Set<SealedVersion>()
            .Where(row => row.StoryId == version.Story && row.Number == version.Number)
            .Join(db.Set<RecordEntry>(), row => row.EntryIndex, entry => entry.Index, (_, entry) => entry.Bytes)
            .FirstOrDefaultAsync(stop);
        return bytes is null
            ? throw new InvalidOperationException(
                $"Version {version.Number} of story {version.Story} is not sealed, so no later one can be."
            )
            : TreeHash.OfLeaf(bytes);
    }

    private async Task Keep(int level, long place, TreeHash hash, CancellationToken stop)
    {
        var at = (level, place / Tile.FullWidth);
        var width = (int)(place % Tile.FullWidth);
        if (!tiles.TryGetValue(at, out var tile))
        {
            tile =
                width == 0
                    ? db
                        .HashTiles.Add(
                            new HashTile
                            {
                                Level = level,
                                Index = at.Item2,
                                Hashes = [],
                            }
                        )
                        .Entity
                    : await db.Set<HashTile>().FirstAsync(row => row.Level == level && row.Index == at.Item2, stop);
            tiles[at] = tile;
        }
        tile.Hashes = [.. tile.Hashes.AsSpan(0, width * TreeHash.Size), .. hash.ToArray()];
    }
}

/// <summary>An entry whose bytes are known once its place is.</summary>
internal abstract class EntryToAppend
{
    /// <summary>The version whose entry this one names; null where none.</summary>
    public virtual (Guid Story, int Number)? Continues => null;

    /// <summary>The version it seals; null where none.</summary>
    public virtual (Guid Story, int Number)? Seals => null;

    /// <summary>The key that signed before it and the one that signs it; null where they are the same.</summary>
    public virtual (string Old, string New)? Replaces => null;

    /// <summary>The entry.</summary>
    /// <param name="versions">Those that this transaction seals; one that the entry seals is added.</param>
    public abstract byte[] Write(List<SealedVersion> versions, long index, TreeHash? previous);
}
