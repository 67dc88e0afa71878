namespace OnRecord.TransparencyLog;

/// <summary>A tree that grows from hashes of entries and is compared with the log's tiles above level 0 as they fill.</summary>
internal sealed class RebuiltTree(LogReader reader)
{
    private readonly TreeEdge edge = new();
    private readonly List<Row> rows = [];

    public LogReader Reader => reader;

    public long Size => edge.Size;

    public TreeHash Root => edge.Root;

    public void Append(TreeHash leaf) => edge.Append(leaf, Keep);

    /// <summary>To be called at least with each 256th entry.</summary>
    public ValueTask CompareFullTiles(CancellationToken cancel) =>
        rows.Exists(row => row.Hashes.Count == Tile.FullWidth)
            ? new ValueTask(Compare(row => row.Hashes.Count == Tile.FullWidth, cancel))
            : ValueTask.CompletedTask;

    /// <summary>Compares the partial tiles at the edge.</summary>
    public Task Finish(CancellationToken cancel) => Compare(row => row.Hashes.Count > 0, cancel);

    // C2SP tlog-tiles, “Merkle Tree”: a hash of a tile stands for a full tile of the level below.
    private void Keep(int height, long place, TreeHash root)
    {
        if (height == 0 || height % Tile.Height != 0)
            return;
        if (rows.Count < height / Tile.Height)
            rows.Add(new Row(height / Tile.Height, []));
        rows[(height / Tile.Height) - 1].Hashes.Add(root);
    }

    private async Task Compare(Predicate<Row> which, CancellationToken cancel)
    {
        foreach (var row in rows.FindAll(which))
        {
            var count = (edge.Size >> (row.Level * Tile.Height)) - row.Hashes.Count;
            var tile = new Tile(row.Level, count / Tile.FullWidth, row.Hashes.Count);
            var served = await reader.Hashes(tile, cancel).ConfigureAwait(false);
            LogReader.Compare(tile, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(row.Hashes), served.Span);
            row.Hashes.Clear();
        }
    }

    private sealed record Row(int Level, List<TreeHash> Hashes);
}
