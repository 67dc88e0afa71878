using System.Text;
using System.Text.Json;

namespace OnRecord.TransparencyLog.Tests;

public class ConformanceTests
{
    [Fact]
    public void Inclusion_proofs_are_judged_as_the_vectors_say()
    {
        var judged = 0;
        foreach (var (name, vector) in Vectors("merkle-vectors/inclusion"))
        {
            Judge(
                    vector,
                    () =>
                        MerkleProofs.Includes(
                            Number(vector, "leafIdx"),
                            Number(vector, "treeSize"),
                            Hash(vector, "leafHash")!.Value,
                            Hashes(vector),
                            Hash(vector, "root")!.Value
                        ),
                    "leafHash",
                    "root"
                )
                .ShouldBe(!vector.GetProperty("wantErr").GetBoolean(), name);
            judged++;
        }
        judged.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Consistency_proofs_are_judged_as_the_vectors_say()
    {
        var judged = 0;
        foreach (var (name, vector) in Vectors("merkle-vectors/consistency"))
        {
            var (size1, size2) = (Number(vector, "size1"), Number(vector, "size2"));
            var fits = Judge(
                vector,
                () =>
                    MerkleProofs.Continues(
                        size1,
                        Hash(vector, "root1")!.Value,
                        size2,
                        Hash(vector, "root2")!.Value,
                        Hashes(vector)
                    ),
                "root1",
                "root2"
            );
            fits.ShouldBe(!vector.GetProperty("wantErr").GetBoolean(), name);
            judged++;
        }
        judged.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Ed25519_signatures_are_judged_as_Wycheproof_says()
    {
        using var suite = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Shared.Folder("wycheproof"), "ed25519_test.json"))
        );
        var judged = 0;
        foreach (var group in suite.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            var key = Convert.FromHexString(group.GetProperty("publicKey").GetProperty("pk").GetString()!);
            var id = VerifierKey.IdOf("vectors", SignatureKind.Note, key);
            var verifier = VerifierKey.Parse($"vectors+{id:x8}+{Convert.ToBase64String([1, .. key])}");
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                verifier
                    .Verifies(
                        Convert.FromHexString(test.GetProperty("msg").GetString()!),
                        Convert.FromHexString(test.GetProperty("sig").GetString()!)
                    )
                    .ShouldBe(test.GetProperty("result").GetString() == "valid", $"{test.GetProperty("tcId")}");
                judged++;
            }
        }
        judged.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Canonical_JSON_is_that_of_the_vectors()
    {
        var folder = Path.Combine(Shared.Folder("jcs-vectors"), "testdata");
        foreach (var input in Directory.GetFiles(Path.Combine(folder, "input")))
            CanonicalJson
                .Of(File.ReadAllBytes(input))
                .ShouldBe(
                    File.ReadAllBytes(Path.Combine(folder, "output", Path.GetFileName(input))),
                    Path.GetFileName(input)
                );
    }

    [Fact]
    public void Notes_of_another_implementation_verify()
    {
        using var vector = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Shared.Folder("signed-note"), "note.json"))
        );
        string Text(string name) => vector.RootElement.GetProperty(name).GetString()!;
        var (first, second) = (VerifierKey.Parse(Text("verifier_key")), VerifierKey.Parse(Text("second_verifier_key")));
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(Text("two_signatures")));
        note.Verify(first, second).Count.ShouldBe(2);
        using var signer = SigningKey.Parse(Text("signer_key"));
        $"{SignedNote.Sign(Text("text"), signer)}".ShouldBe(Text("signed"));
        foreach (var bad in vector.RootElement.GetProperty("bad_verifier_keys").EnumerateArray())
            Should.Throw<LogFormatException>(() => VerifierKey.Parse(bad.GetString()!));
    }

    [Fact]
    public void A_log_of_another_implementation_verifies_at_each_of_its_sizes()
    {
        var folder = Path.Combine(Shared.Folder("tlog-sample-log"), "log");
        var key = VerifierKey.Parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
        var entries = EntryBundle.Read(File.ReadAllBytes(Path.Combine(folder, "tile/entries/000.p/15")));
        var edge = new TreeEdge();
        for (var size = 0; size <= 15; size++)
        {
            var note = File.ReadAllBytes(Path.Combine(folder, $"checkpoint.{size}"));
            var (checkpoint, _) = Checkpoint.Open(note, key);
            (checkpoint.Size, checkpoint.Root).ShouldBe((size, edge.Root));
            if (size > 0)
                new TileTree(size, tile => File.ReadAllBytes(Path.Combine(folder, tile.Path))).Root.ShouldBe(edge.Root);
            if (size < 15)
                edge.Append(TreeHash.OfLeaf(entries[size].Span));
        }
    }

    // A root or leaf that is no hash at all cannot even be asked about; the vectors count that as refused.
    private static bool Judge(JsonElement vector, Func<bool> ask, params string[] hashes) =>
        Array.TrueForAll(hashes, name => Hash(vector, name) is not null) && HasHashes(vector) && ask();

    private static IEnumerable<(string Name, JsonElement Vector)> Vectors(string folder) =>
        Directory
            .EnumerateFiles(Shared.Folder(folder), "*.json", SearchOption.AllDirectories)
            .Select(file => (file, JsonDocument.Parse(File.ReadAllBytes(file)).RootElement));

    // What is beyond 2^63 - 1 is no size here.
    private static long Number(JsonElement vector, string name) =>
        vector.GetProperty(name).TryGetInt64(out var number) ? number : -1;

    private static TreeHash? Hash(JsonElement vector, string name) =>
        vector.GetProperty(name) is { ValueKind: JsonValueKind.String } written
            ? TreeHash.Parse(written.GetString()!)
            : null;

    private static bool HasHashes(JsonElement vector) =>
        vector.GetProperty("proof") is not { ValueKind: JsonValueKind.Array } proof
        || proof.EnumerateArray().All(hash => TreeHash.Parse(hash.GetString()!) is not null);

    private static List<TreeHash> Hashes(JsonElement vector) =>
        vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
            ? [.. proof.EnumerateArray().Select(hash => TreeHash.Parse(hash.GetString()!)!.Value)]
            : [];
}
