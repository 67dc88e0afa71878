using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using OnRecord.Comments;
using OnRecord.Comments.Letters;
using OnRecord.Platform.Mail;
using OnRecord.Stories;
using OnRecord.Tests.Front;

namespace OnRecord.Tests.Comments;

/// <summary>A newsroom with one story, below which readers say something.</summary>
internal sealed partial class CommentedNewsroom : IAsyncDisposable
{
    public const string Headline = "The dam will hold";

    private CommentedNewsroom(OnRecordApp app, Guid story, string path) => (App, Story, Path) = (app, story, path);

    public OnRecordApp App { get; }

    public Guid Story { get; }

    public string Path { get; }

    public static Task<CommentedNewsroom> Open(params (string Key, string Value)[] settings) => Open(null, settings);

    public static async Task<CommentedNewsroom> Open(
        Action<IServiceCollection>? change,
        params (string Key, string Value)[] settings
    )
    {
        var app = await OnRecordApp.Start(change: change, settings: settings);
        var story = await app.Show(Headline, app.Clock.GetUtcNow().AddHours(-2));
        var path = await app.InDatabase(db =>
            db.Set<Story>().Where(row => row.Id == story).Select(row => row.Path).FirstAsync()
        );
        var newsroom = new CommentedNewsroom(app, story, path!);
        await newsroom.Settle(house => house.Mode = CommentMode.Open);
        return newsroom;
    }

    public Task Settle(Action<CommentHouse> change) =>
        App.InDatabase(async db =>
        {
            await db.Transact(async () => change(await db.Set<CommentHouse>().SingleAsync()));
            return 0;
        });

    /// <summary>Sends the form as a browser does.</summary>
    public async Task<HttpResponseMessage> Send(
        string email,
        string text,
        string name = "Greta Sollner",
        Guid? replyTo = null,
        bool wantsReplies = false
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/comments")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("text", text),
                KeyValuePair.Create("name", name),
                KeyValuePair.Create("email", email),
                KeyValuePair.Create("reply", replyTo?.ToString() ?? ""),
                KeyValuePair.Create("replies", wantsReplies ? "yes" : ""),
                KeyValuePair.Create("took", "20000"),
            ]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await App.Http.SendAsync(request);
    }

    /// <summary>A comment that was taken.</summary>
    public async Task<ReaderComment> Comment(
        string email,
        string text,
        string name = "Greta Sollner",
        Guid? replyTo = null,
        bool wantsReplies = false
    )
    {
        using var answer = await Send(email, text, name, replyTo, wantsReplies);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return await App.InDatabase(db => db.Set<ReaderComment>().AsNoTracking().SingleAsync(row => row.Text == text));
    }

    /// <summary>A comment by somebody whose address is confirmed, before readers.</summary>
    public async Task<ReaderComment> Shown(
        string email,
        string text,
        string name = "Greta Sollner",
        Guid? replyTo = null,
        bool wantsReplies = false
    )
    {
        var comment = await Comment(email, text, name, replyTo, wantsReplies);
        if (comment.State == CommentState.Unconfirmed)
        {
            await Write();
            await Post($"{OwnPath(await Newest(email))}/confirm");
        }
        comment = await Now(comment.Id);
        comment.State.ShouldBe(CommentState.Published);
        return comment;
    }

    public Task<ReaderComment> Now(Guid id) =>
        App.InDatabase(db => db.Set<ReaderComment>().AsNoTracking().SingleAsync(row => row.Id == id));

    public Task Write() => App.Scoped<WriteLetters>().WriteDue(CancellationToken.None);

    public async Task<List<MimeMessage>> Letters(string email)
    {
        var rows = await App.InDatabase(db =>
            db.Set<OutgoingMail>().AsNoTracking().OrderBy(row => row.Id).Select(row => row.Message).ToListAsync()
        );
        return
        [
            .. rows.Select(bytes => MimeMessage.Load(new MemoryStream(bytes)))
                .Where(mail => mail.To.Mailboxes.Single().Address == email),
        ];
    }

    public async Task<MimeMessage> Newest(string email) => (await Letters(email))[^1];

    public static string OwnPath(MimeMessage letter) => Link().Match(letter.TextBody!).Groups[1].Value;

    public static string MinePath(MimeMessage letter) => MineLink().Match(letter.TextBody!).Groups[1].Value;

    public static string OffPath(MimeMessage letter) =>
        new Uri(letter.Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;

    /// <summary>Presses a button of a page of this site.</summary>
    public async Task<HttpResponseMessage> Post(string path, params (string Key, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await App.Http.SendAsync(request);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [GeneratedRegex(@"https://news\.example\.org(/comments/yours/\S+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"https://news\.example\.org(/comments/mine/\S+)")]
    private static partial Regex MineLink();
}
