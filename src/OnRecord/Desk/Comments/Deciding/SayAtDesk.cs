using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Desk.Comments.Settings;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Comments.Deciding;

/// <summary>What somebody of the newsroom says to a comment: an answer below it, or that they like it.</summary>
internal sealed class SayAtDesk(
    OnRecordDb db,
    SayAsNewsroom say,
    ShowComment comments,
    EditStoryTalk stories,
    TimeProvider clock
)
{
    public async Task<IResult> Answer(Guid id, HttpContext http, SignedIn who)
    {
        if (await db.Set<ReaderComment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } parent)
            return Results.NotFound();
        var text = (await http.Request.ReadFormAsync())["text"].ToString();
        Outcome<ReaderComment> outcome = default;
        await db.Transact(async () => outcome = await say.Into(db, parent.StoryId, parent, text, who));
        return outcome.Value is { } answer
            ? SeeOther.At($"{CommentDesk.Root}/{answer.Id}?done=CommentAnswered")
            : await comments.Page(id, http, who, outcome.Problems, answer: text);
    }

    /// <summary>Begins a thread below a story.</summary>
    public async Task<IResult> Begin(Guid story, HttpContext http, SignedIn who)
    {
        var text = (await http.Request.ReadFormAsync())["text"].ToString();
        Outcome<ReaderComment> outcome = default;
        await db.Transact(async () => outcome = await say.Into(db, story, null, text, who));
        return outcome.Value is { } said
            ? SeeOther.At($"{CommentDesk.Root}/{said.Id}?done=CommentAnswered")
            : await stories.Page(story, http, outcome.Problems, text);
    }

    public async Task<IResult> Like(Guid id, HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        var likes = form["likes"] == "yes";
        ReaderComment? comment = null;
        try
        {
            await db.Transact(async () => comment = await LikeComment.Into(db, id, likes, who, clock.GetUtcNow()));
        }
        // The same colleague in two windows at this very moment: it is liked, once.
        catch (DbUpdateException)
        {
            comment = await db.Set<ReaderComment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        }
        if (comment is null)
            return Results.NotFound();
        return http.Request.Headers.Accept == "application/json"
            ? Results.Json(
                new LikedAnswer(
                    likes,
                    await db.Set<ReaderComment>().Where(row => row.Id == id).Select(row => row.Likes).FirstAsync()
                )
            )
            : SeeOther.At($"{CommentDesk.Root}/{id}");
    }
}

/// <summary>What the page's script is told.</summary>
internal sealed record LikedAnswer(bool ILike, int Likes);
