using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Moderation;
using OnRecord.Comments.Own;
using OnRecord.Comments.Posting;
using OnRecord.Front.Comments.Complaints;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments;

/// <summary>A comment's page for whoever wrote it: where it stands and why; to confirm, change and take it back.</summary>
internal sealed class ShowOwnComment(
    OnRecordDb db,
    Shell shell,
    FindTalk talk,
    CommentKeys keys,
    OwnComment own,
    OwnDecisions decisions,
    AskForAnotherLook ask,
    PublicAddress address,
    PageRenderer pages,
    TimeProvider clock
)
{
    public const string Path = "/comments/yours";

    public async Task<IResult> Get(string token, HttpContext http)
    {
        Private(http);
        return await Find(token) is var (comment, isMail)
            ? await Page(token, comment, isMail, null)
            : await Message("Gone", StatusCodes.Status404NotFound);
    }

    public async Task<IResult> Confirm(string token, HttpContext http)
    {
        Private(http);
        if (!SameOrigin.Is(http.Request, address))
            return await Foreign();
        if (await Find(token) is not var (comment, isMail) || !isMail)
            return await Message("Gone", StatusCodes.Status404NotFound);
        await own.Confirm(db, comment.Id);
        return SeeOther.At($"{Path}/{token}");
    }

    public async Task<IResult> Edit(string token, HttpContext http)
    {
        Private(http);
        if (!SameOrigin.Is(http.Request, address) || !http.Request.HasFormContentType)
            return await Foreign();
        if (await Find(token) is not var (comment, isMail))
            return await Message("Gone", StatusCodes.Status404NotFound);
        var text = CommentForm.Clean((await http.Request.ReadFormAsync())["text"].ToString());
        var problem = CommentForm.FaultOf(text, CommentStrings.In(comment.Language));
        if (problem is null)
        {
            var outcome = await own.Edit(db, comment.Id, text);
            if (!outcome.Refused)
                return SeeOther.At($"{Path}/{token}");
            problem = outcome.Problems[0];
        }
        return await Page(token, comment, isMail, problem, text, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> Delete(string token, HttpContext http)
    {
        Private(http);
        if (!SameOrigin.Is(http.Request, address))
            return await Foreign();
        if (await Find(token) is not var (comment, _))
            return await Message("Gone", StatusCodes.Status404NotFound);
        await OwnComment.Delete(db, comment.Id);
        return SeeOther.At($"{Path}/{token}");
    }

    public async Task<IResult> Appeal(string token, HttpContext http)
    {
        Private(http);
        if (!SameOrigin.Is(http.Request, address) || !http.Request.HasFormContentType)
            return await Foreign();
        if (await Find(token) is not var (comment, isMail))
            return await Message("Gone", StatusCodes.Status404NotFound);
        var text = CommentForm.Clean((await http.Request.ReadFormAsync())["appeal"].ToString());
        Outcome<CommentAppeal> outcome = default;
        await db.Transact(async () => outcome = await ask.Into(db, comment.Id, text));
        return outcome.Refused
            ? await Page(
                token,
                comment,
                isMail,
                outcome.Problems[0],
                status: StatusCodes.Status422UnprocessableEntity,
                appeal: text
            )
            : SeeOther.At($"{Path}/{token}");
    }

    public Task<IResult> Foreign() => Message("Foreign", StatusCodes.Status400BadRequest);

    private async Task<(ReaderComment Comment, bool IsMail)?> Find(string token)
    {
        if ((await keys.Ready(db)).Refused)
            return null;
        var now = clock.GetUtcNow();
        var mailed = keys.Read(LinkPurpose.OwnComment, token, now);
        if ((mailed ?? keys.Read(LinkPurpose.JustSent, token, now)) is not { } id)
            return null;
        return await db.Set<ReaderComment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } comment
            ? (comment, mailed is not null)
            : null;
    }

    private async Task<IResult> Page(
        string token,
        ReaderComment comment,
        bool isMail,
        Problem? problem,
        string? typed = null,
        int status = StatusCodes.Status200OK,
        string appeal = ""
    )
    {
        var words = CommentStrings.In(comment.Language);
        var heading = words[$"Yours.{comment.State}"];
        var (around, newsroom) = await shell.Around(heading, words.Language, null);
        var story = await TalkStory.Of(comment.StoryId, db, talk);
        var now = clock.GetUtcNow();
        return await pages.Page<OwnCommentPage>(
            new OwnCommentView
            {
                Shell = around,
                Words = words,
                Heading = heading,
                Text = words[
                    comment.State == CommentState.Unconfirmed && isMail
                        ? "Text.UnconfirmedHere"
                        : $"Text.{comment.State}"
                ],
                Reasons = comment.State is CommentState.Held or CommentState.Rejected
                    ? [.. Doubt.Read(comment.Why).Select(doubt => CommentStrings.Why(words, doubt))]
                    : [],
                IsRejected = comment.State == CommentState.Rejected,
                Headline = story?.Headline,
                Story = story is null ? null : PublicAddress.Encode(story.Path),
                Html = comment.State == CommentState.Deleted ? "" : TalkViews.Html(comment.Text),
                Action = $"{Path}/{token}",
                Sent = isMail ? null : $"{comment.StoryId}",
                Place = comment.IsShown ? $"/comments/{comment.Id}" : null,
                MayConfirm = isMail && comment.State == CommentState.Unconfirmed,
                Typed = comment.MayEdit(now) || typed is not null ? typed ?? comment.Text : null,
                EditUntil = words.Hour(newsroom.Local(comment.At + ReaderComment.MayBeEditedFor)),
                MayDelete = comment.State != CommentState.Deleted,
                Problem = problem,
                Decision = await decisions.Of(comment, newsroom, appeal),
            },
            status
        );
    }

    private async Task<IResult> Message(string key, int status)
    {
        var words = CommentStrings.In((await shell.Parts.Newsroom()).Language);
        var (around, _) = await shell.Around(words[$"{key}Heading"], words.Language, null);
        return await pages.Page<MessagePage>(
            new MessageView(around, words[$"{key}Heading"], words[key == "Foreign" ? key : $"{key}Text"], []),
            status
        );
    }

    private static void Private(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

/// <summary>A comment as its writer sees it.</summary>
public sealed record OwnCommentView
{
    public required ShellView Shell { get; init; }
    public required Words Words { get; init; }
    public required string Heading { get; init; }
    public required string Text { get; init; }

    /// <summary>Why it waits or was refused.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public bool IsRejected { get; init; }
    public string? Headline { get; init; }

    /// <summary>The story's page, as a link; null where readers do not have it any more.</summary>
    public string? Story { get; init; }

    public required string Html { get; init; }
    public required string Action { get; init; }

    /// <summary>The story whose draft the browser may forget, since it was just sent; null where it came from a letter.</summary>
    public string? Sent { get; init; }

    /// <summary>Where readers see it; null where they do not.</summary>
    public string? Place { get; init; }

    public bool MayConfirm { get; init; }

    /// <summary>The words in the form; null where they may not be changed any more.</summary>
    public string? Typed { get; init; }

    public required string EditUntil { get; init; }
    public bool MayDelete { get; init; }
    public Problem? Problem { get; init; }

    /// <summary>What was decided against it; null where nothing was.</summary>
    public OwnDecisionView? Decision { get; init; }
}
