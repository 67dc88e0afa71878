using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Desk.Comments;

/// <summary>What tests of moderation do over and over: have comments wait, decide on them, read what was decided.</summary>
internal static class ModerationErrands
{
    public static string Seen(this ReaderComment comment) => SeenComment.Of(comment).ToString();

    public static Task<HttpResponseMessage> Decide(
        this Colleague who,
        ReaderComment comment,
        DecisionAct act,
        Ground? ground = null,
        string words = "",
        params (string, string)[] more
    ) => who.Decide([comment], act, ground, words, more);

    public static Task<HttpResponseMessage> Decide(
        this Colleague who,
        IEnumerable<ReaderComment> comments,
        DecisionAct act,
        Ground? ground = null,
        string words = "",
        params (string, string)[] more
    ) =>
        who.Post(
            "/desk/comments",
            [
                .. comments.Select(comment => ("comment", comment.Seen())),
                ("act", $"{act}"),
                ("ground", $"{ground}"),
                ("words", words),
                .. more,
            ]
        );

    /// <summary>A comment that waits for a moderator, of somebody who has confirmed their address.</summary>
    public static async Task<ReaderComment> Held(
        this TalkNewsroom talk,
        string text,
        string name = "R. Haddad",
        string email = "haddad@post.example"
    )
    {
        await talk.Arrange(house => house.Mode = CommentMode.AllHeld);
        var comment = await talk.Sent(text, name, email);
        if (comment.State == CommentState.Unconfirmed)
            await talk.Confirm(comment.Id);
        comment = await talk.Comment(comment.Id);
        comment.State.ShouldBe(CommentState.Held);
        return comment;
    }

    public static Task<Commenter> Person(this TalkNewsroom talk, Guid? id) =>
        talk.App.InDatabase(db => db.Set<Commenter>().AsNoTracking().SingleAsync(row => row.Id == id));

    public static Task<CommentDecision> Decision(this TalkNewsroom talk, Guid comment) =>
        talk.App.InDatabase(db =>
            db.Set<CommentDecision>()
                .AsNoTracking()
                .Where(row => row.CommentId == comment)
                .OrderByDescending(row => row.Id)
                .FirstAsync()
        );

    public static Task<List<string>> Audited(this TalkNewsroom talk) =>
        talk.App.InDatabase(db =>
            db.Set<OnRecord.People.AuditLog.AuditEntry>()
                .Where(row => row.Act.StartsWith("comment"))
                .OrderBy(row => row.Id)
                .Select(row => row.Act)
                .ToListAsync()
        );

    /// <summary>Sends a report of a comment.</summary>
    public static Task<HttpResponseMessage> Complain(
        this TalkNewsroom talk,
        Guid comment,
        params (string Name, string Value)[] fields
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/comments/{comment}/report")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return talk.App.Http.SendAsync(request);
    }

    /// <summary>Sends a report that must be taken.</summary>
    /// <returns>Where its own page is.</returns>
    public static async Task<string> Complained(
        this TalkNewsroom talk,
        Guid comment,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await talk.Complain(comment, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    public static async Task<List<string>> Letters(this TalkNewsroom talk, string to)
    {
        var rows = await talk.App.InDatabase(db =>
            db.Set<OnRecord.Platform.Mail.OutgoingMail>().AsNoTracking().ToListAsync()
        );
        var found = new List<string>();
        foreach (var row in rows)
        {
            using var bytes = new MemoryStream(row.Message);
            var message = await MimeKit.MimeMessage.LoadAsync(bytes);
            if (message.To.Mailboxes.Any(box => box.Address == to))
                found.Add($"{message.Subject}\n{message.TextBody}");
        }
        return found;
    }

    public static IDocument Read(this string page) => new HtmlParser().ParseDocument(page);

    public static List<string> Queued(this IDocument page) =>
        [.. page.QuerySelectorAll(".queued .words").Select(words => words.TextContent.Trim())];
}
