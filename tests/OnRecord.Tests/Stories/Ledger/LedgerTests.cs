using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Stories.Ledger;

public class LedgerTests
{
    [Fact]
    public async Task Words_tied_to_a_source_come_before_readers_with_it()
    {
        await using var app = await OnRecordApp.Start();
        var (reporter, editor) = (await app.Colleague(Roles.Reporter), await app.Colleague(Roles.Editor, "Tom Brandt"));
        var story = await Said(app, reporter, "“It will hold,” ", "said Ada Lindqvist.", Ada());
        await PublishAs(story, reporter, editor);
        var line = (await app.Story(story)).Versions.Single().Content.Ledger.Single();
        line.Source.Name.ShouldBe("Ada Lindqvist");
        line.Standing.ShouldBe(SourceStanding.OnRecord);
        line.IsChecked.ShouldBeTrue();
        (await app.InDatabase(db => db.StorySources.CountAsync(row => row.StoryId == story))).ShouldBe(1);
    }

    [Fact]
    public async Task A_source_whose_words_are_gone_is_listed_as_lost_and_comes_back_with_them()
    {
        await using var app = await OnRecordApp.Start();
        var reporter = await app.Colleague(Roles.Reporter);
        var story = await Said(app, reporter, "“It will hold,” ", "said Ada Lindqvist.", Ada());
        var marked = (await app.Story(story)).Draft.Text;
        await Save(app, reporter, story, DeskErrands.Paragraphs("Nothing is said here."));
        (await Codes(reporter, story)).ShouldContain("Lost");
        (await app.Story(story)).Draft.ForReaders().Ledger.ShouldBeEmpty();
        await Save(app, reporter, story, JsonNode.Parse(ProseMirrorWriter.Write(marked))!.AsObject());
        (await Codes(reporter, story)).ShouldNotContain("Lost");
        (await app.Story(story)).Draft.ForReaders().Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_person_in_two_stories_is_one_source()
    {
        await using var app = await OnRecordApp.Start();
        var reporter = await app.Colleague(Roles.Reporter);
        await Said(app, reporter, "“It will hold,” ", "said Ada Lindqvist.", Ada());
        await Said(app, reporter, "“It held,” ", "said Ada Lindqvist.", Ada("ada  LINDQVIST"), "The dam held");
        (await app.InDatabase(db => db.Sources.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task People_who_are_not_named_are_never_taken_for_one_another()
    {
        await using var app = await OnRecordApp.Start();
        var reporter = await app.Colleague(Roles.Reporter);
        await Said(app, reporter, "It was graded poor, ", "a worker said.", Worker());
        await Said(app, reporter, "It was graded fair, ", "a worker said.", Worker(), "The other dam");
        (await app.InDatabase(db => db.Sources.CountAsync(row => !row.IsNamed))).ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_second_editor_nobody_stays_unnamed_before_readers()
    {
        await using var app = await OnRecordApp.Start();
        var reporter = await app.Colleague(Roles.Reporter | Roles.Editor);
        var editor = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await Said(app, reporter, "It was graded poor, ", "a worker said.", Worker());
        (await Codes(reporter, story)).ShouldContain("Unapproved");
        await reporter.Move(story, StoryState.WithEditor);
        await editor.Move(story, StoryState.Ready);
        (await editor.Publish(story)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var source = await app.InDatabase(db => db.Sources.SingleAsync());
        (await Approve(reporter, story, source.Id)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Approve(editor, story, source.Id)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Codes(reporter, story)).ShouldNotContain("Unapproved");
        (await editor.Publish(story)).ShouldLead($"/desk/stories/{story}");
        var line = (await app.Story(story)).Versions.Single().Content.Ledger.Single();
        line.Source.Id.ShouldBeNull();
        line.Source.Reason.ShouldBe(NotNamedReason.CouldLoseJob);
    }

    [Fact]
    public async Task An_agreement_falls_with_another_reason()
    {
        await using var app = await OnRecordApp.Start();
        var reporter = await app.Colleague(Roles.Reporter);
        var editor = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await Said(app, reporter, "It was graded poor, ", "a worker said.", Worker());
        var source = await app.InDatabase(db => db.Sources.SingleAsync());
        await Approve(editor, story, source.Id);
        await app.InDatabase(async db =>
        {
            (await db.Sources.SingleAsync()).Reason = NotNamedReason.Privacy;
            return await db.SaveChangesAsync();
        });
        (await Codes(reporter, story)).ShouldContain("Unapproved");
    }

    [Fact]
    public async Task What_changes_in_the_ledger_takes_back_an_approval()
    {
        await using var app = await OnRecordApp.Start();
        var (reporter, editor) = (await app.Colleague(Roles.Reporter), await app.Colleague(Roles.Editor, "Tom Brandt"));
        var story = await Said(app, reporter, "“It will hold,” ", "said Ada Lindqvist.", Ada());
        await reporter.Move(story, StoryState.WithEditor);
        await editor.Move(story, StoryState.Ready);
        var entry = await app.InDatabase(db => db.LedgerEntries.SingleAsync());
        var said = Ada();
        said["standing"] = "OnBackground";
        (await Put(editor, story, entry.Id, said)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Story(story)).State.ShouldBe(StoryState.WithEditor);
    }

    [Fact]
    public async Task A_spelling_of_a_source_makes_a_quiet_version_and_leaves_the_draft_alone()
    {
        await using var app = await OnRecordApp.Start();
        var (reporter, editor) = (await app.Colleague(Roles.Reporter), await app.Colleague(Roles.Editor, "Tom Brandt"));
        var story = await Said(app, reporter, "“It will hold,” ", "said Ada Lindqvist.", Ada());
        await PublishAs(story, reporter, editor);
        await Save(app, editor, story, DeskErrands.Paragraphs("Something quite else is being written."));
        await Rename(app, "Ada Lindquist", quiet: true, editor.Id);
        var after = await app.Story(story);
        after.Versions.Count.ShouldBe(2);
        var version = after.Versions.Single(row => row.Number == 2);
        version.IsQuiet.ShouldBeTrue();
        version.Content.Ledger.Single().Source.Name.ShouldBe("Ada Lindquist");
        PlainText.Of(version.Content.Text).ShouldContain("It will hold");
        after.UpdatedAt.ShouldBeNull();
        PlainText.Of(after.Draft.Text).ShouldContain("quite else");
    }

    [Fact]
    public async Task Nothing_said_of_another_storys_entry_is_taken()
    {
        await using var app = await OnRecordApp.Start();
        var reporter = await app.Colleague(Roles.Reporter);
        await Said(app, reporter, "“It will hold,” ", "said Ada Lindqvist.", Ada());
        var other = await reporter.Written(app, "Another", "Another text.");
        var entry = await app.InDatabase(db => db.LedgerEntries.SingleAsync());
        (await Put(reporter, other, entry.Id, Ada())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Marks_without_an_entry_do_not_reach_readers()
    {
        await using var app = await OnRecordApp.Start();
        var reporter = await app.Colleague(Roles.Reporter);
        var story = await reporter.Written(app, "The dam", "Said by nobody.");
        await Save(app, reporter, story, Marked(Guid.CreateVersion7(), "Said ", "by nobody."));
        MarkedPassages.Of((await app.Story(story)).Draft.Text).Count.ShouldBe(1);
        MarkedPassages.Of((await app.Story(story)).Draft.ForReaders().Text).ShouldBeEmpty();
    }

    private static JsonObject Ada(string name = "Ada Lindqvist") =>
        new()
        {
            ["name"] = name,
            ["kind"] = "Person",
            ["role"] = "chair",
            ["affiliation"] = "Lowland water board",
            ["form"] = "Direct",
            ["standing"] = "OnRecord",
            ["channel"] = "PublicStatement",
        };

    private static JsonObject Worker() =>
        new()
        {
            ["name"] = "a person who works at the site",
            ["kind"] = "Person",
            ["isNamed"] = false,
            ["reason"] = "CouldLoseJob",
            ["form"] = "Indirect",
            ["channel"] = "SaidToUs",
        };

    private static async Task<Guid> Said(
        OnRecordApp app,
        Colleague who,
        string words,
        string rest,
        JsonObject source,
        string headline = "The dam"
    )
    {
        var (story, entry) = (await who.Written(app, headline, words + rest), Guid.CreateVersion7());
        (await Put(who, story, entry, source, words)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Save(app, who, story, Marked(entry, words, rest));
        return story;
    }

    private static JsonObject Marked(Guid entry, string words, string rest) =>
        JsonNode
            .Parse(
                ProseMirrorWriter.Write(
                    new StoryDocument([
                        new Paragraph([
                            new Text(words) { Marks = [new Documents.Attribution($"{entry}")] },
                            new Text(rest),
                        ]),
                    ])
                )
            )!
            .AsObject();

    private static Task<HttpResponseMessage> Put(
        Colleague who,
        Guid story,
        Guid entry,
        JsonObject said,
        string words = "words"
    )
    {
        var form = said.DeepClone().AsObject();
        form["words"] = words;
        return who.Send(HttpMethod.Put, $"/desk/stories/{story}/ledger/{entry}", form);
    }

    private static Task<HttpResponseMessage> Approve(Colleague who, Guid story, Guid source) =>
        who.Send(HttpMethod.Post, $"/desk/stories/{story}/ledger/sources/{source}/approve", null);

    private static async Task Save(OnRecordApp app, Colleague who, Guid story, JsonObject text)
    {
        var row = await app.Story(story);
        var content = DeskErrands.Content(row.Draft.Headline, text, row.Draft.SectionId);
        var saved = await who.Save(story, row.Revision, content);
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        await who.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{who.Id}", act = "release" });
    }

    private static async Task<List<string>> Codes(Colleague who, Guid story)
    {
        var ledger = await (await who.Send(HttpMethod.Get, $"/desk/stories/{story}/ledger", null)).Json();
        return [.. ledger["checks"]!.AsArray().Select(check => check!["code"]!.GetValue<string>())];
    }

    private static async Task PublishAs(Guid story, Colleague reporter, Colleague editor)
    {
        await reporter.Move(story, StoryState.WithEditor);
        await editor.Move(story, StoryState.Ready);
        (await editor.Publish(story)).ShouldLead($"/desk/stories/{story}");
    }

    private static async Task Rename(OnRecordApp app, string name, bool quiet, Guid by)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(async () =>
        {
            var source = await db.Sources.SingleAsync();
            source.Name = name;
            await ChangeSource.Follow(db, source, [source.Id], _ => "Spelling", quiet, by, app.Clock.GetUtcNow());
        });
    }
}
