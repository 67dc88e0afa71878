using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Sources.Protection;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Desk.Sources;

namespace OnRecord.Tests.Stories.Ledger;

public class MergeSourcesTests
{
    [Fact]
    public async Task What_either_said_is_found_with_the_one_that_stays_and_readers_see_that_one()
    {
        await using var desk = await SourcesNewsroom.Open();
        var one = await desk.Publish("One", new Said("“One.”", "Ada Lindqvist"));
        var two = await desk.Publish("Two", new Said("“Two.”", "A. Lindqvist") { Via = "The Post" });
        var draft = await desk.Write("Three", new Said("“Three.”", "Minister") { Via = "A. Lindqvist" });
        var (stays, goes) = (await desk.Source("Ada Lindqvist"), await desk.Source("A. Lindqvist"));
        await Copy(desk, goes.Id);
        (await Merge(desk, goes.Id, stays.Id)).Value!.Renewed.ShouldBe(1);
        (await desk.App.Story(one)).Versions.Count.ShouldBe(1);
        var live = await desk.Live(two);
        live.Content.Ledger[0].Source.ShouldBe(stays.Public());
        live.Note.ShouldBe("A source’s name is now written Ada Lindqvist.");
        (await desk.App.Story(draft)).Draft.Ledger[0].Via.ShouldBe(stays.Public());
        var rows = await desk.App.InDatabase(async db => new
        {
            Entries = await db.Set<LedgerEntry>().CountAsync(row => row.SourceId == goes.Id || row.ViaId == goes.Id),
            Copies = await db.Set<SavedCopy>().CountAsync(row => row.SourceId == goes.Id),
            Named = await db.Set<StorySource>().CountAsync(row => row.SourceId == goes.Id),
            Shown = await db.Set<ShownStatement>().CountAsync(row => row.SourceId == stays.Id),
            Gone = await db.Set<Source>().Where(row => row.Id == goes.Id).Select(row => row.MergedIntoId).SingleAsync(),
        });
        (rows.Entries, rows.Copies, rows.Named, rows.Shown, rows.Gone).ShouldBe((0, 0, 0, 2, stays.Id));
    }

    [Fact]
    public async Task A_chain_of_merges_leads_straight_to_the_last()
    {
        await using var desk = await SourcesNewsroom.Open();
        var story = await desk.Publish("One", new Said("“One.”", "A"));
        await desk.Write("Two", new Said("“Two.”", "B"), new Said("“Three.”", "C"));
        var (a, b, c) = (await desk.Source("A"), await desk.Source("B"), await desk.Source("C"));
        await Merge(desk, a.Id, b.Id);
        await Merge(desk, b.Id, c.Id);
        (await desk.Source("A")).MergedIntoId.ShouldBe(c.Id);
        (await desk.Live(story)).Content.Ledger[0].Source.Name.ShouldBe("C");
        (await Merge(desk, a.Id, c.Id)).Problems[0].Message.ShouldContain("merged already");
        (await Merge(desk, c.Id, c.Id)).Problems[0].Message.ShouldContain("into itself");
        // Words of the name that went are those of the one that stays.
        var later = await desk.Write("Three", new Said("“Four.”", "D") { Source = a.Id });
        (await desk.App.Story(later)).Draft.Ledger[0].Source.Id.ShouldBe(c.Id);
    }

    [Fact]
    public async Task Named_and_not_named_stay_apart_and_so_does_what_is_protected()
    {
        await using var desk = await SourcesNewsroom.Open();
        var (one, two) = (Said.Unnamed("They say so.", "One person"), Said.Unnamed("Others too.", "Two people"));
        await desk.Write("The dam", new Said("“It holds.”", "Ada Lindqvist"), one, two);
        var (named, first, second) = (
            await desk.Source("Ada Lindqvist"),
            await desk.Source("One person"),
            await desk.Source("Two people")
        );
        (await Merge(desk, first.Id, named.Id)).Problems[0].Message.ShouldContain("so they stay apart");
        await desk.App.InDatabase(db =>
        {
            db.Set<ProtectedIdentity>()
                .Add(
                    new ProtectedIdentity
                    {
                        Id = Guid.CreateVersion7(),
                        SourceId = second.Id,
                        Sealed = [1],
                        StoredAt = desk.App.Clock.GetUtcNow(),
                        StoredBy = desk.Tom.Id,
                    }
                );
            return db.SaveChangesAsync();
        });
        (await Merge(desk, first.Id, second.Id)).Problems[0].Message.ShouldContain("lies protected");
        await desk.App.InDatabase(db => db.Set<ProtectedIdentity>().ExecuteDeleteAsync());
        (await Merge(desk, first.Id, second.Id, desk.Ines)).Refused.ShouldBeTrue();
        (await Merge(desk, first.Id, second.Id)).Refused.ShouldBeFalse();
    }

    private static Task<Outcome<DescribedSource>> Merge(
        SourcesNewsroom desk,
        Guid from,
        Guid into,
        Colleague? who = null
    ) =>
        desk.App.InDatabase(async db =>
        {
            Outcome<DescribedSource> outcome = default;
            await db.Transact(async () =>
                outcome = await MergeSources.Into(
                    db,
                    (await db.Set<Source>().FindAsync(from))!,
                    (await db.Set<Source>().FindAsync(into))!,
                    quiet: false,
                    SignedIn.As((who ?? desk.Tom).Staff),
                    desk.App.Clock.GetUtcNow()
                )
            );
            return outcome;
        });

    private static Task<int> Copy(SourcesNewsroom desk, Guid source) =>
        desk.App.InDatabase(db =>
        {
            db.Set<SavedCopy>()
                .Add(
                    new SavedCopy
                    {
                        Id = Guid.CreateVersion7(),
                        SourceId = source,
                        Kind = SavedCopyKind.Brought,
                        Title = "Minutes",
                        Sha256 = new string('b', 64),
                        MediaType = "text/plain",
                        Length = 1,
                        TakenAt = desk.App.Clock.GetUtcNow(),
                        TakenBy = desk.Ines.Id,
                    }
                );
            return db.SaveChangesAsync();
        });
}
