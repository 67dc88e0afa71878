using System.Buffers.Binary;

namespace OnRecord.TransparencyLog;

/// <summary>Fetches tiles and bundles and sees that they have their width.</summary>
internal sealed class LogReader(Func<string, CancellationToken, Task<ReadOnlyMemory<byte>?>> fetch)
{
    /// <summary>The entries beneath a tile of level 0, compared with it.</summary>
    public async Task<Leaves> Leaves(Tile tile, CancellationToken cancel)
    {
        // Before anything is awaited, so that both are on their way at once.
        var (bundle, hashes) = (Fetch(tile, entries: true, cancel), Hashes(tile, cancel));
        try
        {
            var (bytes, width) = await bundle.ConfigureAwait(false);
            var entries = Split(bytes, width)[..tile.Width];
            var leaves = new Leaves(tile, entries);
            var served = await hashes.ConfigureAwait(false);
            Compare(tile, leaves.Hashes, served.Span);
            return leaves;
        }
        finally
        {
            Task rest = hashes;
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A tile's hashes, as many as its width.</summary>
    public async Task<ReadOnlyMemory<byte>> Hashes(Tile tile, CancellationToken cancel)
    {
        var (bytes, served) = await Fetch(tile, entries: false, cancel).ConfigureAwait(false);
        var length = served.Width * TreeHash.Size;
        return bytes.Length == length
            ? bytes[..(tile.Width * TreeHash.Size)]
            : throw Wrong(
                LogFaultKind.WrongLength,
                $"{served.Path} {(bytes.Length < length ? "is truncated" : "is too long")}: it has {bytes.Length} bytes, not {length}.",
                served.Path,
                First(served, Math.Min(bytes.Length / TreeHash.Size, served.Width - 1))
            );
    }

    /// <summary>Sees that a tile holds these hashes.</summary>
    public static void Compare(Tile tile, ReadOnlySpan<TreeHash> built, ReadOnlySpan<byte> served)
    {
        Span<byte> bytes = stackalloc byte[TreeHash.Size];
        for (var at = 0; at < built.Length; at++)
        {
            built[at].Write(bytes);
            if (bytes.SequenceEqual(served.Slice(at * TreeHash.Size, TreeHash.Size)))
                continue;
            var first = First(tile, at);
            throw Wrong(
                LogFaultKind.WrongTile,
                tile.Level == 0
                    ? $"{tile.Path} differs from the entries in {tile.EntriesPath}, first at entry {Decimal.Write(first)}."
                    : $"{tile.Path} differs from what lies beneath it, first in the hash over the entries {Decimal.Write(first)} to {Decimal.Write(First(tile, at + 1) - 1)}.",
                tile.Path,
                first
            );
        }
    }

    private async Task<(ReadOnlyMemory<byte> Bytes, Tile Served)> Fetch(
        Tile tile,
        bool entries,
        CancellationToken cancel
    )
    {
        var full = tile with { Width = Tile.FullWidth };
        string Place(Tile one) => entries ? one.EntriesPath : one.Path;
        if (await fetch(Place(tile), cancel).ConfigureAwait(false) is { } bytes)
            return (bytes, tile);
        // tlog-tiles, “Partial Tiles”: a log may drop a partial tile once the full one is there.
        if (!tile.IsFull && await fetch(Place(full), cancel).ConfigureAwait(false) is { } whole)
            return (whole, full);
        throw Wrong(
            LogFaultKind.Missing,
            $"The log does not serve {Place(tile)}, and its checkpoint says that there is one.",
            Place(tile),
            First(tile, 0)
        );
    }

    // C2SP tlog-tiles, “Log entries”.
    private static ReadOnlyMemory<byte>[] Split(ReadOnlyMemory<byte> bundle, Tile tile)
    {
        var entries = new ReadOnlyMemory<byte>[tile.Width];
        var (count, at) = (0, 0);
        for (; at < bundle.Length; count++)
        {
            var length =
                bundle.Length - at < 2 ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bundle.Span[at..]);
            if (length > bundle.Length - at - 2)
                throw Wrong(
                    LogFaultKind.WrongLength,
                    $"{tile.EntriesPath} is truncated: it ends within entry {Decimal.Write(First(tile, count))}.",
                    tile.EntriesPath,
                    First(tile, count)
                );
            if (count < entries.Length)
                entries[count] = bundle.Slice(at + 2, length);
            at += 2 + length;
        }
        return count == entries.Length
            ? entries
            : throw Wrong(
                LogFaultKind.WrongLength,
                $"{tile.EntriesPath} holds {count} entries, not {entries.Length}.",
                tile.EntriesPath,
                First(tile, Math.Min(count, entries.Length))
            );
    }

    private static long First(Tile tile, int at) => ((tile.Index * Tile.FullWidth) + at) << (tile.Level * Tile.Height);

    private static LogFormatException Wrong(LogFaultKind kind, string sentence, string place, long entry) =>
        new(new LogFault(kind, sentence) { Place = place, Entry = entry });
}

/// <summary>The entries beneath a tile of level 0.</summary>
internal sealed class Leaves(Tile tile, ReadOnlyMemory<byte>[] entries)
{
    private readonly TreeHash[] hashes = [.. entries.Select(entry => TreeHash.OfLeaf(entry.Span))];

    public Tile Tile => tile;

    public ReadOnlySpan<TreeHash> Hashes => hashes;

    public LoggedEntry Take(int at) => new((tile.Index * Tile.FullWidth) + at, entries[at], hashes[at]);
}
