using OnRecord.Comments.Keys;
using OnRecord.Comments.Outside;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Posting;

/// <summary>Takes a comment in: judges its words, looks where it came from, asks the outside judge where there is one, and has it written with the others that wait. Whoever gets an answer has it on disk.</summary>
internal sealed class TakeComment(
    CommentKeys keys,
    Watch watch,
    JudgeText judge,
    AskOutsideJudge outside,
    GroupCommit<NewComment, Outcome<Posted>> writer,
    TimeProvider clock
)
{
    /// <param name="form">With nothing wrong in it.</param>
    public async Task<Outcome<Posted>> Take(ReadyTalk ready, CommentForm form, Sender from, CancellationToken stop)
    {
        var (story, house) = (ready.Facts, ready.House);
        var words = CommentStrings.In(story.Language);
        if (!ready.HasKey)
            return new Problem(words["NoKey"]);
        var now = clock.GetUtcNow();
        if (!story.IsOpen(now))
            return new Problem(words["ClosedNow"]);
        var judgment = judge.Of(form.Text, house);
        var (email, address) = (keys.OfEmail(form.Email), keys.OfAddress(from.Address));
        if (watch.See(from, address, email, story.StoryId, judgment, house) is not { } doubts)
            return new Problem(words["TooManyFromAddress"]);
        var comment = new NewComment
        {
            Id = Guid.CreateVersion7(now),
            Story = story,
            ParentId = form.ReplyTo,
            Name = form.Name,
            Text = form.Text,
            Email = form.Email,
            EmailKey = email,
            AddressKey = address,
            Judgment = judgment,
            Doubts = doubts,
            WantsReplies = form.WantsReplies,
            At = now,
        };
        return await (outside.IsNamed ? WriteJudged(comment, ready.Path) : writer.Write(comment, stop));
    }

    // Whoever goes away while the outside judge is waited for has it written all the same.
    private async Task<Outcome<Posted>> WriteJudged(NewComment comment, string path) =>
        await writer.Write(
            comment with
            {
                Judgment = await outside.Of(JudgeQuestion.Of(comment, path), comment.Judgment),
            },
            CancellationToken.None
        );
}
