using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Sources;
using OnRecord.Sources.Protection;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Tests.Desk.Sources;
using static OnRecord.Tests.Desk.DeskErrands;

namespace OnRecord.Tests.Stories.Ledger;

public class DescribeSourceTests
{
    [Fact]
    public async Task A_spelling_makes_a_quiet_version_in_the_language_of_each_story()
    {
        await using var desk = await SourcesNewsroom.Open();
        var story = await desk.Publish("The dam", new Said("“It holds.”", "Ada Lindquist"));
        var updated = (await desk.App.Story(story)).UpdatedAt;
        await desk.App.InDatabase(async db =>
        {
            var row = await db.Stories.FindAsync(story);
            row!.Draft = row.Draft with { Language = "uk" };
            return await db.SaveChangesAsync();
        });
        var done = await Describe(desk, "Ada Lindquist", said => said with { Name = "Ada Lindqvist" }, quiet: true);
        done.Value!.Renewed.ShouldBe(1);
        var live = await desk.Live(story);
        live.IsQuiet.ShouldBeTrue();
        live.Note.ShouldBe("Ім’я або назву джерела тепер подано так: Ada Lindqvist.");
        (await desk.App.Story(story)).UpdatedAt.ShouldBe(updated);
    }

    [Fact]
    public async Task The_note_says_no_name_where_the_newsroom_shows_no_sources()
    {
        await using var desk = await SourcesNewsroom.Open();
        var story = await desk.Publish("The dam", new Said("“It holds.”", "Ada Lindquist"));
        await desk.App.InDatabase(async db =>
        {
            (await db.Newsroom()).HidesSources = true;
            return await db.SaveChangesAsync();
        });
        await Describe(desk, "Ada Lindquist", said => said with { Name = "Ada Lindqvist" });
        (await desk.Live(story)).Note.ShouldBe("A source is described differently.");
    }

    [Fact]
    public async Task The_log_keeps_what_a_source_was_before()
    {
        await using var desk = await SourcesNewsroom.Open();
        await desk.Write("The dam", new Said("“It holds.”", "Ada Lindquist") { Role = "chair" });
        await Describe(desk, "Ada Lindquist", said => said with { Name = "Ada Lindqvist", Role = null, Notes = "x" });
        var entry = await desk.App.InDatabase(db =>
            db.Set<AuditEntry>().SingleAsync(row => row.Act == "source.changed")
        );
        entry.Label.ShouldBe("Ada Lindqvist");
        entry.Detail.ShouldBe("name ← Ada Lindquist\nrole ← chair\nnotes");
    }

