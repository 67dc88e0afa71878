using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Stories.Sealing;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.PublicRecord;

public class SealingTests
{
    [Fact]
    public async Task What_is_published_is_sealed_and_the_log_verifies()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Http.GetAsync("/record/checkpoint")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var story = await app.Published("The ferry is back");
        var (key, checkpoint) = await app.Checkpoint();
        checkpoint.Size.ShouldBe(1);
        var tile = await app.Http.GetAsync("/record/tile/0/000.p/1");
        (await tile.Content.ReadAsByteArrayAsync()).ShouldBe(checkpoint.Root.ToArray());
        tile.Headers.CacheControl.ShouldNotBeNull().ToString().ShouldContain("immutable");
        EntryBundle
            .Read(await app.Http.GetByteArrayAsync("/record/tile/entries/000.p/1"))
            .Single()
            .ToArray()
            .ShouldBe(await app.InDatabase(db => db.Set<RecordEntry>().Select(row => row.Bytes).SingleAsync()));
        foreach (
            var beyond in new[] { "0/000.p/2", "0/000", "0/001.p/1", "1/000.p/1", "63/000.p/1", "0/x999/999/999", "x" }
        )
            (await app.Http.GetAsync($"/record/tile/{beyond}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, beyond);
        key.Name.ShouldBe("news.example.org/record");
        var row = await app.InDatabase(db => db.Set<SealedVersion>().SingleAsync());
        (row.StoryId, row.Number, row.EntryIndex).ShouldBe((story, 1, 0));
        var proof = LogProof.Parse(Encoding.UTF8.GetBytes(await app.Page($"/record/proof/{story}/1.tlog-proof")));
        var entry = proof.Extra.ShouldNotBeNull();
        MerkleProofs.Includes(0, 1, TreeHash.OfLeaf(entry.Span), proof.Hashes, checkpoint.Root).ShouldBeTrue();
        var said = JsonDocument.Parse(entry).RootElement;
        said.GetProperty("commitment")
            .GetString()
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData([.. row.Salt!, .. row.Statement!])));
        said.GetProperty("kind").GetString().ShouldBe("first");
        Encoding.UTF8.GetString(row.Statement!).ShouldContain("The ferry is back");
        Encoding.UTF8.GetString(entry.Span).ShouldNotContain("ferry");
    }

    [Fact]
    public async Task A_version_names_the_entry_of_the_one_before_it()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Published("The ferry is back");
        await app.Updated(story, "The ferry is gone again");
        var entries = await app.InDatabase(db => db.Set<RecordEntry>().OrderBy(row => row.Index).ToListAsync());
        entries.Count.ShouldBe(2);
        var second = JsonDocument.Parse(entries[1].Bytes).RootElement;
        second
            .GetProperty("previous")
            .GetString()
            .ShouldBe(Convert.ToHexStringLower(TreeHash.OfLeaf(entries[0].Bytes).ToArray()));
    }

    [Fact]
    public async Task Nothing_is_published_where_the_record_cannot_be_signed()
    {
        await using var app = await OnRecordApp.Start();
        await app.Published("The ferry is back");
        File.Delete(Path.Combine(app.Folder, "data-keys", "record.key"));
        var refusal = await Should.ThrowAsync<RecordRefusal>(() => app.Published("The school opens"));
        refusal.Message.ShouldContain("is missing, with which the public record is signed");
        (await app.InDatabase(db => db.Set<StoryVersion>().CountAsync())).ShouldBe(1);
        (await app.InDatabase(db => db.Set<RecordEntry>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_older_database_is_known_for_one_and_not_signed()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Published("The ferry is back");
        await app.Updated(story, "The ferry is gone again");
        await app.Checkpoint();
        await app.InDatabase(async db =>
        {
            await db.Set<RecordEntry>().Where(row => row.Index == 1).ExecuteDeleteAsync();
            await db.Set<SealedVersion>().Where(row => row.Number == 2).ExecuteDeleteAsync();
            await db.Set<RecordHead>().ExecuteDeleteAsync();
            var edge = new TreeEdge();
            edge.Append(TreeHash.OfLeaf((await db.Set<RecordEntry>().SingleAsync()).Bytes));
            var head = new RecordHead { Origin = "news.example.org/record" };
            head.MoveTo(edge);
            db.Add(head);
            return await db.SaveChangesAsync();
        });
        (await Should.ThrowAsync<RecordRefusal>(() => app.Published("The school opens"))).Message.ShouldContain(
            "was signed up to its entry 2, and this database holds 1"
        );
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        (await app.Http.GetAsync("/record/checkpoint")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Versions_from_before_the_record_are_sealed_late_and_say_so()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Published("The ferry is back");
        await app.Updated(story, "The ferry is gone again");
        await app.InDatabase(async db =>
        {
            await db.Set<SealedVersion>().ExecuteDeleteAsync();
            await db.Set<RecordEntry>().ExecuteDeleteAsync();
            await db.Set<HashTile>().ExecuteDeleteAsync();
            return await db.Set<RecordHead>().ExecuteDeleteAsync();
        });
        Directory.Delete(Path.Combine(app.Folder, "data-keys"), recursive: true);
        await app.InDatabase(async db =>
        {
            await SealLate.Run(db, app.Clock);
            await SealLate.Run(db, app.Clock);
            return true;
        });
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        var (_, checkpoint) = await app.Checkpoint();
        checkpoint.Size.ShouldBe(2);
        var entries = await app.InDatabase(db => db.Set<RecordEntry>().OrderBy(row => row.Index).ToListAsync());
        foreach (var entry in entries)
            JsonDocument.Parse(entry.Bytes).RootElement.TryGetProperty("late", out _).ShouldBeTrue();
    }
}

/// <summary>A newsroom that publishes, and what its record says.</summary>
internal static class RecordErrands
{
    extension(OnRecordApp app)
    {
        /// <returns>The story's id.</returns>
        public async Task<Guid> Published(string headline)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
            var now = app.Clock.GetUtcNow();
            var story = Story.Begin(headline, "en", null, "", Guid.CreateVersion7(), now);
            story.Draft = story.Draft with { Text = Words($"{headline}, says the board.") };
            await db.Transact(async () =>
            {
                db.Stories.Add(story);
                (await PublishStory.Into(db, story, now, null)).Refused.ShouldBeFalse();
            });
            return story.Id;
        }

        public async Task Updated(Guid id, string headline, VersionKind kind = VersionKind.Update)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
            await db.Transact(async () =>
            {
                var story = await db.Stories.Include(row => row.Versions).SingleAsync(row => row.Id == id);
                story.Draft = story.Draft with { Headline = headline };
                var correction =
                    kind == VersionKind.Correction ? new Correction("The headline was wrong.", headline) : null;
                var outcome = story.Update(
                    "Another headline.",
                    app.Clock.GetUtcNow(),
                    kind: kind,
                    correction: correction
                );
                await ShowVersion.Into(db, story, outcome.Value!);
            });
        }

        public async Task<(VerifierKey Key, Checkpoint Checkpoint)> Checkpoint()
        {
            var key = VerifierKey.Parse((await app.Page("/record/key")).Trim());
            var note = await app.Page("/record/checkpoint");
            return (key, TransparencyLog.Checkpoint.Open(Encoding.UTF8.GetBytes(note), key).Checkpoint);
        }
    }

    private static Documents.StoryDocument Words(string words) =>
        new([new Documents.Paragraph([new Documents.Text(words)])]);
}
