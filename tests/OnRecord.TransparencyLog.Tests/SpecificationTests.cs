using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;

namespace OnRecord.TransparencyLog.Tests;

/// <summary>What the C2SP specifications say MUST be, where no vector of theirs says it.</summary>
public sealed class SpecificationTests : IDisposable
{
    private readonly SigningKey log = SigningKey.Create("news.example.org/record");
    private readonly SigningKey witness = SigningKey.Create("library.example.org/w", SignatureKind.Cosignature);

    private string Text => new Checkpoint(log.Verifier.Name, 0, TreeHash.Empty).Text;

    public void Dispose()
    {
        log.Dispose();
        witness.Dispose();
    }

    [Fact]
    public void Signatures_of_unknown_keys_and_kinds_are_ignored()
    {
        var note = SignedNote.Sign(Text, log);
        // An ML-DSA-44 cosignature; the log's name with another id; the log's id with another name.
        foreach (
            var line in new[]
            {
                new NoteSignature("witness.example.com/w1", 7, new byte[8 + 2420]),
                new NoteSignature(log.Verifier.Name, log.Verifier.Id + 1, new byte[64]),
                new NoteSignature("elsewhere.example.org", log.Verifier.Id, new byte[64]),
                new NoteSignature("a.example.org", 1, new byte[1]),
            }
        )
        {
            note = note with { Signatures = [line, .. note.Signatures] };
            Checkpoint.Open(Bytes(note), log.Verifier).Checkpoint.Size.ShouldBe(0);
        }
    }

    [Fact]
    public void Sixteen_signatures_are_read_even_large_ones_and_a_thousand_are_not()
    {
        var note = SignedNote.Sign(Text, log);
        SignedNote Under(int count) =>
            note with
            {
                Signatures =
                [
                    .. Enumerable.Range(0, count).Select(at => new NoteSignature($"w{at}", 7, new byte[5000])),
                    .. note.Signatures,
                ],
            };
        Checkpoint.Open(Bytes(Under(15)), log.Verifier).Note.Signatures.Count.ShouldBe(16);
        Should.Throw<LogFormatException>(() => SignedNote.Parse(Bytes(Under(1000))));
        Should.Throw<LogFormatException>(() => SignedNote.Sign(Text)).Message.ShouldContain("at least one key");
    }

