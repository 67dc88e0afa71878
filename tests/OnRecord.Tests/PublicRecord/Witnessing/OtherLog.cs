using System.Text;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.PublicRecord.Witnessing;

/// <summary>Another newsroom's log, of up to 256 entries.</summary>
internal sealed class OtherLog : IDisposable
{
    private readonly List<TreeHash> leaves = [];

    public OtherLog(string origin = "other.example/record", int entries = 0)
    {
        Key = SigningKey.Create(origin);
        Add(entries);
    }

    public SigningKey Key { get; }

    public string Origin => Key.Verifier.Name;

    public void Add(int entries, string what = "entry")
    {
        for (var added = 0; added < entries; added++)
            leaves.Add(TreeHash.OfLeaf(Encoding.UTF8.GetBytes($"{what} {leaves.Count}")));
    }

    public SignedNote Note(int size) => SignedNote.Sign(new Checkpoint(Origin, size, Root(size)).Text, Key);

    public TreeHash Root(int size) => Tree(size).Root;

    /// <summary>The body of a request that continues a size with the next.</summary>
    public string Request(int old, int size, IReadOnlyList<TreeHash>? proof = null, SignedNote? note = null) =>
        $"{new WitnessRequest(old, proof ?? Tree(size).Consistency(Math.Min(old, size)), note ?? Note(size))}";

    public void Dispose() => Key.Dispose();

    private TileTree Tree(int size) =>
        new(size, tile => leaves.Take(tile.Width).SelectMany(hash => hash.ToArray()).ToArray());
}
