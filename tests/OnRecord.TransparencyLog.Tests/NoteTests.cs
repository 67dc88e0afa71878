using System.Text;

namespace OnRecord.TransparencyLog.Tests;

public sealed class NoteTests : IDisposable
{
    private readonly SigningKey log = SigningKey.Create("news.example.org/record");
    private readonly SigningKey witness = SigningKey.Create("library.example.org/w", SignatureKind.Cosignature);
    private readonly TreeEdge edge = new();

    public NoteTests()
    {
        for (var at = 0; at < 5; at++)
            edge.Append(TreeHash.OfLeaf([(byte)at]));
    }

    private Checkpoint Now => new(log.Verifier.Name, edge.Size, edge.Root);

    public void Dispose()
    {
        log.Dispose();
        witness.Dispose();
    }

    [Fact]
    public void A_checkpoint_is_believed_from_its_log_and_from_no_other()
    {
        var note = Bytes(SignedNote.Sign(Now.Text, log));
        Checkpoint.Open(note, log.Verifier).Checkpoint.Root.ShouldBe(edge.Root);
        using var other = SigningKey.Create("news.example.org/record");
        Says(() => Checkpoint.Open(note, other.Verifier)).ShouldContain("not signed");
        using var stranger = SigningKey.Create("elsewhere.example.org");
        Says(() => Checkpoint.Open(Bytes(SignedNote.Sign(Now.Text, stranger)), stranger.Verifier))
            .ShouldContain("is of news.example.org/record");
    }

    [Fact]
    public void An_altered_checkpoint_is_refused()
    {
        var note = $"{SignedNote.Sign(Now.Text, log)}".Replace("\n5\n", "\n6\n", StringComparison.Ordinal);
        Says(() => Checkpoint.Open(Encoding.UTF8.GetBytes(note), log.Verifier)).ShouldContain("altered");
    }

