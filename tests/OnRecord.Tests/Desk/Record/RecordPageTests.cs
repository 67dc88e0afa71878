using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;
using OnRecord.Tests.PublicRecord;
using OnRecord.Tests.PublicRecord.Keeping;
using OnRecord.Tests.PublicRecord.Witnessing;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.Desk.Record;

public class RecordPageTests
{
    [Fact]
    public async Task The_desk_says_how_the_record_stands_and_what_is_in_it()
    {
        await using var app = await OnRecordApp.Start();
        using var moderator = await app.Colleague(Roles.Moderator);
        (await moderator.Page("/desk/record")).ShouldContain("the record has not begun");
        var story = await app.Published("The ferry is back");
        await app.Updated(story, "The ferry is gone again");
        var (key, _) = await app.Checkpoint();
        var page = await moderator.Page("/desk/record");
        page.ShouldContain("2 versions; 2 entries in the record");
        WebUtility.HtmlDecode(page).ShouldContain($"news.example.org/record+{key.Id:x8}");
        page.ShouldContain("In order");
        page.ShouldContain("Nobody witnesses this record yet");
        page.ShouldContain("The ferry is gone again");
        page.ShouldContain($"/record/proof/{story}/2.tlog-proof");
        page.ShouldContain($"/record/versions/{story}/1.json");
        page.ShouldContain("href=\"/desk/record\" class=\"here\"");
        using var log = new OtherLog(entries: 3);
        app.Witnesses(log);
        await app.AddCheckpoint(log.Request(0, 3));
        (await moderator.Page("/desk/record")).ShouldContain("other.example/record");
    }

    [Fact]
    public async Task The_desk_says_why_the_record_cannot_be_signed_in_the_readers_language()
    {
        await using var app = await OnRecordApp.Start();
        using var olha = await app.Colleague(Roles.Editor, "Ольга", "uk");
        await app.Published("The ferry is back");
        await app.Published("The school opens");
        await app.Checkpoint();
        await app.RollBack(1);
        (await olha.Page("/desk/record")).ShouldContain("Публічний реєстр підписано до запису 2, а в цій базі їх 1");
    }

    [Fact]
    public async Task More_entries_than_a_page_holds_are_paged()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        var story = await app.Published("The ferry is back");
        for (var update = 0; update < 52; update++)
            await app.Updated(story, $"The ferry, day {update}");
        (await editor.Page("/desk/record")).ShouldContain("/desk/record?before=3");
        var older = await editor.Page("/desk/record?before=3");
        older.ShouldContain("First published");
        older.ShouldNotContain("?before=");
    }

    [Fact]
    public async Task A_policy_file_that_cannot_be_read_is_said_at_the_desk()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        app.Policy("witnesses.policy", "wittness x");
        (await editor.Page("/desk/record")).ShouldContain("“wittness” is not one of log, witness, group, quorum");
    }

    [Fact]
    public async Task Publishing_what_cannot_be_sealed_is_refused_with_the_reason_and_keeps_what_was_typed()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Written(app, "The dam will hold", "The board says so.");
        await tom.Move(story, StoryState.Ready);
        await app.Published("The ferry is back");
        File.Delete(Path.Combine(app.Keys, "record.key"));
        var refused = await tom.Publish(story, note: "Typed with care.");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("is missing, with which the public record is signed");
        page.ShouldContain("Typed with care.");
        (await app.Story(story)).ShouldSatisfyAllConditions(
            row => row.IsPublished.ShouldBeFalse(),
            row => row.State.ShouldBe(StoryState.Ready)
        );
    }

    [Fact]
    public async Task A_scheduled_story_that_cannot_be_sealed_is_taken_off_and_its_editor_told_why()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Written(app, "The dam will hold", "The board says so.");
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story, at: "2026-03-14T18:00")).ShouldLead($"/desk/stories/{story}/publish");
        await app.Published("The ferry is back");
        File.Delete(Path.Combine(app.Keys, "record.key"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        (await app.Story(story)).ShouldSatisfyAllConditions(
            row => row.IsPublished.ShouldBeFalse(),
            row => row.State.ShouldBe(StoryState.Ready)
        );
        var notice = await app.InDatabase(db =>
            db.Set<Notice>().SingleAsync(row => row.Kind == NoticeKind.NotPublished)
        );
        notice.Text.ShouldContain("is missing, with which the public record is signed");
    }
}
