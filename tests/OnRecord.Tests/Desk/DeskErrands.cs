using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OnRecord.Stories;

namespace OnRecord.Tests.Desk;

/// <summary>What tests of the desk do over and over: begin a story, write in it, hand it on, publish it.</summary>
internal static class DeskErrands
{
    public static JsonObject Paragraphs(params string[] lines) =>
        new()
        {
            ["type"] = "doc",
            ["content"] = new JsonArray([
                .. lines.Select(line => new JsonObject
                {
                    ["type"] = "paragraph",
                    ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = line }),
                }),
            ]),
        };

    public static async Task<Guid> Begin(this Colleague who, string headline, bool write = true)
    {
        var fields = new List<(string, string)> { ("headline", headline), ("language", "en"), ("mine", "on") };
        if (write)
            fields.Add(("write", "1"));
        var answer = await who.Post("/desk/stories/new", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return write ? Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]) : Guid.Empty;
    }

    public static JsonObject Content(
        string headline,
        JsonObject text,
        Guid? section = null,
        string byline = "Ines Okafor"
    ) =>
        new()
        {
            ["headline"] = headline,
            ["deck"] = null,
            ["language"] = "en",
            ["sectionId"] = section?.ToString(),
            ["byline"] = new JsonArray(byline),
            ["topics"] = new JsonArray(),
            ["lead"] = null,
            ["text"] = text.DeepClone(),
        };

    public static Task<HttpResponseMessage> Save(
        this Colleague who,
        Guid story,
        int revision,
        JsonObject content,
        string? tab = null
    ) =>
        who.Send(
            HttpMethod.Put,
            $"/desk/stories/{story}/draft",
            new JsonObject
            {
                ["base"] = revision,
                ["tab"] = tab ?? $"{who.Id}",
                ["content"] = content.DeepClone(),
            }
        );

    /// <summary>A story with all it needs, being written.</summary>
    public static async Task<Guid> Written(this Colleague who, OnRecordApp app, string headline, params string[] lines)
    {
        var section = await app.InDatabase(async db =>
        {
            var water = await Section.Named(db, "Water");
            await db.SaveChangesAsync();
            return water.Id;
        });
        var story = await who.Begin(headline);
        var saved = await who.Save(story, 0, Content(headline, Paragraphs(lines), section));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        await who.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{who.Id}", act = "release" });
        return story;
    }

    public static Task<HttpResponseMessage> Move(this Colleague who, Guid story, StoryState to, string note = "") =>
        who.Post($"/desk/stories/{story}/state", [("to", $"{to}"), ("note", note)]);

    public static Task<HttpResponseMessage> Publish(
        this Colleague who,
        Guid story,
        VersionKind kind = VersionKind.First,
        string note = "",
        string? at = null
    ) =>
        who.Post(
            $"/desk/stories/{story}/publish",
            [("kind", $"{kind}"), ("note", note), ("when", at is null ? "now" : "at"), ("at", at ?? "")]
        );

    public static Task<HttpResponseMessage> Correct(
        this Colleague who,
        Guid story,
        string wrong,
        string right,
        string note = "",
        int? since = null,
        string? at = null
    ) =>
        who.Post(
            $"/desk/stories/{story}/publish",
            [
                ("kind", "Correction"),
                ("wrong", wrong),
                ("right", right),
                ("since", $"{since}"),
                ("note", note),
                ("when", at is null ? "now" : "at"),
                ("at", at ?? ""),
            ]
        );

    /// <summary>Says that only the spelling changed.</summary>
    public static Task<HttpResponseMessage> Spell(this Colleague who, Guid story, bool confirmed = false) =>
        who.Post(
            $"/desk/stories/{story}/publish",
            [("kind", "Spelling"), ("note", ""), ("when", "now"), ("confirmed", confirmed ? "on" : "")]
        );

    /// <summary>Removes versions by law; all that are there where none is named.</summary>
    public static Task<HttpResponseMessage> Remove(
        this Colleague who,
        Guid story,
        string note,
        string reason = "court-order",
        params int[] versions
    ) =>
        who.Post(
            $"/desk/stories/{story}/remove",
            [
                ("reason", reason),
                ("note", note),
                ("which", versions.Length == 0 ? "all" : "some"),
                ("confirmed", "on"),
                .. versions.Select(number => ("version", $"{number}")),
            ]
        );

    /// <summary>Writes another text into a published story and has it approved.</summary>
    public static async Task Rewrite(this Colleague who, OnRecordApp app, Guid story, params string[] lines)
    {
        var read = await app.Story(story);
        var content = Content(read.Draft.Headline, Paragraphs(lines), read.SectionId);
        var saved = await who.Save(story, read.Revision, content);
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        (await who.Move(story, StoryState.Ready)).ShouldLead("/desk/stories");
    }

    /// <summary>A story that readers have.</summary>
    public static async Task<Guid> Published(
        this Colleague who,
        OnRecordApp app,
        string headline,
        params string[] lines
    )
    {
        var story = await who.Written(app, headline, lines);
        (await who.Move(story, StoryState.Ready)).ShouldLead("/desk/stories");
        (await who.Publish(story)).ShouldLead("/desk");
        return story;
    }

    public static Task<Story> Story(this OnRecordApp app, Guid id) =>
        app.InDatabase(db => db.Stories.Include(row => row.Versions).AsNoTracking().SingleAsync(row => row.Id == id));

    public static async Task<JsonObject> Json(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>()).ShouldNotBeNull();

    public static void ShouldLead(this HttpResponseMessage answer, string to)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, answer.Content.ReadAsStringAsync().Result);
        answer.Headers.Location!.ToString().ShouldStartWith(to);
    }
}
