using System.Text;
using System.Text.Json.Nodes;
using OnRecord.Commands.Verification;
using OnRecord.PublicRecord;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.Commands.Verification;

/// <summary>What may stand in the log, and after what.</summary>
public class LogEntriesTests
{
    private const string Origin = "news.example.org/record";
    private static readonly Guid Story = new("0195a000-0000-7000-8000-00000000000a");
    private static readonly DateTimeOffset At = new(2026, 3, 14, 9, 12, 0, TimeSpan.Zero);

    private readonly EntriesSeen seen = new(Origin);
    private long next;

    [Fact]
    public void Versions_follow_each_other()
    {
        Take(Version(1));
        Take(Version(2));
        Take(EntryJson.Erasure(Story, 1, "court-order", At));
        seen.Stories.Single()
            .Versions.Select(version => (version.Number, version.ErasedBy))
            .ShouldBe([(1, 2), (2, null)]);
    }

    [Fact]
    public void What_cannot_follow_is_refused_in_words()
    {
        Refused(Version(2)).ShouldContain("and version 1 does not");
        Take(Version(1));
        Refused(Version(1)).ShouldContain("is in the log twice");
        Refused(Version(2, previous: TreeHash.Empty)).ShouldContain("put in the place of another");
        Refused(Version(2, at: At.AddSeconds(-1))).ShouldContain("older than the version before it");
        Refused(EntryJson.Erasure(Story, 2, "court-order", At)).ShouldContain("was never in it");
        Take(EntryJson.Erasure(Story, 1, "court-order", At));
        Refused(EntryJson.Erasure(Story, 1, "court-order", At)).ShouldContain("a second time");
    }

    [Theory]
    [InlineData("""{ "type":"version"}""", "is not canonical JSON")]
    [InlineData("""{"type":"version"}""", "it has no “kind”")]
    [InlineData("""{"type":"advertisement"}""", "its type, “advertisement”, is not known")]
    [InlineData("not json", "it is not JSON")]
    [InlineData("[]", "it is not a JSON object")]
    public void An_entry_of_another_form_is_refused(string entry, string sentence) =>
        Refused(Encoding.UTF8.GetBytes(entry)).ShouldContain(sentence);

    [Fact]
    public void An_entry_with_more_in_it_than_is_known_is_refused()
    {
        var entry = JsonNode.Parse(Version(1))!.AsObject();
        entry["aside"] = "Ines Okafor told us";
        Refused(EntryJson.Bytes(entry)).ShouldContain("it has a member “aside”, which is not known");
    }

    [Fact]
    public void A_key_is_changed_by_an_entry_that_both_keys_sign()
    {
        using var old = SigningKey.Create(Origin);
        using var now = SigningKey.Create(Origin);
        using var third = SigningKey.Create(Origin);
        Take(Version(1));
        Take(Rotation(old, now, 1));
        seen.Keys.Judge(now.Verifier, 2, old.Verifier, 1);
        seen.Keys.Judge(now.Verifier, 2, known: null, 0);
        Should
            .Throw<NotAsSealed>(() => seen.Keys.Judge(old.Verifier, 2, old.Verifier, 1))
            .Message.ShouldContain("another has to sign it");
        Should
            .Throw<NotAsSealed>(() => seen.Keys.Judge(now.Verifier, 2, third.Verifier, 1))
            .Message.ShouldContain("another signed then");
        Refused(Rotation(old, third, 2)).ShouldContain("did not sign the record at that time");
        Refused(Rotation(now, third, 2, signedBy: third)).ShouldContain("not signed by both keys");
        // A signature for another place in the log is none.
        Refused(Rotation(now, third, 9)).ShouldContain("does not verify");
    }

    [Fact]
    public void A_record_that_began_anew_says_what_came_before()
    {
        using var key = SigningKey.Create(Origin);
        var root = TreeHash.OfLeaf("an entry"u8);
        var lost = new RememberedRecord("http://localhost/", Origin, $"{key.Verifier}", Note(key, 1, root), At, At);
        Should
            .Throw<NotAsSealed>(() => Continuing.Judge(lost, seen, "http://localhost/", $"{Origin}/2"))
            .Message.ShouldContain("which does not say that it continues it");
        Take(Continuation(Note(key, 1, root)));
        Continuing.Judge(lost, seen, "http://localhost/", $"{Origin}/2").ShouldContain("the newsroom’s word alone");
        var more = lost with { Checkpoint = Note(key, 2, root) };
        Should
            .Throw<NotAsSealed>(() => Continuing.Judge(more, seen, "http://localhost/", $"{Origin}/2"))
            .Message.ShouldContain("it hides some of what was seen");
        var missed = lost with { Stories = [new RememberedStory(Story, 1, "", "The dam", "http://localhost/dam")] };
        Should
            .Throw<NotAsSealed>(() => Continuing.Judge(missed, seen, "http://localhost/", $"{Origin}/2"))
            .Message.ShouldBe(
                "Version 1 of “The dam” (http://localhost/dam) was in the record that was lost, and is not in the one that continues it."
            );
        Refused(Continuation(Note(key, 1, root))).ShouldContain("is not its first");
    }

    private static string Note(SigningKey key, long size, TreeHash root) =>
        $"{SignedNote.Sign(new Checkpoint(Origin, size, root).Text, key)}";

    private static byte[] Continuation(string checkpoint) =>
        EntryJson.Bytes(
            new JsonObject
            {
                ["type"] = "continuation",
                ["reason"] = "The disk broke.",
                ["time"] = EntryJson.Time(At),
                ["checkpoint"] = checkpoint,
            }
        );

    private static byte[] Rotation(SigningKey from, SigningKey to, long index, SigningKey? signedBy = null)
    {
        var text = $"onrecord-rotation-1\n{Origin}\n{index}\n{from.Verifier}\n{to.Verifier}\n{EntryJson.Time(At)}\n";
        return EntryJson.Bytes(
            new JsonObject
            {
                ["type"] = "rotation",
                ["from"] = $"{from.Verifier}",
                ["to"] = $"{to.Verifier}",
                ["signatures"] = new JsonArray(
                    $"{(signedBy ?? from).Sign(text)}".TrimEnd('\n'),
                    $"{to.Sign(text)}".TrimEnd('\n')
                ),
                ["time"] = EntryJson.Time(At),
            }
        );
    }

    private byte[] Version(int number, TreeHash? previous = null, DateTimeOffset? at = null) =>
        EntryJson.Version(
            new VersionToSeal(Story, number, number == 1 ? "first" : "update", at ?? At, [1]),
            new byte[32],
            number == 1 ? null : previous ?? seen.Find(Story)?.Versions[^1].Hash ?? TreeHash.Empty
        );

    private void Take(byte[] entry) => seen.Take(new LoggedEntry(next++, entry, TreeHash.OfLeaf(entry)));

    private string Refused(byte[] entry) =>
        Should.Throw<NotAsSealed>(() => seen.Take(new LoggedEntry(next, entry, TreeHash.OfLeaf(entry)))).Message;
}
