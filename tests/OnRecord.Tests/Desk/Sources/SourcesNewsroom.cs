using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using static OnRecord.Tests.Desk.DeskErrands;

namespace OnRecord.Tests.Desk.Sources;

/// <summary>A reporter and two editors over a ledger of sources.</summary>
internal sealed class SourcesNewsroom : IAsyncDisposable
{
    public required OnRecordApp App { get; init; }

    /// <summary>A reporter.</summary>
    public required Colleague Ines { get; init; }

    /// <summary>An editor.</summary>
    public required Colleague Tom { get; init; }

    /// <summary>Another editor.</summary>
    public required Colleague Ada { get; init; }

    public static async Task<SourcesNewsroom> Open(string language = "en")
    {
        var app = await OnRecordApp.Start();
        return new SourcesNewsroom
        {
            App = app,
            Ines = await app.Colleague(Roles.Reporter, language: language),
            Tom = await app.Colleague(Roles.Editor, "Tom Brandt", language),
            Ada = await app.Colleague(Roles.Editor, "Maria Reyes", language),
        };
    }

    /// <summary>A story whose paragraphs are these statements, each in the ledger.</summary>
    public async Task<Guid> Write(string headline, params Said[] statements)
    {
        var section = await App.InDatabase(async db =>
        {
            var water = await Section.Named(db, "Water");
            await db.SaveChangesAsync();
            return water.Id;
        });
        var story = await Ines.Begin(headline);
        var saved = await Ines.Save(story, 0, Content(headline, Text(statements), section));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        await Ines.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{Ines.Id}", act = "release" });
        foreach (var said in statements.Where(said => said.Name is not null))
            await Say(story, said);
        return story;
    }

    public async Task Say(Guid story, Said said)
    {
        var kept = await Ines.Send(
            HttpMethod.Put,
            $"/desk/stories/{story}/ledger/{said.Id}",
            new
            {
                words = said.Words,
                name = said.Name,
                kind = said.Kind,
                role = said.Role,
                isNamed = said.IsNamed,
                reason = said.Reason,
                form = said.Form,
                standing = "OnRecord",
                viaName = said.Via,
                sourceId = said.Source,
            }
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.OK, await kept.Content.ReadAsStringAsync());
    }

    public async Task<Guid> Publish(string headline, params Said[] statements)
    {
        var story = await Write(headline, statements);
        await Publish(story);
        return story;
    }

    public async Task Publish(Guid story)
    {
        foreach (var source in await App.InDatabase(db => AskSecondEditor.Waiting(db, story)))
            (await Ada.Post($"/desk/stories/{story}/sources/unnamed/{source}/agree", [])).StatusCode.ShouldBe(
                HttpStatusCode.SeeOther
            );
        (await Tom.Move(story, StoryState.Ready)).ShouldLead("/desk/stories");
        var isFirst = !(await App.Story(story)).IsPublished;
        var kind = isFirst ? VersionKind.First : VersionKind.Update;
        (await Tom.Publish(story, kind, isFirst ? "" : "More was learned.")).ShouldLead($"/desk/stories/{story}");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public Task<Source> Source(string name) =>
        App.InDatabase(db => db.Set<Source>().AsNoTracking().SingleAsync(row => row.Name == name));

    public async Task<StoryVersion> Live(Guid story)
    {
        var read = await App.Story(story);
        return read.Versions.Single(version => version.Id == read.LiveVersionId);
    }

    public static async Task<IHtmlDocument> Page(Colleague who, string path) =>
        new HtmlParser().ParseDocument(await who.Page(path));

    public static async Task<IHtmlDocument> Page(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>A source's form as its page holds it, with some fields filled in anew.</summary>
    public static (string, string)[] Fields(Source source, params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = source.Name,
            ["kind"] = $"{source.Kind}",
            ["role"] = source.Role ?? "",
            ["affiliation"] = source.Affiliation ?? "",
            ["address"] = source.Address ?? "",
            ["named"] = source.IsNamed ? "yes" : "no",
            ["reason"] = $"{source.Reason}",
            ["notes"] = source.Notes,
        };
        foreach (var (name, value) in changed)
            fields[name] = value;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    public static JsonObject Text(params Said[] statements) =>
        new()
        {
            ["type"] = "doc",
            ["content"] = new JsonArray([
                .. statements.Select(said => new JsonObject
                {
                    ["type"] = "paragraph",
                    ["content"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "text",
                            ["text"] = said.Words,
                            ["marks"] = new JsonArray(
                                new JsonObject
                                {
                                    ["type"] = "attribution",
                                    ["attrs"] = new JsonObject { ["id"] = $"{said.Id}" },
                                }
                            ),
                        }
                    ),
                }),
            ]),
        };

    public async ValueTask DisposeAsync()
    {
        Ines.Dispose();
        Tom.Dispose();
        Ada.Dispose();
        await App.DisposeAsync();
    }
}

/// <param name="Words">The paragraph, all of it marked.</param>
/// <param name="Name">Whose; null where nobody has said it yet.</param>
internal sealed record Said(string Words, string? Name)
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public string Kind { get; init; } = "Person";
    public string? Role { get; init; }
    public bool IsNamed { get; init; } = true;
    public string? Reason { get; init; }
    public string Form { get; init; } = "Direct";
    public string? Via { get; init; }
    public Guid? Source { get; init; }

    public static Said Unnamed(string words, string stands = "Two people who work at the site") =>
        new(words, stands)
        {
            Kind = "Group",
            IsNamed = false,
            Reason = "CouldLoseJob",
        };
}
