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
        Shared.Count(judged, "inclusion proofs judged");
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
        Shared.Count(judged, "consistency proofs judged");
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
        judged.ShouldBe(suite.RootElement.GetProperty("numberOfTests").GetInt32());
        Shared.Count(judged, "Ed25519 signatures judged");
    }

    [Fact]
    public void Canonical_JSON_is_that_of_the_vectors()
    {
        var folder = Path.Combine(Shared.Folder("jcs-vectors"), "testdata");
        var inputs = Directory.GetFiles(Path.Combine(folder, "input"));
        inputs.ShouldNotBeEmpty();
        foreach (var input in inputs)
        {
            var name = Path.GetFileName(input);
            var canonical = CanonicalJson.Of(File.ReadAllBytes(input));
            canonical.ShouldBe(File.ReadAllBytes(Path.Combine(folder, "output", name)), name);
            var hex = File.ReadAllText(Path.Combine(folder, "outhex", Path.ChangeExtension(name, ".txt")));
            canonical.ShouldBe(Convert.FromHexString(string.Concat(hex.Where(char.IsAsciiHexDigit))), name);
            CanonicalJson.Of(canonical).ShouldBe(canonical, name);
        }
        Shared.Count(inputs.Length, "JSON texts made canonical");
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
    public void A_checkpoint_of_another_implementation_is_written_and_read_the_same()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Shared.Folder("signed-note"), "note.json")));
        var vector = file.RootElement.GetProperty("checkpoint");
        var text = vector.GetProperty("text").GetString()!;
        var read = Checkpoint.Parse(text);
        read.Origin.ShouldBe(vector.GetProperty("origin").GetString());
        read.Size.ShouldBe(vector.GetProperty("size").GetInt64());
        read.Root.ShouldBe(TreeHash.OfLeaf(Encoding.UTF8.GetBytes(vector.GetProperty("leaf_text").GetString()!)));
        read.Text.ShouldBe(text);
    }

    [Fact]
    public void The_note_in_the_specification_verifies()
    {
        var text = File.ReadAllText(Path.Combine(Shared.Folder("c2sp-specs"), "signed-note.md"));
        var example = text[text.IndexOf("### Example", StringComparison.Ordinal)..].Split('\n');
        var key = VerifierKey.Parse(
            example.First(line => line.Contains("+530d903a+", StringComparison.Ordinal)).Trim()
        );
        var fences = example.Index().Where(line => line.Item == "```").Select(line => line.Index).ToList();
        var note = SignedNote.Parse(
            Encoding.UTF8.GetBytes($"{string.Join('\n', example[(fences[0] + 1)..fences[1]])}\n")
        );
        note.Verify(key).ShouldBe([key]);
    }

    [Fact]
    public async Task An_audit_of_another_implementations_log_holds_and_remembers()
    {
        var folder = Path.Combine(Shared.Folder("tlog-sample-log"), "log");
        var key = VerifierKey.Parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
        SeenCheckpoint? seen = null;
        for (var size = 0; size <= 15; size++)
        {
            var note = await File.ReadAllBytesAsync(Path.Combine(folder, $"checkpoint.{size}"));
            var found = await Audit(seen).Run(note);
            found.Fault.ShouldBeNull();
            found.Checkpoint!.Size.ShouldBe(size);
            if (seen is not null)
                (await Audit(new SeenCheckpoint(note, key)).Run(seen.Note)).Fault!.Kind.ShouldBe(
                    LogFaultKind.Shortened
                );
            seen = new SeenCheckpoint(note, key);
        }

        LogAudit Audit(SeenCheckpoint? seen) =>
            new(
                key,
                async (path, cancel) =>
                    Path.Combine(folder, path) is var file && File.Exists(file)
                        ? (ReadOnlyMemory<byte>?)await File.ReadAllBytesAsync(file, cancel)
                        : null
            )
            {
                Seen = seen,
            };
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
