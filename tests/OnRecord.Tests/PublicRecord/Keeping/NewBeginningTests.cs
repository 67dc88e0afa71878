using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.PublicRecord.Keeping;
using OnRecord.Stories.Sealing;
using OnRecord.Tests.PublicRecord.Witnessing;

namespace OnRecord.Tests.PublicRecord.Keeping;

public class NewBeginningTests
{
    [Fact]
    public async Task A_record_that_is_in_order_does_not_begin_again()
    {
        await using var app = await OnRecordApp.Start();
        (await Prepare(app)).Problems[0].Message.ShouldContain("has not begun");
        await app.Published("The ferry is back");
        (await Prepare(app)).Problems[0].Message.ShouldContain("is in order");
    }

    [Fact]
    public async Task After_a_loss_a_new_record_says_so_and_holds_all_versions_again()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Published("The ferry is back");
        await app.Updated(story, "The ferry is gone again");
        var lost = await app.Published("The school opens");
        await Erase(app, lost);
        var before = await app.Page("/record/checkpoint");
        await app.RollBack(3);
        await BeginAgain(app, "The disk burnt.");
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        var (key, checkpoint) = await app.Checkpoint();
        (key.Name, checkpoint.Origin).ShouldBe(("news.example.org/record/2", "news.example.org/record/2"));
        var entries = await app.InDatabase(db => db.Set<RecordEntry>().OrderBy(row => row.Index).ToListAsync());
        entries.Count.ShouldBe((int)checkpoint.Size);
        var first = JsonDocument.Parse(entries[0].Bytes).RootElement;
        first.GetProperty("type").GetString().ShouldBe("continuation");
        first.GetProperty("reason").GetString().ShouldBe("The disk burnt.");
        first.GetProperty("checkpoint").GetString().ShouldBe(before);
        foreach (var row in entries.Skip(1))
            JsonDocument.Parse(row.Bytes).RootElement.TryGetProperty("late", out _).ShouldBeTrue();
        (await app.InDatabase(db => db.Set<SealedVersion>().CountAsync())).ShouldBe(3);
        File.Exists(Path.Combine(app.Keys, "record.key")).ShouldBeTrue();
        File.Exists(Path.Combine(app.Keys, "record.signed")).ShouldBeTrue();
        File.ReadLines(Path.Combine(app.Keys, "record.ended.jsonl")).Count().ShouldBe(6);
        await app.Updated(story, "The ferry is back again");
        (await app.Checkpoint()).Checkpoint.Size.ShouldBe(5);
        (await Standing(app)).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_erased_by_law_stays_erased_in_the_new_record()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Published("The ferry is back");
        await Erase(app, story);
        await app.Checkpoint();
        File.Delete(Path.Combine(app.Keys, "record.key"));
        await BeginAgain(app, "The key was lost.");
        var version = await app.InDatabase(db => db.Set<SealedVersion>().SingleAsync());
        (version.Salt, version.Statement, version.ErasureIndex).ShouldBe((null, null, 2));
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        (await app.Checkpoint()).Checkpoint.Size.ShouldBe(3);
    }

    [Fact]
    public async Task A_database_from_before_the_new_beginning_is_refused_and_a_second_loss_begins_a_third()
    {
        await using var app = await OnRecordApp.Start();
        await app.Published("The ferry is back");
        await app.Published("The school opens");
        await app.Checkpoint();
        await app.RollBack(1);
        await BeginAgain(app, "The disk burnt.");
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await app.Checkpoint();
        await app.RollBack(1, "news.example.org/record");
        (await Standing(app)).Problem.ShouldNotBeNull().Message.ShouldContain("began anew after the one");
        await BeginAgain(app, "It burnt again.");
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        (await app.Checkpoint()).Key.Name.ShouldBe("news.example.org/record/3");
    }

    [Fact]
    public async Task A_new_beginning_that_was_cut_off_before_it_committed_is_taken_up_again()
    {
        await using var app = await OnRecordApp.Start();
        await app.Published("The ferry is back");
        await app.Published("The school opens");
        await app.Checkpoint();
        await app.RollBack(1);
        var prepared = await Prepare(app);
        (await Standing(app)).Problem.ShouldNotBeNull().Message.ShouldContain("was signed up to its entry 2");
        (await Prepare(app)).Value.ShouldBe(prepared.Value);
        await BeginAgain(app, "The disk burnt.");
        (await Standing(app)).Problem.ShouldBeNull();
    }

    private static Task Erase(OnRecordApp app, Guid story) =>
        app.InDatabase(async db =>
        {
            await db.Transact(() => SealErasure.Into(db, story, [1], "copyright", app.Clock.GetUtcNow()));
            return true;
        });

    private static Task<Outcome<NewBeginning>> Prepare(OnRecordApp app) =>
        app.InDatabase(db =>
            BeginRecordAgain.Prepare(
                db,
                app.Services.GetRequiredService<RecordKey>(),
                app.Services.GetRequiredService<SignCheckpoint>(),
                CancellationToken.None
            )
        );

    private static async Task BeginAgain(OnRecordApp app, string reason)
    {
        var beginning = (await Prepare(app)).Value.ShouldNotBeNull();
        await app.InDatabase(async db =>
        {
            await SealAgain.Run(db, beginning, reason, app.Clock);
            return true;
        });
    }

    private static Task<RecordStanding> Standing(OnRecordApp app) =>
        app.InDatabase(db =>
            RecordStanding.Of(
                db,
                app.Services.GetRequiredService<RecordKey>(),
                app.Services.GetRequiredService<SignCheckpoint>(),
                CancellationToken.None
            )
        );
}

internal static class LossErrands
{
    extension(OnRecordApp app)
    {
        /// <summary>Makes the database the older copy that it was when its log had so many entries.</summary>
        public Task RollBack(long size, string? origin = null) =>
            app.InDatabase(async db =>
            {
                var head = await db.Set<RecordHead>().AsNoTracking().SingleAsync();
                await db.Set<SealedVersion>().Where(row => row.EntryIndex >= size).ExecuteDeleteAsync();
                await db.Set<RecordEntry>().Where(row => row.Index >= size).ExecuteDeleteAsync();
                await db.Set<RecordHead>().ExecuteDeleteAsync();
                var edge = new TransparencyLog.TreeEdge();
                foreach (var entry in await db.Set<RecordEntry>().OrderBy(row => row.Index).ToListAsync())
                    edge.Append(TransparencyLog.TreeHash.OfLeaf(entry.Bytes));
                var older = new RecordHead
                {
                    Origin = origin ?? head.Origin,
                    Beginning = origin is null ? head.Beginning : 1,
                };
                older.MoveTo(edge);
                db.Add(older);
                return await db.SaveChangesAsync();
            });
    }
}
