using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Tests.Commands;

public partial class DemonstrationTests
{
    [Fact]
    public async Task Every_published_story_of_the_demonstration_has_a_ledger_whose_lines_are_tied_to_words()
    {
        var versions = await demonstration.App.InDatabase(db => db.Set<StoryVersion>().AsNoTracking().ToListAsync());
        versions.Select(version => version.StoryId).Distinct().Count().ShouldBe(30);
        foreach (var content in versions.Select(version => version.Content))
        {
            var said = MarkedPassages.Of(content.Text);
            said.Count.ShouldBeGreaterThan(0, content.Headline);
            said.ShouldAllBe(passage => passage.Value.Trim().Length > 1);
            // A mark without a line would have gone at publication; a line without a mark too.
            content.Ledger.Select(line => line.Id).ShouldBe(said.Select(passage => passage.Key), content.Headline);
            content.Ledger.ShouldAllBe(line => line.IsChecked && line.Source.IsNamed == (line.Source.Id != null));
        }
    }

    [Fact]
    public async Task No_word_of_the_demonstration_is_tied_to_nothing_and_no_entry_of_a_published_story_is_lost()
    {
        var app = demonstration.App;
        var entries = await app.InDatabase(db => db.Set<LedgerEntry>().AsNoTracking().ToListAsync());
        var stories = await app.InDatabase(db =>
            db.Set<Story>().AsNoTracking().Include(story => story.Versions).ToListAsync()
        );
        foreach (var story in stories)
        {
            var own = entries.Where(row => row.StoryId == story.Id).Select(row => $"{row.Id}").ToHashSet();
            MarkedPassages.Of(story.Draft.Text).ShouldAllBe(passage => own.Contains(passage.Key));
            if (story.State == StoryState.Published)
                story
                    .Versions.SelectMany(version => version.Content.Ledger.Select(line => line.Id))
                    .ToHashSet()
                    .SetEquals(own)
                    .ShouldBeTrue(story.Draft.Headline);
        }
        stories.Count(story => story.IsInMotion && story.Draft.Text.Blocks.Count > 0 && !HasLedger(story)).ShouldBe(1);

        bool HasLedger(Story story) => entries.Exists(row => row.StoryId == story.Id);
    }

    [Fact]
    public async Task A_later_version_of_the_demonstrations_dam_story_has_the_same_sources_and_one_more_statement()
    {
        var versions = await demonstration.App.InDatabase(db =>
            db.Set<StoryVersion>()
                .AsNoTracking()
                .Where(version =>
                    version.Content.Headline == "County says the dam will hold. Its own engineer was not asked."
                )
                .OrderBy(version => version.Number)
                .ToListAsync()
        );
        var (first, later) = (versions[0].Content.Ledger, versions[1].Content.Ledger);
        later.Except(first).Select(line => line.Source.Name).ShouldBe(["Lowland water board"]);
        first.Except(later).ShouldBeEmpty();
        first[0].Source.Name.ShouldBe("Ada Lindqvist");
        first.Select(line => line.Standing).ShouldContain(SourceStanding.NotNamed);
        first.Count(line => line.Source.Kind == SourceKind.Outlet).ShouldBe(1);
    }

    [Fact]
    public async Task The_demonstrations_sources_speak_in_more_than_one_story_and_those_who_are_not_named_have_a_reason()
    {
        var app = demonstration.App;
        var sources = await app.InDatabase(db => db.Set<Source>().AsNoTracking().ToDictionaryAsync(row => row.Id));
        var shown = await app.InDatabase(db => db.Set<StorySource>().ToListAsync());
        shown.CountBy(row => sources[row.SourceId].Name).Count(row => row.Value > 1).ShouldBeGreaterThan(10);
        shown.Count(row => sources[row.SourceId].Name == "Marta Feld").ShouldBe(4);
        shown.Count(row => sources[row.SourceId].Name == "Valley Courier").ShouldBe(7);
        sources.Values.ShouldAllBe(row => row.IsNamed == (row.Reason == null));
        sources.Values.Select(row => row.Kind).Distinct().Count().ShouldBe(Enum.GetValues<SourceKind>().Length);
        var entries = await app.InDatabase(db => db.Set<LedgerEntry>().AsNoTracking().ToListAsync());
        entries.ShouldAllBe(row => row.SourceId == null || sources[row.SourceId.Value].CreatedAt <= row.CreatedAt);
        entries.Select(row => row.SaidOn?.Month).Distinct().Count().ShouldBeGreaterThan(2);
        var approvals = await app.InDatabase(db => db.Set<UnnamedApproval>().ToListAsync());
        approvals.Count.ShouldBeGreaterThan(20);
        foreach (var approval in approvals)
            entries.ShouldContain(row =>
                row.StoryId == approval.StoryId
                && row.SourceId == approval.SourceId
                && row.DecidedBy != approval.StaffId
                && sources[approval.SourceId].Reason == approval.Reason
            );
    }

    [Fact]
    public async Task On_the_demonstrations_desk_one_story_has_sources_that_still_hang_in_the_air()
    {
        var app = demonstration.App;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var stops = new List<string>();
        foreach (var story in await db.Set<Story>().Where(story => story.IsInMotion).ToListAsync())
        {
            var found = await LedgerChecks.Look(new CheckedStory(story, story.Draft.ForReaders(), db, "en"));
            stops.AddRange(
                found
                    .Where(one => one.Level == FindingLevel.Stops)
                    .Select(one => $"{story.State} {story.Draft.Language} {one.Code}")
            );
            if (found.Any(one => one.Code == "Unapproved"))
                found.ShouldContain(one => one.Code == "Lost");
            else
                found.ShouldNotContain(one => one.Code == "Lost");
        }
        stops.Order().ShouldBe(["WithEditor en Proposed", "WithEditor en Unapproved", "Writing en NoStanding"]);
    }
}
