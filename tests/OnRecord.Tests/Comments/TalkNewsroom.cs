using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Storage;
using OnRecord.Tests.Desk.Reports;

namespace OnRecord.Tests.Comments;

/// <summary>A newsroom with one published story below which readers talk.</summary>
internal sealed class TalkNewsroom : IAsyncDisposable
{
    private readonly ReportsNewsroom newsroom;

    private TalkNewsroom(ReportsNewsroom newsroom) => this.newsroom = newsroom;

    public OnRecordApp App => newsroom.App;

    public Guid StoryId => newsroom.StoryId;

    public string Path => newsroom.Path;

    public Colleague Editor => newsroom.Tom;

    public Colleague Reporter => newsroom.Ines;

    /// <param name="mode">By default nothing waits but for its address.</param>
    public static async Task<TalkNewsroom> Open(CommentMode mode = CommentMode.Open)
    {
        var talk = new TalkNewsroom(await ReportsNewsroom.Open());
        await talk.Arrange(house => house.Mode = mode);
        return talk;
    }

    public Task Arrange(Action<CommentHouse> change) =>
        InTransaction(async db => change(await db.Set<CommentHouse>().SingleAsync()));

    public Task InTransaction(Func<OnRecordDb, Task> work) =>
        App.InDatabase(async db =>
        {
            await db.Transact(() => work(db));
            return 0;
        });

    public Task<HttpResponseMessage> Send(
        string text,
        string name = "R. Haddad",
        string email = "haddad@post.example",
        Guid? reply = null,
        params (string Name, string Value)[] more
    ) => SendTo(Path, text, name, email, reply, more);

    public Task<HttpResponseMessage> SendTo(
        string path,
        string text,
        string name,
        string email,
        Guid? reply,
        params (string Name, string Value)[] more
    )
    {
        List<(string Name, string Value)> fields = [("text", text), ("name", name), ("email", email), .. more];
        if (reply is { } id)
            fields.Add(("reply", $"{id}"));
        var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/comments")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return App.Http.SendAsync(request);
    }

    /// <summary>Sends a comment that must be taken.</summary>
    public async Task<ReaderComment> Sent(
        string text,
        string name = "R. Haddad",
        string email = "haddad@post.example",
        Guid? reply = null,
        params (string Name, string Value)[] more
    )
    {
        using var answer = await Send(text, name, email, reply, more);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return await OfPage(answer.Headers.Location!.ToString());
    }

    /// <summary>Sends a comment and opens the link in the letter.</summary>
    public async Task<ReaderComment> Shown(
        string text,
        string name = "R. Haddad",
        string email = "haddad@post.example",
        Guid? reply = null
    )
    {
        var comment = await Sent(text, name, email, reply);
        if (comment.State == CommentState.Unconfirmed)
            await Confirm(comment.Id);
        comment = await Comment(comment.Id);
        comment.State.ShouldBe(CommentState.Published, comment.Why);
        return comment;
    }

    /// <summary>Comments that are before readers, a minute apart.</summary>
    public Task Fill(int count, CommentState state = CommentState.Published) =>
        InTransaction(async db =>
        {
            var rows = Enumerable
                .Range(0, count)
                .Select(at =>
                {
                    var when = App.Clock.GetUtcNow().AddMinutes(at - count);
                    var id = Guid.CreateVersion7(when);
                    var row = new ReaderComment
                    {
                        Id = id,
                        StoryId = StoryId,
                        ThreadId = id,
                        Name = $"Reader {at}",
                        Text = $"Number {at} of many.",
                        Sameness = id,
                        Language = "en",
                        At = when,
                        State = state,
                        Likes = at % 3 == 0 ? 1 : 0,
                    };
                    row.List();
                    return row;
                })
                .ToList();
            db.AddRange(rows);
            await db.SaveChangesAsync();
            if (state == CommentState.Published)
                await PlaceComments.Count(db, rows.ConvertAll(row => new Shift(row, 1)));
        });

    public Task<ReaderComment> OfPage(string thanks)
    {
        var id = Keys.Read(LinkPurpose.JustSent, thanks.Split('/')[^1], App.Clock.GetUtcNow());
        return Comment(id.ShouldNotBeNull());
    }

    public Task<ReaderComment> Comment(Guid id) =>
        App.InDatabase(db => db.Set<ReaderComment>().AsNoTracking().SingleAsync(row => row.Id == id));

    public CommentKeys Keys => (CommentKeys)App.Services.GetService(typeof(CommentKeys))!;

    /// <summary>The address in the letter that a comment's writer gets.</summary>
    public string Mailed(Guid comment) => $"/comments/yours/{Keys.Token(LinkPurpose.OwnComment, comment)}";

    public async Task Confirm(Guid comment) =>
        (await App.Http.PostAsync($"{Mailed(comment)}/confirm", null)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

    public async Task<IElement> Below(string? path = null) =>
        Parse(await App.Page(path ?? Path)).QuerySelector(".comments").ShouldNotBeNull();

    public static IDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();
}
