using System.Text;

namespace OnRecord.TransparencyLog.Tests;

public sealed class ProofCheckTests : IDisposable
{
    private readonly SigningKey key = SigningKey.Create("news.example.org/record");
    private readonly List<TreeHash> leaves = [.. Enumerable.Range(0, 5).Select(at => TreeHash.OfLeaf([(byte)at]))];

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_proof_holds_for_the_entry_it_carries()
    {
        var found = ProofCheck.Of(Bytes(Proof()), key.Verifier);
        (found.Holds, found.Fault).ShouldBe((true, null));
        found.Checkpoint!.Size.ShouldBe(5);
        ProofCheck.Of(Bytes(Proof() with { Extra = null }), key.Verifier, new byte[] { 3 }).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_proof_without_its_entry_says_so() =>
        Fault(Proof() with { Extra = null })
            .ShouldBe((LogFaultKind.Malformed, "The proof does not hold its entry, and none was given."));

    [Fact]
    public void A_proof_signed_by_another_key_is_refused()
    {
        using var forger = SigningKey.Create(key.Verifier.Name);
        Fault(Proof() with { Note = SignedNote.Sign(Proof().Note.Text, forger) })
            .ShouldBe(
                (
                    LogFaultKind.Forged,
                    $"The checkpoint is not signed by the key {key.Verifier.Id:x8} of news.example.org/record, but by another under that name."
                )
            );
        var note = Proof().Note;
        Fault(Proof() with { Note = note with { Text = note.Text + "and more\n" } })
            .ShouldBe(
                (LogFaultKind.Forged, "The signature of news.example.org/record does not verify: the note was altered.")
            );
    }

    [Fact]
    public void A_proof_of_another_log_is_refused() =>
        Fault(Proof() with { Note = SignedNote.Sign(new Checkpoint("another", 5, TreeHash.Empty).Text, key) })
            .ShouldBe((LogFaultKind.AnotherLog, "The checkpoint is of another, not of news.example.org/record."));

    [Fact]
    public void A_proof_for_a_place_beyond_the_log_is_refused() =>
        Fault(Proof() with { Index = 5 })
            .ShouldBe(
                (LogFaultKind.NoSuchEntry, "The proof is for entry 5, counted from 0, and the checkpoint is over 5.")
            );

    [Fact]
    public void A_proof_that_leads_elsewhere_is_refused()
    {
        const string said = "The proof does not lead from this entry to the checkpoint’s root.";
        Fault(Proof() with { Extra = new byte[] { 4 } }).ShouldBe((LogFaultKind.NotIncluded, said));
        Fault(Proof() with { Index = 2 }).ShouldBe((LogFaultKind.NotIncluded, said));
        Fault(Proof() with { Hashes = [.. Proof().Hashes.Skip(1)] }).ShouldBe((LogFaultKind.NotIncluded, said));
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n", "The proof has no checkpoint after an empty line.")]
    [InlineData("c2sp.org/tlog-proof@v1\n\nx\n", "The proof does not say at which place its entry is.")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 01\n\nx\n", "The proof does not say at which place its entry is.")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -1\n\nx\n", "The proof does not say at which place its entry is.")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AA\nindex 0\n\nx\n", "The proof’s extra line is not base64.")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nextra AA==\n\nx\n", "A hash of the proof is not one.")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAA==\n\nx\n", "A hash of the proof is not one.")]
    [InlineData(
        "c2sp.org/tlog-proof@v1\nindex 0\n\nnews\n5\nx\n",
        "The note has no signatures: a text, an empty line and signature lines are expected."
    )]
    public void A_malformed_proof_says_what_is_wrong(string file, string said)
    {
        var fault = ProofCheck.Of(Encoding.UTF8.GetBytes(file), key.Verifier).Fault!;
        (fault.Kind, fault.Sentence).ShouldBe((LogFaultKind.Malformed, said));
    }

    [Fact]
    public void A_proof_whose_checkpoint_is_malformed_says_so() =>
        Fault(Proof() with { Note = SignedNote.Sign("news.example.org/record\nfive\n", key) })
            .ShouldBe((LogFaultKind.Malformed, "The checkpoint has fewer than three lines, or an empty one."));

    [Fact]
    public void More_hashes_than_a_tree_has_levels_are_refused()
    {
        Fault(Proof() with { Hashes = [.. Enumerable.Repeat(TreeHash.Empty, 63)] })
            .Item1.ShouldBe(LogFaultKind.NotIncluded);
        Fault(Proof() with { Hashes = [.. Enumerable.Repeat(TreeHash.Empty, 64)] })
            .ShouldBe((LogFaultKind.Malformed, "The proof has more hashes than a tree has levels."));
    }

    [Fact]
    public void A_proof_needs_the_witnesses_of_the_policy()
    {
        using var witness = SigningKey.Create("library.example.org/w", SignatureKind.Cosignature);
        var policy = WitnessPolicy.Parse(
            Encoding.UTF8.GetBytes($"log {key.Verifier}\nwitness W {witness.Verifier}\nquorum W\n")
        );
        var proof = Proof();
        var fault = ProofCheck.Of(proof, leaves[3], key.Verifier, policy).Fault!;
        fault.Kind.ShouldBe(LogFaultKind.NotWitnessed);
        fault.Sentence.ShouldBe("The checkpoint does not have the cosignatures that the policy asks for.");
        var seen = proof with
        {
            Note = proof.Note.With(witness.Cosign(proof.Note.Text, DateTimeOffset.UnixEpoch.AddYears(56))),
        };
        ProofCheck.Of(seen, leaves[3], key.Verifier, policy).Holds.ShouldBeTrue();
    }

    private (LogFaultKind, string) Fault(LogProof proof)
    {
        var found = ProofCheck.Of(Bytes(proof), key.Verifier);
        found.Holds.ShouldBeFalse();
        return (found.Fault.Kind, found.Fault.Sentence);
    }

    private LogProof Proof()
    {
        var tree = new TileTree(5, _ => leaves.SelectMany(leaf => leaf.ToArray()).ToArray());
        var note = SignedNote.Sign(new Checkpoint(key.Verifier.Name, 5, tree.Root).Text, key);
        return new LogProof(3, tree.Inclusion(3), note) { Extra = new byte[] { 3 } };
    }

    private static byte[] Bytes(LogProof proof) => Encoding.UTF8.GetBytes($"{proof}");
}
