using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Publishing;
using OnRecord.Stories.Workflow;
using static OnRecord.Tests.Desk.DeskErrands;

namespace OnRecord.Tests.Desk.Publishing;

public class PublishingTests
{
    [Fact]
    public async Task A_story_goes_from_pitch_to_readers_and_everyone_is_told()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Written(app, "The dam will hold", "The board says so.");
        (await ines.Move(story, StoryState.WithEditor, "Please look at the second line.")).ShouldLead("/desk/stories");
        (await tom.Page("/desk")).ShouldContain("The dam will hold");
        (await tom.Move(story, StoryState.Ready)).ShouldLead("/desk/stories");
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish?done=published");
        var page = await app.Page((await app.Story(story)).Path!);
        page.ShouldContain("The board says so.");
        (await ines.Page("/desk")).ShouldContain("Tom Brandt published “The dam will hold”");
        var acts = await app.InDatabase(db =>
            db.Set<AuditEntry>().OrderBy(row => row.At).Select(row => row.Act).ToListAsync()
        );
        acts.ShouldContain("story.published");
    }

    [Fact]
    public async Task The_checklist_stops_a_story_and_says_where_to_mend_it()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Begin("The dam");
        var saved = await tom.Save(story, 0, Content("The dam", Paragraphs("Words."), byline: ""));
        (await saved.Content.ReadAsStringAsync()).ShouldContain("\"place\":\"byline\"");
        await tom.Move(story, StoryState.Ready);
        var refused = await tom.Publish(story);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("The checklist still stops this story");
        page.ShouldContain($"/desk/stories/{story}#byline");
        page.ShouldContain($"/desk/stories/{story}#section");
        (await app.Story(story)).IsPublished.ShouldBeFalse();
    }

    [Fact]
    public async Task An_approval_falls_when_the_text_changes_and_its_giver_is_told()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        using var agnes = await app.Colleague(Roles.Owner, "Agnes Thorne");
        var story = await ines.Written(app, "The dam", "One.");
        await tom.Move(story, StoryState.Ready);
        var section = (await app.Story(story)).SectionId;
        (await agnes.Save(story, 1, Content("The dam", Paragraphs("Two."), section))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await app.Story(story)).State.ShouldBe(StoryState.WithEditor);
        (await agnes.Publish(story)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tom.Page("/desk")).ShouldContain("your approval no longer stands");
    }

    [Fact]
    public async Task What_was_sent_to_legal_is_not_published_before_legal_cleared_that_very_text()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        using var jonas = await app.Colleague(Roles.Legal, "Jonas Wiel");
        var story = await tom.Written(app, "The dam", "One.");
        await tom.Move(story, StoryState.Legal);
        (await tom.Move(story, StoryState.Ready)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await jonas.Move(story, StoryState.Ready);
        var section = (await app.Story(story)).SectionId;
        await tom.Save(story, 1, Content("The dam", Paragraphs("Two."), section));
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await tom.Move(story, StoryState.Legal);
        await jonas.Move(story, StoryState.Ready);
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish");
    }

    [Fact]
    public async Task A_correction_stays_visible_beside_the_first_version()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await Published(app, tom, "Thirty slips");
        var section = (await app.Story(story)).SectionId;
        await tom.Save(story, 1, Content("The dam", Paragraphs("Thirty-one slips"), section));
        var path = (await app.Story(story)).Path!;
        (await app.Page(path)).ShouldContain("Thirty slips");
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story, VersionKind.Correction)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tom.Publish(story, VersionKind.Correction, "There were thirty-one slips.")).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (
            await tom.Correct(story, "The number was one too low.", "It was one more.", "There were thirty-one slips.")
        ).ShouldLead("/desk");
        var page = await app.Page(path);
        page.ShouldContain("Thirty-one slips");
        page.ShouldNotContain("Thirty slips");
        page.ShouldContain("The number was one too low.");
        page.ShouldContain("It was one more.");
        page.ShouldContain("There were thirty-one slips.");
        page.ShouldContain("class=\"notice loud\"");
        page.ShouldContain(">v1</a>");
        page.ShouldContain(">v2</a>");
    }

    [Fact]
    public async Task A_retracted_story_keeps_its_text_under_the_note_and_a_taken_down_one_keeps_nothing()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await Published(app, tom, "All of it wrong");
        var path = (await app.Story(story)).Path!;
        await tom.Post($"/desk/stories/{story}/withdraw", [("note", "The notes were forged.")]);
        var retracted = await app.Page(path);
        retracted.ShouldContain("The notes were forged.");
        retracted.ShouldContain("All of it wrong");
        (await app.Page("/")).ShouldContain(">Retracted</span>");
        (await tom.Remove(story, "A court ordered it.")).ShouldLead("/desk");
        var answer = await app.Http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var gone = await answer.Content.ReadAsStringAsync();
        gone.ShouldContain("A court ordered it.");
        gone.ShouldNotContain("All of it wrong");
        (await app.Page("/")).ShouldNotContain(path);
    }

    [Fact]
    public async Task A_story_under_embargo_shows_nowhere_before_its_time_also_after_a_restart_over_the_hour()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        await app.InDatabase(async db =>
        {
            (await db.Newsroom()).TimeZone = "Europe/Berlin";
            return await db.SaveChangesAsync();
        });
        var story = await tom.Written(app, "The secret dam", "Words.");
        await tom.Post($"/desk/stories/{story}/assignment", [("staff", $"{tom.Id}"), ("embargo", "2026-03-14T14:00")]);
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tom.Publish(story, at: "2026-03-14T13:59")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tom.Publish(story, at: "2026-03-14T14:00")).ShouldLead("/desk");
        // 14:00 in Berlin is 13:00 UTC.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 14, 12, 59, 59, TimeSpan.Zero));
        await Due(app);
        (await app.Page("/")).ShouldNotContain("The secret dam");
        // The server was away over the hour; the first run afterwards makes up for it.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 14, 15, 30, 0, TimeSpan.Zero));
        await Due(app);
        await Due(app);
        (await app.Page("/")).ShouldContain("The secret dam");
        (await app.Story(story)).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_takes_a_story_off_the_schedule()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Written(app, "The dam", "Words.");
        await tom.Move(story, StoryState.Ready);
        await tom.Publish(story, at: "2026-03-14T14:00");
        (await app.Story(story)).State.ShouldBe(StoryState.Scheduled);
        await tom.Save(story, 1, Content("The dam", Paragraphs("Other words."), (await app.Story(story)).SectionId));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await Due(app);
        (await app.Story(story)).IsPublished.ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_of_a_live_story_is_written_privately_and_goes_out_at_its_time()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await Published(app, tom, "First text");
        var path = (await app.Story(story)).Path!;
        await tom.Save(story, 1, Content("The dam", Paragraphs("Second text"), (await app.Story(story)).SectionId));
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story, VersionKind.Update, "The board answered.", "2026-03-14T18:00")).ShouldLead("/desk");
        (await app.Page(path)).ShouldContain("First text");
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 14, 18, 0, 0, TimeSpan.Zero));
        await Due(app);
        var page = await app.Page(path);
        page.ShouldContain("Second text");
        page.ShouldContain("The board answered.");
    }

    [Fact]
    public async Task A_preview_shows_the_draft_in_readers_clothes_and_a_link_for_outside_ends()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Written(app, "The dam", "Not yet public.");
        (await ines.Page($"/desk/stories/{story}/preview")).ShouldContain("Not yet public.");
        (await app.Http.GetAsync($"/desk/stories/{story}/preview")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var made = await (
            await ines.Post($"/desk/stories/{story}/links", [("for", "the board"), ("hours", "24")])
        ).Content.ReadAsStringAsync();
        var secret = System.Text.RegularExpressions.Regex.Match(made, "/preview/([A-Za-z0-9_-]{32})").Groups[1].Value;
        (await app.Page($"/preview/{secret}")).ShouldContain("Not yet public.");
        (await app.Http.GetAsync($"/preview/{secret[..31]}x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromHours(25));
        (await app.Http.GetAsync($"/preview/{secret}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Writers_are_told_once_that_a_story_is_due_soon_and_once_that_it_is_late()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Written(app, "The dam", "Words.");
        await tom.Post($"/desk/stories/{story}/assignment", [("staff", $"{ines.Id}"), ("due", "2026-03-14T12:00")]);
        foreach (var hours in new[] { 0, 2, 0, 1, 1 })
        {
            app.Clock.Advance(TimeSpan.FromHours(hours));
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RemindOfDue>().Remind(CancellationToken.None);
        }
        var told = await app.InDatabase(db =>
            db.Set<Notice>()
                .Where(row => row.StaffId == ines.Id)
                .OrderBy(row => row.At)
                .Select(row => row.Kind)
                .ToListAsync()
        );
        told.ShouldBe([NoticeKind.DueSoon, NoticeKind.Overdue]);
    }

    [Fact]
    public async Task A_spiked_story_is_out_of_the_list_and_can_be_taken_up_again()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Written(app, "The dam", "Words.");
        await tom.Move(story, StoryState.Spiked);
        (await tom.Page("/desk/stories")).ShouldNotContain("The dam</a>");
        (await tom.Page("/desk/stories?state=Spiked")).ShouldContain("The dam</a>");
        (await tom.Move(story, StoryState.Pitch)).ShouldLead("/desk");
    }

    private static async Task<Guid> Published(OnRecordApp app, Colleague editor, string line)
    {
        var story = await editor.Written(app, "The dam", line);
        await editor.Move(story, StoryState.Ready);
        (await editor.Publish(story)).ShouldLead("/desk");
        return story;
    }

    private static Task Due(OnRecordApp app) =>
        app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
}
