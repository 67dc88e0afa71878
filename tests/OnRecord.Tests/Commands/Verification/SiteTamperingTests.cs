using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Commands.Verification;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Tests.PublicRecord;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.Commands.Verification;

/// <summary>Whoever has the database changes what was published; whoever audits the site from outside finds it.</summary>
public class SiteTamperingTests
{
    [Fact]
    public async Task An_untouched_newsroom_holds_and_is_remembered()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var first = await newsroom.Verify();
        first.Fault.ShouldBeNull();
        (first.Entries, first.Stories, first.Versions, first.Pages, first.Witnesses).ShouldBe((5, 3, 5, 8, 0));
        first.FirstSeenAt.ShouldBeNull();
        first.Notices.ShouldHaveSingleItem().ShouldContain("cannot be known from one look");
        newsroom.App.Clock.Advance(TimeSpan.FromDays(1));
        var second = await newsroom.Verify();
        second.Fault.ShouldBeNull();
        second.Notices.ShouldBeEmpty();
        second.FirstSeenAt.ShouldNotBeNull();
        (await newsroom.Verify(withPages: false)).Pages.ShouldBeNull();
    }

    [Fact]
    public async Task A_stored_version_that_is_changed_is_not_what_its_page_shows()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.Tamper(db =>
            db.Set<StoryVersion>()
                .Where(row => row.StoryId == newsroom.FerryStory && row.Number == 1)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Content.Headline, "The ferry is black"))
        );
        Named(await newsroom.VerifyAnew(), AuditedNewsroom.Gone, 1)
            .ShouldContain(
                "shows another headline than was sealed: the page says “The ferry is black”, sealed is “The ferry is back”"
            );
        // Log and versions alone do not show it.
        (await newsroom.Verify(withPages: false)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_sealed_statement_that_is_changed_is_not_what_the_log_commits_to()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await Rewrite(newsroom, "The ferry is gone again", "The ferry is gone agaim");
        Named(await newsroom.VerifyAnew(), "The ferry is gone agaim", 2, "The ferry is back")
            .ShouldContain("is not what was sealed: its salt and statement do not lead to the commitment in the log");
    }

    [Fact]
    public async Task A_time_that_is_changed_in_a_statement_is_not_what_the_log_commits_to()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await Rewrite(newsroom, "\"at\":\"2026-03-14T10:12:00Z\"", "\"at\":\"2026-03-14T09:30:00Z\"");
        Named(await newsroom.VerifyAnew(), "The ferry", 2).ShouldContain("is not what was sealed");
    }

    [Fact]
    public async Task A_time_that_is_changed_in_a_stored_version_is_not_that_of_its_page()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.Tamper(db =>
            db.Set<StoryVersion>()
                .Where(row => row.StoryId == newsroom.FerryStory && row.Number == 2)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.At, newsroom.App.Clock.GetUtcNow().AddDays(-3)))
        );
        Named(await newsroom.VerifyAnew(), AuditedNewsroom.Gone, 2)
            .ShouldContain("sealed is Sat, 14 Mar 2026 10:12:00 GMT");
    }

    [Fact]
    public async Task A_sealed_version_that_is_dropped_is_missed()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.Tamper(db =>
            db.Set<SealedVersion>()
                .Where(row => row.StoryId == newsroom.FerryStory && row.Number == 1)
                .ExecuteDeleteAsync()
        );
        Named(await newsroom.VerifyAnew(), AuditedNewsroom.Gone, 1).ShouldContain("is gone: it is entry 0 of the log");
    }

    [Fact]
    public async Task A_stored_version_that_is_dropped_has_no_page()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.Tamper(db =>
            db.Set<StoryVersion>()
                .Where(row => row.StoryId == newsroom.FerryStory && row.Number == 1)
                .ExecuteDeleteAsync()
        );
        Named(await newsroom.VerifyAnew(), AuditedNewsroom.Gone, 1).ShouldContain("has no page: ");
    }

    [Fact]
    public async Task A_page_that_is_put_back_to_an_older_version_is_not_the_newest_in_the_log()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.Tamper(async db =>
        {
            var first = await db.Set<StoryVersion>()
                .SingleAsync(row => row.StoryId == newsroom.School && row.Number == 1);
            await db.Set<Story>()
                .Where(row => row.Id == newsroom.School)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LiveVersionId, first.Id));
        });
        Named(await newsroom.VerifyAnew(), "The school opens late", 2)
            .ShouldContain("the page shows version 1, and the newest in the log is 2");
    }

    [Fact]
    public async Task An_entry_that_is_dropped_is_missed_and_who_remembers_says_of_which_story()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        (await newsroom.Verify()).Fault.ShouldBeNull();
        await newsroom.Tamper(db => db.Set<RecordEntry>().Where(row => row.Index == 4).ExecuteDeleteAsync());
        var sentence = Named(await newsroom.Verify(), "The school opens late", 2);
        sentence.ShouldContain("The log does not serve tile/entries/000.p/5");
        (await newsroom.VerifyAnew()).Fault.ShouldNotBeNull().Sentence.ShouldContain("The log does not serve");
    }

    [Fact]
    public async Task Two_entries_that_are_swapped_differ_from_the_tile()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.Tamper(Swap);
        Named(await newsroom.VerifyAnew(), "The school opens", 1)
            .ShouldContain("tile/0/000.p/5 differs from the entries in tile/entries/000.p/5, first at entry 1");
        // Whoever mends the tile too cannot mend the root that is signed.
        await newsroom.Tamper(async db =>
        {
            var entries = await db.Set<RecordEntry>().OrderBy(row => row.Index).ToListAsync();
            byte[] hashes = [.. entries.SelectMany(entry => TreeHash.OfLeaf(entry.Bytes).ToArray())];
            await db.Set<HashTile>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Hashes, hashes));
        });
        Named(await newsroom.VerifyAnew(), "The school opens", 1)
            .ShouldContain("The entries do not lead to the root that is signed");
    }

    [Fact]
    public async Task A_wrong_tile_differs_from_its_entries()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.Tamper(async db =>
        {
            var tile = await db.Set<HashTile>().SingleAsync();
            var hashes = tile.Hashes.ToArray();
            hashes[(3 * TreeHash.Size) + 7] ^= 1;
            tile.Hashes = hashes;
            await db.SaveChangesAsync();
        });
        Named(await newsroom.VerifyAnew(), AuditedNewsroom.Gone, 2).ShouldContain("first at entry 3");
    }

    [Fact]
    public async Task An_older_database_is_not_signed_and_what_it_lacks_is_named()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        (await newsroom.Verify()).Fault.ShouldBeNull();
        await newsroom.RollBack(4, newsroom.School, 2);
        Named(await newsroom.Verify(), "The school opens late", 2)
            .ShouldContain("does not sign its record at the moment");
        (await newsroom.VerifyAnew()).Fault.ShouldNotBeNull().Sentence.ShouldContain("does not sign its record");
    }

    [Fact]
    public async Task An_older_database_that_is_signed_all_the_same_is_shorter_than_what_was_seen()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        (await newsroom.Verify()).Fault.ShouldBeNull();
        await newsroom.RollBack(4, newsroom.School, 2);
        File.Delete(Path.Combine(newsroom.Keys, "record.signed"));
        Named(await newsroom.Verify(), "The school opens late", 2)
            .ShouldContain("The log was shortened: it had 5 entries when it was last seen and has 4 now.");
        var anew = await newsroom.VerifyAnew();
        anew.Fault.ShouldBeNull();
        anew.Notices.ShouldHaveSingleItem()
            .ShouldContain("whether something was changed or taken out before cannot be known");
    }

    [Fact]
    public async Task A_fork_of_the_log_is_not_the_one_that_was_seen()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        (await newsroom.Verify()).Fault.ShouldBeNull();
        await newsroom.RollBack(4, newsroom.School, 2);
        File.Delete(Path.Combine(newsroom.Keys, "record.signed"));
        await newsroom.App.Updated(newsroom.School, "The school opens never");
        Named(await newsroom.Verify(), "The school opens late", 2)
            .ShouldContain("The log was rewritten: it has 5 entries");
        await newsroom.App.Updated(newsroom.School, "The school opens perhaps");
        Named(await newsroom.Verify(), "The school opens late", 2)
            .ShouldContain("its first 5 entries do not lead to the root that was seen over them");
        (await newsroom.VerifyAnew()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_key_that_changes_without_an_entry_is_refused()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        (await newsroom.Verify()).Fault.ShouldBeNull();
        using var other = SigningKey.Create("news.example.org/record");
        (await newsroom.Verify(Signed(other)))
            .Fault.ShouldNotBeNull()
            .Sentence.ShouldContain("no entry in the log says so");
    }

    [Fact]
    public async Task A_forged_checkpoint_is_refused()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        using var other = SigningKey.Create("news.example.org/record");
        var forged = Signed(other);
        (await newsroom.Verify((path, bytes) => path == "/record/key" ? bytes : forged(path, bytes)))
            .Fault.ShouldNotBeNull()
            .Sentence.ShouldContain("but by another under that name");
        (
            await newsroom.Verify(
                (path, bytes) => path == "/record/checkpoint" ? Replace(bytes, "\n5\n", "\n4\n") : bytes
            )
        )
            .Fault.ShouldNotBeNull()
            .Sentence.ShouldContain("does not verify: the note was altered");
    }

    [Fact]
    public async Task A_record_that_vanished_is_missed()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        (await newsroom.Verify()).Fault.ShouldBeNull();
        await newsroom.Tamper(async db =>
        {
            await db.Set<SealedVersion>().ExecuteDeleteAsync();
            await db.Set<RecordHead>().ExecuteDeleteAsync();
        });
        Named(await newsroom.Verify(), AuditedNewsroom.Gone, 2)
            .ShouldContain(
                "The public record news.example.org/record, which was seen at http://localhost/ on 2026-03-14, is gone"
            );
    }

    [Fact]
    public async Task A_policy_asks_for_its_key_and_its_witnesses()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var (key, _) = await newsroom.App.Checkpoint();
        using var witness = SigningKey.Create("witness.example", SignatureKind.Cosignature);
        var policy = Policy($"log {key}\nwitness w {witness.Verifier}\nquorum w\n");
        (await newsroom.Verify(policy: policy)).Fault.ShouldNotBeNull().Sentence.ShouldContain("cosignatures");
        var cosigned = await newsroom.Verify(
            (path, bytes) =>
            {
                if (path != "/record/checkpoint")
                    return bytes;
                var note = SignedNote.Parse(bytes);
                return Encoding.UTF8.GetBytes(
                    $"{note.With(witness.Cosign(note.Text, newsroom.App.Clock.GetUtcNow()))}"
                );
            },
            policy: policy
        );
        cosigned.Fault.ShouldBeNull();
        (cosigned.Witnesses, cosigned.QuorumMet).ShouldBe((1, true));
        using var other = SigningKey.Create("news.example.org/record");
        (await newsroom.Verify(policy: Policy($"log {other.Verifier}\nquorum none\n")))
            .Fault.ShouldNotBeNull()
            .Sentence.ShouldContain("does not name the key");
    }

    private static WitnessPolicy Policy(string written) => WitnessPolicy.Parse(Encoding.UTF8.GetBytes(written));

    private static async Task Swap(OnRecordDb db)
    {
        var bytes = await db.Set<RecordEntry>().OrderBy(row => row.Index).Select(row => row.Bytes).ToListAsync();
        await db.Set<RecordEntry>()
            .Where(row => row.Index == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Bytes, bytes[2]));
        await db.Set<RecordEntry>()
            .Where(row => row.Index == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Bytes, bytes[1]));
    }

    private static Task Rewrite(AuditedNewsroom newsroom, string from, string to) =>
        newsroom.Tamper(async db =>
        {
            var bytes = await db.Set<SealedVersion>()
                .Where(row => row.StoryId == newsroom.FerryStory && row.Number == 2)
                .Select(row => row.Statement)
                .SingleAsync();
            var changed = Replace(bytes!, from, to);
            await db.Set<SealedVersion>()
                .Where(row => row.StoryId == newsroom.FerryStory && row.Number == 2)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Statement, changed));
        });

    private static Func<string, byte[], byte[]> Signed(SigningKey key) =>
        (path, bytes) =>
            path switch
            {
                "/record/key" => Encoding.UTF8.GetBytes($"{key.Verifier}\n"),
                "/record/checkpoint" => Encoding.UTF8.GetBytes($"{SignedNote.Sign(SignedNote.Parse(bytes).Text, key)}"),
                _ => bytes,
            };

    private static byte[] Replace(byte[] bytes, string from, string to)
    {
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain(from);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <returns>The sentence, which names the story in one of these ways.</returns>
    private static string Named(SiteVerdict verdict, string headline, int version, string? orHeadline = null)
    {
        var fault = verdict.Fault.ShouldNotBeNull();
        fault.Version.ShouldBe(version, fault.Sentence);
        (
            fault.Sentence.Contains(headline) || orHeadline is not null && fault.Sentence.Contains(orHeadline)
        ).ShouldBeTrue(fault.Sentence);
        fault.Sentence.ShouldContain("http://localhost/2026/03/");
        TestContext.Current.TestOutputHelper?.WriteLine(fault.Sentence);
        return fault.Sentence;
    }
}
