using System.Text;
using OnRecord.Commands.Verification;
using OnRecord.Tests.PublicRecord;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.Commands.Verification;

public class ProofTests
{
    [Fact]
    public async Task A_proof_holds_offline_and_says_what_its_entry_says()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var (key, proof, file) = await Saved(newsroom);
        var verdict = VerifyProof.Run(proof, file, _ => [key], policy: null);
        verdict.Fault.ShouldBeNull();
        (verdict.Story, verdict.Version, verdict.Kind, verdict.Index, verdict.Entries, verdict.Headline).ShouldBe(
            (newsroom.FerryStory, 2, "update", 3, 5, AuditedNewsroom.Gone)
        );
        TellVerdict
            .Of(verdict, "2.tlog-proof")
            .First()
            .ShouldBe(
                $"2.tlog-proof holds: entry 3, counted from 0, of the 5 in the log news.example.org/record says that version 2 of story {newsroom.FerryStory}, an update, was shown on 2026-03-14 10:12:00 UTC."
            );
    }

    [Fact]
    public async Task A_proof_alone_cannot_say_whose_key_it_is_signed_by()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var (key, proof, _) = await Saved(newsroom);
        Fault(VerifyProof.Run(proof, null, _ => [], null)).ShouldContain("Name the key with --key");
        // An audit of the site remembers the key.
        (await newsroom.Verify()).Fault.ShouldBeNull();
        var known = await new RememberedRecords(newsroom.Memory).Read(TestContext.Current.CancellationToken);
        known.ShouldHaveSingleItem().Key.ShouldBe($"{key}");
        using var other = SigningKey.Create(key.Name);
        Fault(VerifyProof.Run(proof, null, _ => [other.Verifier], null)).ShouldContain("is not signed by the key");
    }

    [Fact]
    public async Task What_is_altered_in_a_proof_or_its_statement_is_named()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var (key, proof, file) = await Saved(newsroom);
        Fault(VerifyProof.Run(Altered(proof, "index 3", "index 2"), null, _ => [key], null))
            .ShouldContain("does not lead from this entry");
        Fault(VerifyProof.Run(Altered(proof, "\n5\n", "\n6\n"), null, _ => [key], null)).ShouldContain("was altered");
        Fault(VerifyProof.Run(Altered(proof, "tlog-proof@v1", "tlog-proof@v2"), null, _ => [key], null))
            .ShouldContain("does not begin with");
        Fault(VerifyProof.Run(proof, Altered(file, "gone again", "gone agaim"), _ => [key], null))
            .ShouldContain("Version 2 of story");
        Fault(VerifyProof.Run(proof, Altered(file, "\"index\":3", "\"index\":2"), _ => [key], null))
            .ShouldContain("of another entry");
        Fault(VerifyProof.Run(proof, "no JSON"u8.ToArray(), _ => [key], null)).ShouldContain("cannot be read");
    }

    private static async Task<(VerifierKey Key, byte[] Proof, byte[] File)> Saved(AuditedNewsroom newsroom)
    {
        var (key, _) = await newsroom.App.Checkpoint();
        var story = newsroom.FerryStory;
        return (
            key,
            await newsroom.App.Http.GetByteArrayAsync($"/record/proof/{story}/2.tlog-proof"),
            await newsroom.App.Http.GetByteArrayAsync($"/record/versions/{story}/2.json")
        );
    }

    private static string Fault(ProofVerdict verdict) => verdict.Fault.ShouldNotBeNull().Sentence;

    private static byte[] Altered(byte[] bytes, string from, string to)
    {
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain(from);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
