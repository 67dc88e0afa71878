using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Outside;
using OnRecord.Comments.Posting;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Comments.Own;

/// <summary>What a comment's writer does with it, by the link in the letter or on the page that thanks.</summary>
internal sealed class OwnComment(FindTalk talk, JudgeText judge, AskOutsideJudge outside, TimeProvider clock)
{
    /// <summary>The address is somebody's who reads its mail: their comments that waited for that go on their way.</summary>
    public async Task Confirm(OnRecordDb db, Guid id)
    {
        var house = (await talk.House()).Settings;
        await db.Transact(async () =>
        {
            if (
                await db.Set<ReaderComment>().FirstOrDefaultAsync(row => row.Id == id)
                is not { CommenterId: { } person } comment
            )
                return;
            var by = await db.Set<Commenter>().SingleAsync(row => row.Id == person);
            by.ConfirmedAt ??= clock.GetUtcNow();
            var waiting = house.ConfirmsEach
                ? [comment]
                : await db.Set<ReaderComment>()
                    .Where(row => row.CommenterId == person && row.State == CommentState.Unconfirmed)
                    .ToListAsync();
            await PlaceComments.To(
                db,
                [
                    .. waiting
                        .Where(row => row.State == CommentState.Unconfirmed)
                        .Select(row => (row, by.BannedAt is null ? row.OnceConfirmed : CommentState.Rejected)),
                ]
            );
            foreach (var row in waiting.Where(row => row is { IsShown: true, ParentId: not null }))
                row.LettersDue |= LettersDue.Reply;
        });
    }

    /// <summary>Other words in the place of those; they are judged anew.</summary>
    public async Task<Outcome<ReaderComment>> Edit(OnRecordDb db, Guid id, string text)
    {
        var house = (await talk.House()).Settings;
        await judge.Ready(db);
        var judgment = judge.Of(text, house);
        // Whoever edits in time is in time, however long the outside judge takes.
        var now = clock.GetUtcNow();
        if (outside.IsNamed)
            judgment = await Judged(db, id, text, judgment, now);
        Outcome<ReaderComment> outcome = default;
        await db.Transact(async () =>
        {
            var comment = await db.Set<ReaderComment>().FirstAsync(row => row.Id == id);
            if (!comment.MayEdit(now))
            {
                outcome = new Problem("text", CommentStrings.In(comment.Language)["TooLateToEdit"]);
                return;
            }
            comment.Edit(text, judgment.Likeness, now);
            if (judgment.IsRefused || judgment.Doubts.Count > 0)
            {
                comment.Why = Doubt.Write([.. Doubt.Read(comment.Why), .. judgment.Doubts]);
                comment.OnceConfirmed = CommentState.Held;
                if (comment.IsShown)
                    await PlaceComments.To(db, [(comment, CommentState.Held)]);
            }
            outcome = comment;
        });
        return outcome;
    }

    // Else an edit would be the way past the outside judge.
    private async Task<TextJudgment> Judged(
        OnRecordDb db,
        Guid id,
        string text,
        TextJudgment judgment,
        DateTimeOffset now
    )
    {
        var comment = await db.Set<ReaderComment>().AsNoTracking().FirstAsync(row => row.Id == id);
        var path = await db.Set<Story>().Where(row => row.Id == comment.StoryId).Select(row => row.Path).FirstAsync();
        return comment.MayEdit(now) && path is not null
            ? await outside.Of(JudgeQuestion.Of(comment, path, text, judgment, now), judgment)
            : judgment;
    }

    /// <summary>Erases the words. What others replied stays.</summary>
    public static async Task Delete(OnRecordDb db, Guid id) =>
        await db.Transact(async () =>
        {
            if (
                await db.Set<ReaderComment>().FirstOrDefaultAsync(row => row.Id == id)
                is not { State: not CommentState.Deleted } comment
            )
                return;
            comment.Empty();
            await PlaceComments.To(db, [(comment, CommentState.Deleted)]);
        });
}
