using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;
using static OnRecord.Tests.Desk.DeskErrands;

namespace OnRecord.Tests.Desk.Sources;

/// <summary>What tests of evidence do over and over: a story with a statement in its ledger, a copy behind it.</summary>
internal static class EvidenceErrands
{
    public static Task<OnRecordApp> Start() => OnRecordApp.Start(settings: ("Fetching:AllowPrivateAddresses", "true"));

    /// <summary>A story whose words are somebody's, accepted in its ledger.</summary>
    public static async Task<(Guid Story, Guid Entry)> Cited(
        this Colleague who,
        OnRecordApp app,
        bool named = true,
        string headline = "The mill closes"
    )
    {
        var story = await who.Written(app, headline, "“The mill will close,” said Agnes Thorne.");
        var entry = Guid.CreateVersion7();
        var kept = await who.Send(
            HttpMethod.Put,
            $"/desk/stories/{story}/ledger/{entry}",
            new
            {
                words = "“The mill will close,”",
                name = named ? "Agnes Thorne" : "a person who works there",
                kind = "Person",
                isNamed = named,
                reason = named ? null : "CouldLoseJob",
                form = "Direct",
                standing = "OnRecord",
                channel = "SaidToUs",
            }
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.OK, await kept.Content.ReadAsStringAsync());
        var now = await app.Story(story);
        var saved = await who.Save(story, now.Revision, Content(headline, Marked($"{entry}"), now.Draft.SectionId));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        await who.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{who.Id}", act = "release" });
        return (story, entry);
    }

    /// <summary>Sends the form that adds a copy.</summary>
    public static async Task<HttpResponseMessage> Copy(
        this Colleague who,
        string path,
        string? address = null,
        (string Name, byte[] Bytes)? file = null,
        bool json = false,
        string title = ""
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await who.Token()), "__RequestVerificationToken" },
            { new StringContent(title), "title" },
        };
        if (address is not null)
            form.Add(new StringContent(address), "address");
        if (file is { } brought)
            form.Add(new ByteArrayContent(brought.Bytes), "file", brought.Name);
        request.Content = form;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(json ? "application/json" : "text/html"));
        return await who.Http.SendAsync(request);
    }

    public static string CopiesOf(Guid story, Guid entry) => $"/desk/stories/{story}/ledger/{entry}/copies";

    public static Task<SavedCopy> OnlyCopy(this OnRecordApp app) =>
        app.InDatabase(db => db.Set<SavedCopy>().AsNoTracking().SingleAsync());

    public static async Task Publish(this Colleague editor, OnRecordApp app, Guid story)
    {
        await editor.Move(story, StoryState.Ready);
        var first = !(await app.Story(story)).IsPublished;
        (
            await editor.Publish(
                story,
                first ? VersionKind.First : VersionKind.Update,
                first ? "" : "The sources were completed."
            )
        ).ShouldLead($"/desk/stories/{story}/publish?done=published");
    }

    /// <summary>All files of the evidence folder.</summary>
    public static IReadOnlyList<string> Files(this OnRecordApp app) =>
        Path.Combine(app.Folder, "data", "evidence") is var folder && Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];

    private static JsonObject Marked(string entry) =>
        new()
        {
            ["type"] = "doc",
            ["content"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "paragraph",
                    ["content"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "text",
                            ["text"] = "“The mill will close,”",
                            ["marks"] = new JsonArray(
                                new JsonObject
                                {
                                    ["type"] = "attribution",
                                    ["attrs"] = new JsonObject { ["id"] = entry },
                                }
                            ),
                        },
                        new JsonObject { ["type"] = "text", ["text"] = " said Agnes Thorne." }
                    ),
                }
            ),
        };
}