    [Fact]
    public void Every_line_that_names_a_known_key_must_be_that_keys()
    {
        var note = SignedNote.Sign(Text, log);
        var bad = note.With(new NoteSignature(log.Verifier.Name, log.Verifier.Id, new byte[64]));
        Says(() => bad.Verify(log.Verifier)).ShouldContain("does not verify");
        Says(() => (bad with { Signatures = [.. bad.Signatures.Reverse()] }).Verify(log.Verifier))
            .ShouldContain("does not verify");
        note.With(note.Signatures[0]).Verify(log.Verifier).ShouldBe([log.Verifier]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\u00a0b")]
    [InlineData("a\u3000b")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u0001b")]
    public void A_name_with_a_space_or_a_plus_is_no_keys_name(string name) =>
        Should.Throw<ArgumentException>(() => SigningKey.Create(name));

    [Fact]
    public void The_text_ends_at_the_last_empty_line()
    {
        var note = SignedNote.Sign("first\n\nsecond\n", log);
        SignedNote.Parse(Bytes(note)).Text.ShouldBe("first\n\nsecond\n");
        SignedNote.Parse(Bytes(note)).Verify(log.Verifier).ShouldBe([log.Verifier]);
    }

    [Theory]
    [InlineData(2, 91)]
    [InlineData(5, 91)]
    [InlineData(6, 1312)]
    [InlineData(1, 31)]
    [InlineData(0xff, 32)]
    public void A_key_of_a_kind_that_is_not_known_is_refused_and_a_policy_says_on_which_line(byte kind, int length)
    {
        byte[] key = [kind, .. new byte[length]];
        var id = SHA256.HashData([.. "w.example.org\n"u8, .. key])[..4];
        var written = $"w.example.org+{Convert.ToHexStringLower(id)}+{Convert.ToBase64String(key)}";
        const string said = "The verifier key is of a kind that is not known here; Ed25519 is.";
        Says(() => VerifierKey.Parse(written)).ShouldBe(said);
        Says(() => Policy($"# ours\nwitness W {written}\nquorum none\n")).ShouldBe($"Line 2 of the policy: {said}");
        Says(() => Policy($"log {written}\nquorum none\n")).ShouldBe($"Line 1 of the policy: {said}");
    }

    [Fact]
    public void A_policy_takes_logs_keys_for_logs_and_witnesses_keys_for_witnesses()
    {
        Says(() => Policy($"log {witness.Verifier}\nquorum none\n")).ShouldContain("Line 1 of the policy: the key is");
        Says(() => Policy($"witness W {log.Verifier}\nquorum none\n")).ShouldContain("the key is a log’s");
        Says(() => Policy($"witness none {witness.Verifier}\nquorum none\n")).ShouldContain("taken");
        Says(() => Policy($"witness W {witness.Verifier}\ngroup G any none\nquorum G\n")).ShouldContain("before");
        Says(() => Policy($"witness W {witness.Verifier}\ngroup G 0 W\nquorum G\n")).ShouldContain("number from 1");
        Says(() => Policy($"witness W {witness.Verifier}\ngroup G any W\ngroup H any W\nquorum G\n"))
            .ShouldContain("member twice");
        // Names are octets: a Kelvin sign is no K.
        Policy($"witness K {witness.Verifier}\n\t group \u212a 1 K \nquorum \u212a").Witnesses.Keys.ShouldBe(["K"]);
    }

    [Fact]
    public void A_policy_believes_a_checkpoint_that_a_log_signed_and_the_quorum_cosigned()
    {
        var policy = Policy($"log {log.Verifier}\nwitness W {witness.Verifier}\nquorum W\n");
        var note = SignedNote.Sign(Text, log);
        var cosigned = note.With(witness.Cosign(Text, DateTimeOffset.UnixEpoch.AddYears(56)));
        policy.Judge(Bytes(cosigned)).Holds.ShouldBeTrue();
        policy.Judge(Bytes(note)).Fault!.Kind.ShouldBe(LogFaultKind.NotWitnessed);
        policy
            .Judge(Bytes(cosigned with { Signatures = [cosigned.Signatures[1]] }))
            .Fault!.Sentence.ShouldBe("The checkpoint is not signed by a log of the policy.");
        var other = new Checkpoint("elsewhere.example.org", 0, TreeHash.Empty).Text;
        policy.Judge(Bytes(SignedNote.Sign(other, log))).Fault!.Kind.ShouldBe(LogFaultKind.AnotherLog);
    }

    [Fact]
    public void A_cosignature_is_over_its_time_and_the_whole_text()
    {
        var text = Text + "an extension line\n";
        var line = witness.Cosign(text, DateTimeOffset.FromUnixTimeSeconds(1679315147));
        var (time, signature) = (line.Signature[..8], line.Signature[8..]);
        BinaryPrimitives.ReadUInt64BigEndian(time.Span).ShouldBe(1679315147UL);
        witness
            .Verifier.Verifies(Encoding.UTF8.GetBytes($"cosignature/v1\ntime 1679315147\n{text}"), signature.Span)
            .ShouldBeTrue();
        var key = Convert.FromBase64String($"{witness.Verifier}".Split('+', 3)[2]);
        (key[0], key.Length).ShouldBe(((byte)4, 33));
        line.KeyId.ShouldBe(
            BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. "library.example.org/w\n"u8, .. key]))
        );
        foreach (var seconds in new[] { 0, -1 })
            Should.Throw<ArgumentOutOfRangeException>(() =>
                witness.Cosign(text, DateTimeOffset.FromUnixTimeSeconds(seconds))
            );
    }

    [Property]
    public void A_tile_is_read_from_the_path_it_is_written_to(byte level, ulong index, byte width, byte digits)
    {
        // Paths go up to six elements, which is more than any log has.
        var highest = (long)Math.Pow(10, 1 + (digits % 18));
        var tile = new Tile(level % 64, (long)(Shared.Spread(index) % (ulong)highest), width == 0 ? 256 : width);
        Tile.Parse(tile.Path["tile/".Length..], out var entries).ShouldBe(tile);
        entries.ShouldBeFalse();
        var bundle = tile with { Level = 0 };
        Tile.Parse(bundle.EntriesPath["tile/".Length..], out entries).ShouldBe(bundle);
        entries.ShouldBeTrue();
    }

    [Fact]
    public void No_log_has_a_tile_beyond_its_end()
    {
        Tile.Of(0, 70_000, 274).ShouldBeEmpty();
        Tile.Of(0, 70_000, 999_999_999_999_999_999).ShouldBeEmpty();
        Tile.Of(0, 0).ShouldBeEmpty();
        Tile.Of(63, long.MaxValue).ShouldBeEmpty();
        Tile.Of(7, long.MaxValue).Single().Width.ShouldBe(127);
        Tile.Of(0, long.MaxValue, (1L << 55) - 1).Single().Width.ShouldBe(255);
    }

    [Fact]
    public void An_entry_of_any_length_has_the_hash_of_RFC_6962()
    {
        foreach (var length in new[] { 0, 1, 300, 1022, 1023, 1024, 5000, EntryBundle.LongestEntry })
        {
            var entry = RandomNumberGenerator.GetBytes(length);
            TreeHash.OfLeaf(entry).ToArray().ShouldBe(SHA256.HashData([0, .. entry]), $"{length}");
        }
    }

    private static WitnessPolicy Policy(string text) => WitnessPolicy.Parse(Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(SignedNote note) => Encoding.UTF8.GetBytes($"{note}");

    private static string Says(Action act) => Should.Throw<LogFormatException>(act).Message;
}
