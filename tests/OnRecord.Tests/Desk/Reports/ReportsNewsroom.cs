using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;
using static OnRecord.Tests.Desk.DeskErrands;

namespace OnRecord.Tests.Desk.Reports;

/// <summary>A newsroom with one published story, its reporter and its editor, and readers who find errors.</summary>
internal sealed class ReportsNewsroom : IAsyncDisposable
{
    public const string Line = "The board has nine members, and all of them were there.";

    private ReportsNewsroom(OnRecordApp app, Colleague ines, Colleague tom, Guid story, string path) =>
        (App, Ines, Tom, StoryId, Path) = (app, ines, tom, story, path);

    public OnRecordApp App { get; }

    public Colleague Ines { get; }

    public Colleague Tom { get; }

    public Guid StoryId { get; }

    public string Path { get; }

    public static async Task<ReportsNewsroom> Open(
        string language = "en",
        Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? change = null
    )
    {
        var app = await OnRecordApp.Start(change: change);
        var ines = await app.Colleague(Roles.Reporter);
        var tom = await app.Colleague(Roles.Editor, "Tom Brandt", language);
        var story = await ines.Written(app, "The dam will hold", "It was sound, the board said.", Line);
        await tom.Move(story, StoryState.Ready);
        (await tom.Publish(story)).ShouldLead($"/desk/stories/{story}/publish");
        return new ReportsNewsroom(app, ines, tom, story, (await app.Story(story)).Path!);
    }

    public Task<HttpResponseMessage> Send(params (string Name, string Value)[] fields) => SendTo(Path, fields);

    public Task<HttpResponseMessage> SendTo(string path, params (string Name, string Value)[] fields) =>
        App.Http.PostAsync(
            $"{path}/report",
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );

    /// <summary>Sends a report that must be taken.</summary>
    /// <returns>Where its own page is.</returns>
    public async Task<string> Report(params (string Name, string Value)[] fields)
    {
        var answer = await Send(fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    public Task<ErrorReport> Reported(string page) =>
        App.InDatabase(db => db.Set<ErrorReport>().AsNoTracking().SingleAsync(row => "/report/" + row.Secret == page));

    public Task<HttpResponseMessage> Answer(Guid report, params (string, string)[] fields) =>
        Tom.Post($"/desk/reports/{report}", fields);

    /// <summary>Shows readers other words.</summary>
    public async Task Publish(VersionKind kind, string note, params string[] lines)
    {
        var story = await App.Story(StoryId);
        var content = Content(story.Draft.Headline, Paragraphs(lines), story.SectionId);
        (await Tom.Save(StoryId, story.Revision, content)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Tom.Send(HttpMethod.Post, $"/desk/stories/{StoryId}/hold", new { tab = $"{Tom.Id}", act = "release" });
        await Tom.Move(StoryId, StoryState.Ready);
        var answer =
            kind == VersionKind.Correction
                ? await Tom.Correct(StoryId, "We wrote that there were nine.", "There are seven.", note)
                : await Tom.Publish(StoryId, kind, note);
        answer.ShouldLead($"/desk/stories/{StoryId}/publish?done=published");
    }

    public async ValueTask DisposeAsync()
    {
        Ines.Dispose();
        Tom.Dispose();
        await App.DisposeAsync();
    }
}