    [Fact]
    public async Task A_name_that_readers_have_seen_can_no_longer_be_withheld()
    {
        await using var desk = await SourcesNewsroom.Open();
        var said = new Said("“It holds.”", "Ada Lindqvist");
        var story = await desk.Publish("The dam", said);
        var refused = await Describe(desk, "Ada Lindqvist", Unname);
        refused.Problems[0].Message.ShouldContain("Readers have seen this name");
        // Nor when the newest version no longer shows it: the earlier one did.
        await desk.Ines.Send(HttpMethod.Post, $"/desk/stories/{story}/ledger/{said.Id}/refuse", null);
        await desk.Publish(story);
        (await desk.Live(story)).Content.Ledger.ShouldBeEmpty();
        (await Describe(desk, "Ada Lindqvist", Unname)).Refused.ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_that_no_reader_has_seen_is_put_away_without_a_trace()
    {
        await using var desk = await SourcesNewsroom.Open();
        var said = new Said("“They told us not to say it.”", "Olena Planted") { Role = "engineer" };
        var story = await desk.Write("The dam", said);
        await desk.App.InDatabase(async db =>
        {
            await KeepDraft.Of(db, (await db.Stories.FindAsync(story))!);
            return await db.SaveChangesAsync();
        });
        var named = (await desk.Source("Olena Planted")).Id;
        var done = await Describe(desk, "Olena Planted", Unname);
        done.Value!.Id.ShouldNotBe(named);
        var unnamed = await desk.Source("A person who works there");
        unnamed.Id.ShouldBe(done.Value.Id);
        var rows = await desk.App.InDatabase(async db => new
        {
            Named = await db.Set<Source>().AnyAsync(row => row.Id == named),
            Entry = await db.Set<LedgerEntry>().AsNoTracking().SingleAsync(),
            Drafts = await db.Set<SavedDraft>().AsNoTracking().ToListAsync(),
            Audit = await db.Set<AuditEntry>().ToListAsync(),
        });
        rows.Named.ShouldBeFalse();
        rows.Entry.SourceId.ShouldBe(unnamed.Id);
        rows.Entry.Standing.ShouldBe(SourceStanding.NotNamed);
        rows.Drafts.SelectMany(row => row.Content.Ledger).ShouldNotBeEmpty();
        rows.Drafts.ForEach(row => LedgerJson.Write(row.Content.Ledger).ShouldNotContain("Planted"));
        rows.Audit.ShouldNotContain(row => (row.Label + row.Detail).Contains("Planted"));
        LedgerJson.Write((await desk.App.Story(story)).Draft.Ledger).ShouldNotContain("Planted");
        (await desk.Tom.Page($"/desk/sources/{unnamed.Id}")).ShouldNotContain("Planted");
    }

    [Fact]
    public async Task Who_was_not_named_is_named_by_an_editor_only_and_then_has_spoken_on_the_record()
    {
        await using var desk = await SourcesNewsroom.Open();
        var said = Said.Unnamed("They were told not to say.");
        var story = await desk.Publish("The dam", said);
        SourceWords Name(SourceWords words) => words with { Name = "Ada Lindqvist", IsNamed = true, Reason = null };
        (await Describe(desk, said.Name!, Name, who: desk.Ines)).Refused.ShouldBeTrue();
        await desk.App.InDatabase(async db =>
        {
            db.Set<ProtectedIdentity>()
                .Add(
                    new ProtectedIdentity
                    {
                        Id = Guid.CreateVersion7(),
                        SourceId = (await db.Set<Source>().SingleAsync()).Id,
                        Sealed = [1],
                        StoredAt = desk.App.Clock.GetUtcNow(),
                        StoredBy = desk.Ada.Id,
                    }
                );
            return await db.SaveChangesAsync();
        });
        (await Describe(desk, said.Name!, Name)).Problems[0].Message.ShouldContain("lies protected");
        await desk.App.InDatabase(db => db.Set<ProtectedIdentity>().ExecuteDeleteAsync());
        (await Describe(desk, said.Name!, Name)).Value!.Renewed.ShouldBe(1);
        var source = await desk.Source("Ada Lindqvist");
        source.Reason.ShouldBeNull();
        var live = await desk.Live(story);
        live.Note.ShouldBe("A source that was not named is now named.");
        live.Content.Ledger[0].Source.Id.ShouldBe(source.Id);
        live.Content.Ledger[0].Standing.ShouldBe(SourceStanding.OnRecord);
        (await desk.App.Story(story)).HasNews.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_reason_voids_what_a_second_editor_agreed_to()
    {
        await using var desk = await SourcesNewsroom.Open();
        var said = Said.Unnamed("They were told not to say.");
        var story = await desk.Publish("The dam", said);
        Task<List<Guid>> Waiting() => desk.App.InDatabase(db => AskSecondEditor.Waiting(db, story));
        (await Waiting()).ShouldBeEmpty();
        await Describe(desk, said.Name!, words => words with { Reason = NotNamedReason.CouldBeHarmed });
        (await Waiting()).Count.ShouldBe(1);
        await Describe(desk, said.Name!, words => words with { Reason = NotNamedReason.CouldLoseJob });
        (await Waiting()).Count.ShouldBe(1);
        (await desk.Live(story)).Content.Ledger[0].Source.Reason.ShouldBe(NotNamedReason.CouldLoseJob);
        (await desk.Live(story)).Note.ShouldBe("The reason why a source is not named is stated differently.");
        (await Describe(desk, said.Name!, words => words with { Reason = null })).Problems[0].Field.ShouldBe("reason");
    }

    private static SourceWords Unname(SourceWords said) =>
        said with
        {
            Name = "A person who works there",
            Role = null,
            IsNamed = false,
            Reason = NotNamedReason.CouldLoseJob,
        };

    private static Task<Outcome<DescribedSource>> Describe(
        SourcesNewsroom desk,
        string name,
        Func<SourceWords, SourceWords> change,
        bool quiet = false,
        Colleague? who = null
    ) =>
        desk.App.InDatabase(async db =>
        {
            Outcome<DescribedSource> outcome = default;
            await db.Transact(async () =>
            {
                var source = await db.Set<Source>().SingleAsync(row => row.Name == name);
                outcome = await DescribeSource.Into(
                    db,
                    source,
                    change(SourceWords.Of(source)),
                    quiet,
                    SignedIn.As((who ?? desk.Tom).Staff),
                    desk.App.Clock.GetUtcNow()
                );
            });
            return outcome;
        });
}
