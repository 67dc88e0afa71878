using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.PublicRecord;
using OnRecord.Stories;

namespace OnRecord.Tests.Desk.Publishing;

public class RemovalTests
{
    [Fact]
    public async Task Removal_by_law_first_names_what_it_destroys_for_good()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Ada Holm was aboard.");
        var path = $"/desk/stories/{story}/remove";
        (await tom.Page($"/desk/stories/{story}/publish")).ShouldContain($"href=\"{path}\"");
        (await tom.Page(path)).ShouldContain("Protection of personal data");
        var refused = await tom.Post(path, [("which", "some"), ("confirmed", "on")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            page => page.ShouldContain("Choose what the law gives as the reason."),
            page => page.ShouldContain("Say in a sentence why the story is taken down."),
            page => page.ShouldContain("Choose at least one version")
        );
        var asked = await tom.Post(path, [("reason", "data-protection"), ("note", "A name."), ("which", "all")]);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var question = await asked.Content.ReadAsStringAsync();
        question.ShouldContain("Destroyed for good");
        question.ShouldContain("v1 First,");
        question.ShouldContain("the statement that was sealed, and its salt");
        question.ShouldContain("at its address only the notice is left");
        (await app.Story(story)).Versions.Single().Content.Headline.ShouldBe("The ferry");
    }

    [Fact]
    public async Task All_that_was_shown_is_destroyed_and_the_log_still_says_that_it_was()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Ada Holm was aboard.");
        await tom.Rewrite(app, story, "Ada Holm was not aboard.");
        (await tom.Correct(story, "Ada Holm was aboard.", "She was not.", "Ada Holm told us.")).ShouldLead("/desk");
        (await tom.Remove(story, "A court asked for it.", "data-protection")).ShouldLead("/desk");
        var read = await app.Story(story);
        read.TakenDownAt.ShouldNotBeNull();
        foreach (var version in read.Versions.Where(row => row.Number < 3))
            (
                version.ErasedAt is not null,
                version.Content.Headline,
                version.Content.Text.Blocks.Count,
                version.Note,
                version.Wrong,
                version.Right
            ).ShouldBe((true, "—", 0, "", null, null));
        var removal = read.Versions.Single(row => row.Number == 3);
        (removal.Kind, removal.Reason, removal.ErasedAt).ShouldBe((VersionKind.Takedown, "data-protection", null));
        var answer = await app.Http.GetAsync(read.Path!);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var gone = await answer.Content.ReadAsStringAsync();
        gone.ShouldContain("It was removed because the law that protects personal data asks for it.");
        gone.ShouldContain("A court asked for it.");
        gone.ShouldNotContain("Ada Holm");
        var sealedRows = await app.InDatabase(db => db.Set<SealedVersion>().OrderBy(row => row.Number).ToListAsync());
        sealedRows.Select(row => row.Salt is null).ShouldBe([true, true, false]);
        sealedRows.Select(row => row.Statement is null).ShouldBe([true, true, false]);
        var entries = await app.InDatabase(db => db.Set<RecordEntry>().OrderBy(row => row.Index).ToListAsync());
        entries
            .Select(row => JsonDocument.Parse(row.Bytes).RootElement.GetProperty("type").GetString())
            .Order()
            .ShouldBe(["erasure", "erasure", "version", "version", "version"]);
        var file = await app.Http.GetAsync($"/record/versions/{story}/1.json");
        file.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await file.Content.ReadAsStringAsync()).ShouldContain("data-protection");
        (await app.Page($"/record/versions/{story}/3.json")).ShouldContain("removal");
        (await app.Page("/corrections")).ShouldNotContain("Ada Holm");
        (await app.Page("/corrections/feed")).ShouldNotContain("Ada Holm");
    }

    [Fact]
    public async Task A_name_goes_from_old_versions_while_the_story_stays_up()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Ada Holm was aboard.");
        await tom.Rewrite(app, story, "A passenger was aboard.");
        (await tom.Publish(story, VersionKind.Update, "A name is gone.")).ShouldLead("/desk");
        var asked = await tom.Post(
            $"/desk/stories/{story}/remove",
            [("reason", "data-protection"), ("note", "A name."), ("which", "some"), ("version", "1")]
        );
        (await asked.Content.ReadAsStringAsync()).ShouldContain("The story stays up");
        var before = await app.Story(story);
        (await tom.Remove(story, "A name had to go.", "data-protection", 1)).ShouldLead("/desk");
        var read = await app.Story(story);
        (read.TakenDownAt, read.UpdatedAt).ShouldBe((null, before.UpdatedAt));
        read.Versions.Single(row => row.Number == 1).ErasedAt.ShouldNotBeNull();
        var live = read.Versions.Single(row => row.Number == 3);
        (live.Kind, live.IsNotice).ShouldBe((VersionKind.Takedown, false));
        live.Id.ShouldBe(read.LiveVersionId!.Value);
        var page = await app.Page(read.Path!);
        page.ShouldContain("A passenger was aboard.");
        page.ShouldContain("A name had to go.");
        (await app.Page("/")).ShouldContain(read.Path!);
        var acts = await app.InDatabase(db =>
            db.Set<AuditEntry>().Where(row => row.Act == "story.versions-removed").SingleAsync()
        );
        acts.Detail.ShouldBe("data-protection, v1: A name had to go.");
        (await tom.Remove(story, "Again.", "data-protection", 1)).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        // Later all of it has to go, and what was shown again with the removal goes with it.
        (await tom.Remove(story, "A court asked for it.")).ShouldLead("/desk");
        (await app.Story(story)).Versions.Count(row => row.ErasedAt is not null).ShouldBe(3);
        (await app.Http.GetAsync(read.Path!)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_story_that_was_removed_can_be_published_again()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Ada Holm was aboard.");
        (await tom.Remove(story, "A court asked for it.")).ShouldLead("/desk");
        await tom.Rewrite(app, story, "A passenger was aboard.");
        (await tom.Publish(story, VersionKind.Update, "Without the name.")).ShouldLead("/desk");
        (await app.Page((await app.Story(story)).Path!)).ShouldContain("A passenger was aboard.");
        // The notice of the first removal is no story, and stays.
        (await app.Story(story))
            .Removable()
            .ShouldBe([3]);
    }
}