    [Theory]
    [InlineData("news\n5\n", "fewer than three")]
    [InlineData("news\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "tree size")]
    [InlineData("news\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n", "root hash")]
    [InlineData("news\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", "root hash")]
    [InlineData("news\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nmore\n", "empty one")]
    [InlineData("news\n0\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n", "empty tree")]
    public void A_malformed_checkpoint_says_what_is_wrong(string text, string said) =>
        Says(() => Checkpoint.Parse(text)).ShouldContain(said);

    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\nno dash\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("te\rxt\n\n— name AAAAAAA=\n")]
    public void A_malformed_note_is_refused(string note) =>
        Should.Throw<LogFormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(note)));

    [Fact]
    public void A_witness_adds_its_signature_and_its_time()
    {
        var at = new DateTimeOffset(2026, 3, 14, 9, 12, 0, TimeSpan.Zero);
        var note = SignedNote.Sign(Now.Text, log);
        note = note.With(witness.Cosign(note.Text, at));
        note.Verify(log.Verifier, witness.Verifier).Count.ShouldBe(2);
        Cosignature.At(note.Signatures[1], witness.Verifier, note.Text).ShouldBe(at);
        Cosignature.At(note.Signatures[1], witness.Verifier, note.Text + "x\n").ShouldBeNull();
        var policy = Policy($"log {log.Verifier}\nwitness W {witness.Verifier}\nquorum W\n");
        policy.IsMetBy(note).ShouldBeTrue();
        policy.IsMetBy(SignedNote.Sign(Now.Text, log)).ShouldBeFalse();
    }

    [Fact]
    public void A_quorum_counts_groups_of_witnesses()
    {
        using var second = SigningKey.Create("council.example.org/w", SignatureKind.Cosignature);
        var note = SignedNote.Sign(Now.Text, log);
        var rule =
            $"log {log.Verifier}\nwitness A {witness.Verifier}\n\twitness B {second.Verifier} https://council.example.org/\n";
        var one = note.With(witness.Cosign(note.Text, DateTimeOffset.UnixEpoch.AddDays(1)));
        Policy(rule + "group G any A B\nquorum G\n").IsMetBy(one).ShouldBeTrue();
        Policy(rule + "group G 2 A B\nquorum G\n").IsMetBy(one).ShouldBeFalse();
        Policy(rule + "group G all A B\nquorum G\n")
            .IsMetBy(one.With(second.Cosign(note.Text, DateTimeOffset.UnixEpoch.AddDays(2))))
            .ShouldBeTrue();
        Policy("# nobody\nquorum none\n").IsMetBy(note).ShouldBeTrue();
        foreach (
            var bad in new[]
            {
                "",
                "quorum A\n",
                rule + "group G any A A\nquorum G\n",
                rule + "group G 3 A B\nquorum G\n",
                rule + "quorum A\nquorum B\n",
                rule + rule + "quorum none\n",
                "peer x\nquorum none\n",
                "quorum none\r\n",
            }
        )
            Should.Throw<LogFormatException>(() => Policy(bad));
    }

    [Fact]
    public void A_proof_file_is_written_and_read_the_same()
    {
        var leaves = Enumerable.Range(0, 5).Select(at => TreeHash.OfLeaf([(byte)at])).ToList();
        var tree = new TileTree(5, _ => leaves.SelectMany(leaf => leaf.ToArray()).ToArray());
        var proof = new LogProof(3, tree.Inclusion(3), SignedNote.Sign(Now.Text, log)) { Extra = new byte[] { 7 } };
        var read = LogProof.Parse(Encoding.UTF8.GetBytes($"{proof}"));
        $"{read}".ShouldBe($"{proof}");
        var bare = proof with { Extra = null };
        $"{LogProof.Parse(Encoding.UTF8.GetBytes($"{bare}"))}".ShouldBe($"{bare}");
        read.Verify(leaves[3], log.Verifier).Size.ShouldBe(5);
        Says(() => read.Verify(leaves[2], log.Verifier)).ShouldContain("does not lead");
        Says(() => LogProof.Parse("c2sp.org/tlog-proof@v2\nindex 0\n\nx"u8)).ShouldContain("does not begin");
    }

    [Fact]
    public void What_a_witness_is_asked_is_written_and_read_the_same()
    {
        var request = new WitnessRequest(4, [edge.Root], SignedNote.Sign(Now.Text, log));
        $"{WitnessRequest.Parse(Encoding.UTF8.GetBytes($"{request}"))}".ShouldBe($"{request}");
        Should.Throw<LogFormatException>(() => WitnessRequest.Parse("old 04\n\nx"u8));
    }

    [Fact]
    public void A_signing_key_comes_back_from_its_file()
    {
        using var read = SigningKey.Parse(log.Export());
        read.Verifier.ToString().ShouldBe($"{log.Verifier}");
        Should.Throw<LogFormatException>(() => SigningKey.Parse("PRIVATE+KEY+news+00000000+AA=="));
        Should.Throw<ArgumentException>(() => SigningKey.Create("a name"));
    }

    [Theory]
    [InlineData(
        "{\"b\":1,\"a\":[1.0,1e21,0.000001,1e-7,-0,123456789012345680000]}",
        "{\"a\":[1,1e+21,0.000001,1e-7,0,123456789012345680000],\"b\":1}"
    )]
    [InlineData("\"\\u0041\\u000a\\u20ac\"", "\"A\\n€\"")]
    public void JSON_is_written_in_one_way(string json, string canonical) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json))).ShouldBe(canonical);

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{")]
    [InlineData("1e400")]
    [InlineData("\"\\ud800\"")]
    public void JSON_without_a_canonical_form_is_refused(string json) =>
        Should.Throw<LogFormatException>(() => CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));

    private static WitnessPolicy Policy(string text) => WitnessPolicy.Parse(Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(SignedNote note) => Encoding.UTF8.GetBytes($"{note}");

    private static string Says(Action act) => Should.Throw<LogFormatException>(act).Message;
}
