using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Attribution;
using OnRecord.Commands.Demonstration;
using OnRecord.Documents;
using OnRecord.People.Notices;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Publishing;
using OnRecord.Stories.Workflow;

namespace OnRecord.Tests.Commands;

public class DemonstrationTests(FilledDemonstration demonstration) : IClassFixture<FilledDemonstration>
{
    [Fact]
    public async Task The_demonstration_is_about_thirty_stories_in_at_least_three_scripts_and_is_filled_once()
    {
        var app = demonstration.App;
        await FillDemonstration.Run(app.Services);
        var stories = await app.InDatabase(db =>
            db.Set<Story>().AsNoTracking().Where(story => story.Path != null).ToListAsync()
        );
        stories.Count.ShouldBe(30);
        stories
            .Select(story => WritingSystem.MostOf(PlainText.Of(story.Draft.Text)))
            .Distinct()
            .Count()
            .ShouldBeGreaterThanOrEqualTo(3);
        stories.Count(story => story.Draft.Lead?.Sha256 is not null).ShouldBeGreaterThan(15);
        stories.ShouldAllBe(story =>
            story.IsPublished && story.Draft.Byline.Count > 0 && story.PublishedAt <= app.Clock.GetUtcNow()
        );
        foreach (var story in stories)
            (await app.Page(story.Path!)).ShouldContain("</html>");
    }

    [Fact]
    public async Task The_demonstrations_desk_has_stories_in_every_state()
    {
        var app = demonstration.App;
        var stories = await app.InDatabase(db =>
            db.Set<Story>().AsNoTracking().Include(story => story.Versions).ToListAsync()
        );
        stories
            .CountBy(story => story.State)
            .ToDictionary()
            .ShouldBe(
                new Dictionary<StoryState, int>
                {
                    [StoryState.Pitch] = 2,
                    [StoryState.Assigned] = 2,
                    [StoryState.Writing] = 4,
                    [StoryState.WithEditor] = 2,
                    [StoryState.Legal] = 1,
                    [StoryState.Ready] = 1,
                    [StoryState.Scheduled] = 1,
                    [StoryState.Published] = 29,
                    [StoryState.Spiked] = 1,
                },
                ignoreOrder: true
            );
        var now = app.Clock.GetUtcNow();
        var due = stories.Where(story => story.State == StoryState.Assigned).Select(story => story.DueAt!.Value);
        due.Order().ShouldBe([new(2026, 3, 13, 16, 0, 0, TimeSpan.Zero), new(2026, 3, 14, 17, 0, 0, TimeSpan.Zero)]);
        stories.Single(story => story.IsPublished && story.HasNews).State.ShouldBe(StoryState.Writing);
        stories.Count(story => story.IsInMotion && story.Draft.Language == "uk").ShouldBe(2);
        stories.Sum(story => story.Draft.SuggestionCount()).ShouldBe(3);
        stories.ShouldAllBe(story => story.ChangedAt <= now && story.SavedAt.GetValueOrDefault() <= now);
    }

    [Fact]
    public async Task The_demonstrations_desk_knows_who_did_what()
    {
        var app = demonstration.App;
        await app.InDatabase(async db =>
        {
            var stories = await db.Set<Story>().AsNoTracking().ToDictionaryAsync(story => story.Id);
            var approvals = await db.Set<StoryApproval>().ToListAsync();
            approvals.Count.ShouldBe(3);
            approvals.ShouldAllBe(row => row.Fingerprint == stories[row.StoryId].Draft.ForReaders().Fingerprint());
            var comments = await db.Set<StoryComment>().ToListAsync();
            comments.Count.ShouldBe(3);
            comments.ShouldAllBe(row => PlainText.Of(stories[row.StoryId].Draft.Text).Contains(row.Quote));
            comments.Count(row => row.ReplyTo != null).ShouldBe(1);
            (await db.Set<Notice>().CountAsync(row => row.Kind == NoticeKind.Mentioned)).ShouldBe(1);
            (await db.Set<Notice>().CountAsync(row => row.ReadAt == null)).ShouldBeGreaterThan(3);
            (await db.Set<SavedFilter>().Select(row => row.Shared).Order().ToListAsync()).ShouldBe([false, true]);
            (await db.Set<SavedDraft>().CountAsync()).ShouldBeGreaterThan(10);
            foreach (var moves in (await db.Set<StoryMove>().ToListAsync()).GroupBy(row => row.StoryId))
                moves.MaxBy(row => row.At)!.To.ShouldBe(stories[moves.Key].State);
            return true;
        });
    }

    [Fact]
    public async Task The_demonstration_has_a_correction_a_clarification_and_a_chart_with_its_data()
    {
        var app = demonstration.App;
        var versions = await app.InDatabase(db => db.Set<StoryVersion>().AsNoTracking().ToListAsync());
        foreach (var kind in new[] { VersionKind.Correction, VersionKind.Clarification })
        {
            var later = versions.Single(version => version.Kind == kind);
            var first = versions.Single(version => version.StoryId == later.StoryId && version.Number == 1);
            later.Content.ShouldNotBe(first.Content);
            later.Note.ShouldNotBe("");
        }
        var chart = versions.SelectMany(version => version.Content.Text.Blocks.OfType<LinkedMedia>()).First();
        chart.Kind.ShouldBe("chart");
        chart.Blocks.OfType<Figure>().Single().Source.ShouldStartWith("media:");
        chart.Blocks.OfType<Table>().Single().Rows.Count.ShouldBe(6);
    }

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

    [Fact]
    public async Task The_demonstrations_scheduled_story_goes_out_when_its_embargo_ends()
    {
        await using var app = await OnRecordApp.Start();
        await FillDemonstration.Run(app.Services);
        var scheduled = await app.InDatabase(db =>
            db.Set<Story>().AsNoTracking().SingleAsync(story => story.State == StoryState.Scheduled)
        );
        scheduled.EmbargoUntil.ShouldBe(scheduled.ScheduledAt);
        // Six in the morning in Berlin.
        scheduled.ScheduledAt.ShouldBe(new DateTimeOffset(2026, 3, 15, 5, 0, 0, TimeSpan.Zero));
        app.Clock.Advance(scheduled.ScheduledAt!.Value - app.Clock.GetUtcNow());
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        var shown = await app.InDatabase(db =>
            db.Set<Story>().AsNoTracking().SingleAsync(row => row.Id == scheduled.Id)
        );
        shown.State.ShouldBe(StoryState.Published);
        (await app.Page(shown.Path!)).ShouldContain(shown.Draft.Headline);
    }
}

/// <summary>One demonstration for all tests that only look at it.</summary>
public sealed class FilledDemonstration : IAsyncLifetime
{
    internal OnRecordApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await OnRecordApp.Start();
        await FillDemonstration.Run(App.Services);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
