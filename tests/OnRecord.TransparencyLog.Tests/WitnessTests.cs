using System.Text;

namespace OnRecord.TransparencyLog.Tests;

/// <summary>C2SP tlog-witness, “add-checkpoint”: which answer is due.</summary>
public sealed class WitnessTests : IDisposable
{
    private readonly SigningKey log = SigningKey.Create("news.example.org/record");
    private readonly SigningKey witness = SigningKey.Create("library.example.org/w", SignatureKind.Cosignature);
    private readonly TreeHash[] leaves = [.. Enumerable.Range(0, 9).Select(at => TreeHash.OfLeaf([(byte)at]))];

    public void Dispose()
    {
        log.Dispose();
        witness.Dispose();
    }

    [Fact]
    public void A_checkpoint_that_continues_what_was_seen_is_cosigned()
    {
        for (var old = 0; old <= 9; old++)
        for (var size = old; size <= 9; size++)
        {
            var verdict = Judge(Request(old, size), old == 0 ? null : At(old));
            verdict.Status.ShouldBe(200, $"{old} to {size}");
            verdict.Checkpoint!.Root.ShouldBe(At(size).Root);
        }
    }

    [Fact]
    public void An_unknown_log_is_not_found() =>
        Request(0, 5)
            .Judge([], null)
            .ShouldBe(Refused(404, "This witness does not know the log news.example.org/record."));

    [Fact]
    public void A_checkpoint_without_a_trusted_signature_is_forbidden()
    {
        using var other = SigningKey.Create(log.Verifier.Name);
        Request(0, 5)
            .Judge([other.Verifier], null)
            .ShouldBe(
                Refused(403, "The checkpoint is not signed by a key that is trusted for news.example.org/record.")
            );
        var request = Request(0, 5);
        var altered = request with { Note = request.Note with { Text = At(6).Text } };
        Judge(altered, null)
            .ShouldBe(Refused(403, "The signature of news.example.org/record does not verify: the note was altered."));
    }

    [Fact]
    public void An_old_size_beyond_the_checkpoint_is_a_bad_request() =>
        Judge(Request(5, 5) with { OldSize = 6 }, At(6))
            .ShouldBe(Refused(400, "The old size is larger than that of the checkpoint."));

    [Fact]
    public void A_signed_text_that_is_no_checkpoint_is_a_bad_request() =>
        Judge(new WitnessRequest(0, [], SignedNote.Sign("news.example.org/record\nmany\nx\n", log)), null)
            .ShouldBe(Refused(400, "The checkpoint’s second line is not a tree size."));

    [Fact]
    public void Another_old_size_than_the_latest_is_a_conflict_and_the_latest_is_told()
    {
        foreach (
            var verdict in new[]
            {
                Judge(Request(0, 8), At(5)),
                Judge(Request(3, 8), At(5)),
                Judge(Request(7, 8), At(5)),
            }
        )
            verdict.ShouldBe(new WitnessVerdict(409, "5\n", "text/x.tlog.size"));
        Judge(Request(3, 8), null).Body.ShouldBe("0\n");
    }

    [Fact]
    public void A_proof_that_does_not_hold_is_unprocessable()
    {
        var refused = Refused(422, "The proof does not lead from what this witness saw last to the checkpoint.");
        Judge(Request(0, 5) with { Proof = [leaves[0]] }, null).ShouldBe(refused);
        Judge(Request(3, 5) with { Proof = [] }, At(3)).ShouldBe(refused);
        Judge(Request(3, 5), At(3) with { Root = leaves[0] }).ShouldBe(refused);
        Judge(Request(5, 5), At(5) with { Root = leaves[0] }).ShouldBe(refused);
        Judge(Request(5, 5) with { Proof = [leaves[0]] }, At(5)).ShouldBe(refused);
        var empty = SignedNote.Sign(new Checkpoint(log.Verifier.Name, 0, leaves[0]).Text, log);
        Judge(new WitnessRequest(0, [], empty), null)
            .ShouldBe(Refused(422, "The checkpoint is of an empty tree and has another’s root."));
    }

    [Theory]
    [InlineData("old 5", "from which size")]
    [InlineData("old  5\n\n", "from which size")]
    [InlineData("old -1\n\n", "from which size")]
    [InlineData("old 9223372036854775808\n\n", "from which size")]
    [InlineData("new 5\n\n", "from which size")]
    [InlineData("old 5\nx\n\n", "not a hash")]
    [InlineData("old 5\n\nno note", "no signatures")]
    public void A_request_that_is_written_otherwise_is_refused(string body, string said) =>
        Says(() => WitnessRequest.Parse(Encoding.UTF8.GetBytes(body))).ShouldContain(said);

    [Fact]
    public void A_proof_has_at_most_63_lines()
    {
        string Body(int lines) => $"{Request(0, 5) with { Proof = [.. Enumerable.Repeat(leaves[0], lines)] }}";
        WitnessRequest.Parse(Encoding.UTF8.GetBytes(Body(63))).Proof.Count.ShouldBe(63);
        Says(() => WitnessRequest.Parse(Encoding.UTF8.GetBytes(Body(64)))).ShouldContain("more than 63 lines");
    }

    [Fact]
    public void Of_an_answer_only_the_lines_of_known_witnesses_are_taken()
    {
        using var stranger = SigningKey.Create("stranger.example.org", SignatureKind.Cosignature);
        var note = Request(0, 5).Note;
        var at = DateTimeOffset.UnixEpoch.AddYears(56);
        var answer = Encoding.UTF8.GetBytes($"{stranger.Cosign(note.Text, at)}{witness.Cosign(note.Text, at)}");
        var cosigned = note.With(answer, witness.Verifier);
        cosigned.Verify(log.Verifier, witness.Verifier).Count.ShouldBe(2);
        cosigned.Signatures.Count.ShouldBe(2);
        // A later cosignature of the same witness takes the place of the earlier.
        var later = witness.Cosign(note.Text, at.AddDays(1));
        cosigned.With(Encoding.UTF8.GetBytes($"{later}"), witness.Verifier).Signatures[^1].ShouldBe(later, new Same());
        var bad = Encoding.UTF8.GetBytes($"{witness.Cosign(At(6).Text, at)}");
        Says(() => note.With(bad, witness.Verifier)).ShouldContain("does not verify");
        Says(() => note.With("sorry\n"u8.ToArray(), witness.Verifier)).ShouldContain("not written as one");
        Says(() => note.With([], witness.Verifier)).ShouldContain("no signatures");
        Says(() => note.With([.. "x\n\n"u8, .. answer], witness.Verifier)).ShouldContain("more than signature lines");
    }

    private sealed class Same : IEqualityComparer<NoteSignature>
    {
        public bool Equals(NoteSignature? x, NoteSignature? y) => $"{x}" == $"{y}";

        public int GetHashCode(NoteSignature obj) => 0;
    }

    private WitnessVerdict Judge(WitnessRequest request, Checkpoint? latest) => request.Judge([log.Verifier], latest);

    private static WitnessVerdict Refused(int status, string said) =>
        new(status, $"{said}\n", "text/plain; charset=utf-8");

    private Checkpoint At(int size) => new(log.Verifier.Name, size, Tree(size).Root);

    private TileTree Tree(int size) =>
        new(size, tile => leaves[..tile.Width].SelectMany(leaf => leaf.ToArray()).ToArray());

    private WitnessRequest Request(int old, int size) =>
        new(old, Tree(size).Consistency(old), SignedNote.Sign(At(size).Text, log));

    private static string Says(Action act) => Should.Throw<LogFormatException>(act).Message;
}
