using System.Text;

namespace OnRecord.TransparencyLog.Tests;

/// <summary>A log in memory: what it serves, by its addresses.</summary>
internal sealed class ServedLog
{
    private ServedLog(VerifierKey key) => Key = key;

    public VerifierKey Key { get; }

    public byte[] Checkpoint { get; set; } = [];

    public Dictionary<string, byte[]> Served { get; } = [];

    public List<string> Asked { get; } = [];

    public static byte[] Entry(int at) => Encoding.ASCII.GetBytes($"entry {at}");

    public static ServedLog Of(int size, SigningKey key, Func<int, byte[]>? entry = null)
    {
        var log = new ServedLog(key.Verifier);
        var entries = Enumerable.Range(0, size).Select(entry ?? Entry).ToList();
        var (edge, levels) = (new TreeEdge(), new List<List<TreeHash>>());
        foreach (var one in entries)
            edge.Append(
                TreeHash.OfLeaf(one),
                (height, _, root) =>
                {
                    if (height % Tile.Height > 0)
                        return;
                    if (height / Tile.Height == levels.Count)
                        levels.Add([]);
                    levels[height / Tile.Height].Add(root);
                }
            );
        foreach (var (level, hashes) in levels.Index())
        foreach (var tile in Tile.Of(level, size))
        {
            var (from, to) = ((int)tile.Index * 256, ((int)tile.Index * 256) + tile.Width);
            log.Served[tile.Path] = [.. hashes[from..to].SelectMany(hash => hash.ToArray())];
            if (level == 0)
                log.Served[tile.EntriesPath] = EntryBundle.Write(
                    entries[from..to].Select(one => (ReadOnlyMemory<byte>)one)
                );
        }
        log.Checkpoint = Encoding.UTF8.GetBytes(
            $"{SignedNote.Sign(new Checkpoint(key.Verifier.Name, size, edge.Root).Text, key)}"
        );
        return log;
    }

    public LogAudit Audit(SeenCheckpoint? seen = null, Func<LoggedEntry, string?>? each = null) =>
        new(Key, Fetch) { Seen = seen, Each = each is null ? null : entry => ValueTask.FromResult(each(entry)) };

    public async Task<LogFault> Fault(SeenCheckpoint? seen = null)
    {
        var found = await Audit(seen).Run(Checkpoint);
        found.Holds.ShouldBeFalse("nothing was found");
        found.Checkpoint.ShouldBeNull();
        return found.Fault;
    }

    public Task<ReadOnlyMemory<byte>?> Fetch(string path, CancellationToken cancel)
    {
        Asked.Add(path);
        return Task.FromResult(Served.TryGetValue(path, out var bytes) ? (ReadOnlyMemory<byte>?)bytes : null);
    }
}
