using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Stories;

namespace OnRecord.Tests.Desk.Arrangement;

/// <summary>An owner at the pages on which the site is arranged, and readers beside.</summary>
internal sealed class SiteDesk(OnRecordApp app, Colleague owner) : IAsyncDisposable
{
    public OnRecordApp App => app;

    public Colleague Owner => owner;

    public static async Task<SiteDesk> Open(string language = "en")
    {
        var app = await OnRecordApp.Start();
        return new SiteDesk(app, await app.Colleague(Roles.Owner, language: language));
    }

    /// <summary>Sends a form that must be taken.</summary>
    public async Task<string> Send(string path, params (string, string)[] fields)
    {
        var answer = await owner.Post($"/desk/site{path}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        answer.Headers.Location!.ToString().ShouldEndWith("?done=Saved");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        return answer.Headers.Location.ToString();
    }

    /// <summary>Sends a form that must be refused.</summary>
    /// <returns>The page that came back.</returns>
    public async Task<IHtmlDocument> Refused(string path, params (string, string)[] fields)
    {
        var answer = await owner.Post($"/desk/site{path}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Parse(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("#problems li").ShouldNotBeNull();
        return page;
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<HttpResponseMessage> SendFile(
        string path,
        (string Field, string Name, byte[] Bytes) file,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", await owner.Token())))
            form.Add(new StringContent(value), name);
        var bytes = new ByteArrayContent(file.Bytes);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(bytes, file.Field, file.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/desk/site{path}") { Content = form };
        request.Headers.Accept.ParseAdd("text/html");
        return await owner.Http.SendAsync(request);
    }

    public async Task<IHtmlDocument> Page(string path) => Parse(await owner.Page($"/desk/site{path}"));

    public async Task<IHtmlDocument> Read(string path) => Parse(await app.Page(path));

    /// <summary>The address of the page that a row of a list leads to.</summary>
    public async Task<string> Row(string list, string name) =>
        (await Page(list))
            .QuerySelectorAll("table td:first-child a")
            .Single(link => link.TextContent == name)
            .GetAttribute("href")!["/desk/site".Length..];

    public async Task<string> Publish(
        string headline,
        string[]? byline = null,
        string[]? topics = null,
        string? section = null
    )
    {
        var story = new Story
        {
            Id = Guid.CreateVersion7(),
            CreatedAt = app.Clock.GetUtcNow(),
            Draft = new StoryContent
            {
                Headline = headline,
                Language = "en",
                Byline = (byline ?? []).ToValueList(),
                Topics = (topics ?? []).ToValueList(),
                Text = HtmlReader.Read("<p>Text.</p>"),
            },
        };
        await app.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                if (section is not null)
                    story.Draft = story.Draft with { SectionId = (await Section.Named(db, section)).Id };
                db.Set<Story>().Add(story);
                await PublishStory.Into(db, story, app.Clock.GetUtcNow(), null);
            });
            return 0;
        });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return story.Path!;
    }

    public Task<List<string>> Acts() =>
        app.InDatabase(db =>
            db.Set<AuditEntry>().OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Act).ToListAsync()
        );

    public static IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    public async ValueTask DisposeAsync()
    {
        owner.Dispose();
        await app.DisposeAsync();
    }
}
