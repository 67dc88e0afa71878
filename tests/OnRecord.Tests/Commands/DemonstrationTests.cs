using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Commands.Demonstration;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Documents;
using OnRecord.People.Notices;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Publishing;
using OnRecord.Stories.Workflow;

namespace OnRecord.Tests.Commands;

public partial class DemonstrationTests(FilledDemonstration demonstration) : IClassFixture<FilledDemonstration>
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
            versions.ShouldContain(version => version.Kind == kind);
            foreach (var later in versions.Where(version => version.Kind == kind))
            {
                var first = versions.Single(version => version.StoryId == later.StoryId && version.Number == 1);
                later.Content.ShouldNotBe(first.Content);
                if (kind == VersionKind.Correction)
                    (later.Wrong, later.Right, later.Since).ShouldBe(
                        (later.Wrong.ShouldNotBeNull(), later.Right.ShouldNotBeNull(), 1)
                    );
                else
                    later.Note.ShouldNotBe("");
            }
        }
        var chart = versions.SelectMany(version => version.Content.Text.Blocks.OfType<LinkedMedia>()).First();
        chart.Kind.ShouldBe("chart");
        chart.Blocks.OfType<Figure>().Single().Source.ShouldStartWith("media:");
        chart.Blocks.OfType<Table>().Single().Rows.Count.ShouldBe(6);
    }

    [Fact]
    public async Task The_demonstrations_readers_reported_three_errors_one_overdue_one_due_today_one_corrected()
    {
        var app = demonstration.App;
        var now = app.Clock.GetUtcNow();
        await app.InDatabase(async db =>
        {
            var reports = await db.Set<ErrorReport>().AsNoTracking().OrderBy(row => row.DueAt).ToListAsync();
            reports.Count.ShouldBe(3);
            (reports[0].Outcome, reports[0].LedTo).ShouldBe((ReportOutcome.Corrected, 2));
            reports[0].AnsweredAt.ShouldNotBeNull().ShouldBeLessThan(reports[0].DueAt);
            reports[1]
                .ShouldSatisfyAllConditions(row => row.IsOpen.ShouldBeTrue(), row => row.DueAt.ShouldBeLessThan(now));
            reports[2]
                .ShouldSatisfyAllConditions(
                    row => row.IsOpen.ShouldBeTrue(),
                    row => (row.DueAt - now).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromDays(1))
                );
            foreach (var report in reports)
            {
                var version = await db.Set<StoryVersion>()
                    .AsNoTracking()
                    .SingleAsync(row => row.StoryId == report.StoryId && row.Number == report.VersionNumber);
                FindPassage.In(version.Content, report.Passage!).ShouldNotBeNull(report.Passage);
                report.At.ShouldBeGreaterThan(version.At);
            }
            return true;
        });
    }

    [Fact]
    public async Task The_demonstrations_moderators_have_something_to_decide_in_every_queue()
    {
        var app = demonstration.App;
        var now = app.Clock.GetUtcNow();
        await app.InDatabase(async db =>
        {
            var comments = await db.Set<ReaderComment>().AsNoTracking().ToDictionaryAsync(row => row.Id);
            comments.Values.ShouldContain(row => row.State == CommentState.Held);
            var reports = await db.Set<CommentReport>().AsNoTracking().ToListAsync();
            reports.Count(row => row.IsNotice).ShouldBe(1);
            reports.ShouldAllBe(row => row.Outcome == null && row.At > comments[row.CommentId].At && row.At <= now);
            comments
                .Values.Where(row => row.OpenReports > 0)
                .ToDictionary(row => row.Id, row => row.OpenReports)
                .ShouldBe(reports.CountBy(row => row.CommentId).ToDictionary(), ignoreOrder: true);
            var appeal = await db.Set<CommentAppeal>().AsNoTracking().SingleAsync();
            comments[appeal.CommentId].State.ShouldBe(CommentState.Rejected);
            appeal.At.ShouldBeInRange(comments[appeal.CommentId].DecidedAt!.Value, now);
            return true;
        });
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
