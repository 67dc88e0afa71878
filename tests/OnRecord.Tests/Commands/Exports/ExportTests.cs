using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Commands.Exports;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Media;

namespace OnRecord.Tests.Commands.Exports;

public sealed class ExportTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("onrecord-export-").FullName, "out");

    [Fact]
    public async Task Every_version_is_there_as_json_html_and_text_and_no_draft()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Written(app, "The dam", "The first words.");
        await tom.Written(app, "A draft nobody saw", "Secret words.");
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish");
        var first = await app.Story(story);
        var changed = DeskErrands.Content("The dam", DeskErrands.Paragraphs("The second <words>."), first.SectionId);
        (await tom.Save(story, first.Revision, changed)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await tom.Move(story, StoryState.Ready);
        (await tom.Correct(story, "Other words.", "These words.", "The words were wrong.")).ShouldLead(
            $"/desk/stories/{story}"
        );
        await Rewrite(app, tom, story, "Words of the desk only.");
        var made = await Export(app);
        (made.Stories, made.Versions).ShouldBe((1, 2));
        var path = (await app.Story(story)).Path!;
        var index = Json("index.json");
        index["stories"]!.AsArray().Single()!["folder"]!.GetValue<string>().ShouldBe($"stories{path}");
        var told = Json($"stories{path}/story.json");
        told["versions"]!.AsArray().Select(row => row!["kind"]!.GetValue<string>()).ShouldBe(["first", "correction"]);
        told["versions"]![1]!["correction"]!["wrong"]!.GetValue<string>().ShouldBe("Other words.");
        told["versions"]![1]!["note"]!.GetValue<string>().ShouldBe("The words were wrong.");
        Read($"stories{path}/versions/1.txt").ShouldBe("The dam\n\nInes Okafor\n\nThe first words.\n");
        Read($"stories{path}/versions/2.html").ShouldContain("<p>The second &lt;words&gt;.</p>");
        Read($"stories{path}/versions/2.html").ShouldContain("<html lang=\"en\">");
        Json($"stories{path}/versions/1.json")["section"]!.GetValue<string>().ShouldBe("Water");
        Json($"stories{path}/versions/1.ledger.json", array: true).AsArray().ShouldBeEmpty();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            text.ShouldNotContain("Secret words");
            text.ShouldNotContain("Words of the desk only");
            text.ShouldNotContain($"{tom.Id}");
        }
        await using var scope = app.Services.CreateAsyncScope();
        (await ExportNewsroom.Run(scope.ServiceProvider, folder, app.Clock))
            .Problems[0]
            .Message.ShouldContain("is not an empty folder");
    }

    [Fact]
    public async Task Of_a_story_that_was_taken_down_only_the_notice_is_there()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Written(app, "The dam", "Words that had to go.");
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish");
        (await tom.Remove(story, "A court ordered it.")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await Export(app);
        var path = (await app.Story(story)).Path!;
        var told = Json($"stories{path}/story.json");
        told["versions"]!.AsArray().Select(row => row!["withheld"]!.GetValue<bool>()).ShouldBe([true, false]);
        File.Exists(Path.Combine(folder, $"stories{path}/versions/1.json")).ShouldBeFalse();
        Read($"stories{path}/versions/2.txt").ShouldContain("A court ordered it.");
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            (await File.ReadAllTextAsync(file)).ShouldNotContain("had to go");
    }

    [Fact]
    public async Task Pictures_carry_their_credit_and_nothing_that_readers_were_not_shown()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var picture = TestPictures.WithXmp(TestPictures.Halves(2400, 1600), "At her house, Mill Lane 4");
        string sha256;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OnRecord.Platform.Storage.OnRecordDb>();
            var added = await scope
                .ServiceProvider.GetRequiredService<AddPicture>()
                .From(picture, "one.jpg", null, "Photo: Ana Ruiz");
            added.Refused.ShouldBeFalse();
            added.Value!.Describe(new PictureWords("Photo: Ana Ruiz", null, "Two halves", null));
            await db.SaveChangesAsync();
            sha256 = added.Value.Sha256;
        }
        var story = await tom.Written(app, "The dam", "Words.");
        await Rewrite(
            app,
            tom,
            story,
            "Words.",
            new Figure($"media:{sha256}/2400x1600", "Two halves", [], "Photo: Ana Ruiz")
        );
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish");
        (await Export(app)).Pictures.ShouldBe(1);
        var path = (await app.Story(story)).Path!;
        Read($"stories{path}/versions/1.html")
            .ShouldContain($"src=\"../../../../../pictures/{sha256[..2]}/{sha256}.jpg\"");
        Json($"pictures/{sha256[..2]}/{sha256}.json")["credit"]!.GetValue<string>().ShouldBe("Photo: Ana Ruiz");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, $"pictures/{sha256[..2]}/{sha256}.jpg"));
        bytes.AsSpan().IndexOf("Mill Lane"u8).ShouldBe(-1);
        bytes.AsSpan().IndexOf("Ana Ruiz"u8).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_newsroom_that_hides_its_sources_exports_none()
    {
        var content = new StoryContent
        {
            Headline = "x",
            Language = "en",
            Text = new StoryDocument([
                new Paragraph([new Text("Said.") { Marks = [new Documents.Attribution("one")] }]),
            ]),
            Ledger =
            [
                new OnRecord.Sources.LedgerLine
                {
                    Id = "one",
                    Form = Attribution.Form.Direct,
                    IsChecked = true,
                    Source = new OnRecord.Sources.LedgerSource
                    {
                        Name = "Ana",
                        Kind = Attribution.SourceKind.Person,
                        IsNamed = true,
                    },
                },
            ],
        };
        PublicLedger.Of(content).Single().Words.ShouldBe("Said.");
        var without = PublicLedger.Without(content);
        ProseMirrorWriter.Write(without.Text).ShouldNotContain("one");
        without.Ledger.Count.ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    private async Task<Exported> Export(OnRecordApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var made = await ExportNewsroom.Run(scope.ServiceProvider, folder, app.Clock);
        made.Refused.ShouldBeFalse();
        return made.Value!;
    }

    private static Task Rewrite(OnRecordApp app, Colleague who, Guid story, string words, params Block[] more) =>
        app.InDatabase(async db =>
        {
            var row = await db.Stories.SingleAsync(one => one.Id == story);
            row.Save(
                row.Draft with
                {
                    Text = new StoryDocument([new Paragraph([new Text(words)]), .. more]),
                },
                who.Id,
                app.Clock.GetUtcNow()
            );
            return await db.SaveChangesAsync();
        });

    private string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    private JsonNode Json(string name, bool array = false)
    {
        var node = JsonNode.Parse(Read(name))!;
        (node is JsonArray).ShouldBe(array);
        return node;
    }
}
