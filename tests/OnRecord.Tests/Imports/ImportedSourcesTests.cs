using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Documents;
using OnRecord.Imports;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Tests.Imports;

public class ImportedSourcesTests
{
    [Fact]
    public async Task What_is_said_on_a_page_is_proposed_and_not_shown()
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.txt", TestPages.Text));
        var entries = await app.InDatabase(db => db.LedgerEntries.AsNoTracking().ToListAsync());
        entries.ShouldAllBe(row => row.State == LedgerState.Proposed && row.SourceId == null);
        entries.ShouldContain(row => row.ProposedName == "Ada Lindqvist" && row.Words.StartsWith("“We were told two"));
        var story = await Story(app);
        MarkedPassages.Of(story.Draft.Text).Count.ShouldBe(entries.Count);
        story.Versions.Single().Content.Ledger.ShouldBeEmpty();
        MarkedPassages.Of(story.Versions.Single().Content.Text).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_it_is_asked_for_readers_see_the_proposals_and_that_nobody_checked_them()
    {
        await using var app = await OnRecordApp.Start();
        await Import(app, sources: true);
        var lines = (await Story(app)).Versions.Single().Content.Ledger;
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => !line.IsChecked && line.Standing == null && line.Source.Id == null);
    }

    [Fact]
    public async Task Asking_for_them_later_shows_them_in_an_update()
    {
        await using var app = await OnRecordApp.Start();
        await Import(app, sources: false);
        await Import(app, sources: true);
        var story = await Story(app);
        story.Versions.Count.ShouldBe(2);
        story.Versions.Last().Content.Ledger.ShouldNotBeEmpty();
        await Import(app, sources: true);
        (await Story(app)).Versions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_changed_is_looked_through_anew_and_nothing_is_proposed_twice()
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.html", TestPages.Html()));
        var before = await app.InDatabase(db => db.LedgerEntries.CountAsync());
        before.ShouldBeGreaterThan(0);
        await app.Import(app.File("ferry.html", TestPages.Html(second: "A bolt had gone, the county said in a note.")));
        (await Story(app)).Versions.Count.ShouldBe(2);
        (await app.InDatabase(db => db.LedgerEntries.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Somebody_known_by_that_name_is_proposed_as_that_source()
    {
        await using var app = await OnRecordApp.Start();
        var known = await app.InDatabase(async db =>
        {
            var ada = new Source
            {
                Id = Guid.CreateVersion7(),
                Kind = Attribution.SourceKind.Person,
                Name = "Ada Lindqvist",
                CreatedAt = app.Clock.GetUtcNow(),
            };
            db.Sources.Add(ada);
            await db.SaveChangesAsync();
            return ada.Id;
        });
        await Import(app, sources: false);
        var entry = await app.InDatabase(db => db.LedgerEntries.SingleAsync(row => row.SourceId != null));
        entry.SourceId.ShouldBe(known);
    }

    private static Task<ImportReport> Import(OnRecordApp app, bool sources) =>
        app
            .Services.GetRequiredService<ImportStories>()
            .Run(
                [app.File("ferry.txt", TestPages.Text)],
                new ImportChoices(Publish: true, DryRun: false, sources),
                (_, _, _) => { },
                CancellationToken.None
            );

    private static Task<Story> Story(OnRecordApp app) =>
        app.InDatabase(db => db.Stories.Include(row => row.Versions).AsNoTracking().SingleAsync());
}
