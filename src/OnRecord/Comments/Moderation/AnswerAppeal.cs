using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Looks again at what was decided of a comment; somebody else than before, where there is somebody else.</summary>
internal sealed class AnswerAppeal(DecideComments decide, TimeProvider clock)
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="appeal">Tracked.</param>
    public async Task<Outcome<CommentAppeal>> Into(
        OnRecordDb db,
        CommentAppeal appeal,
        AppealOutcome outcome,
        string answer,
        SignedIn who
    )
    {
        answer = answer.Trim();
        if (appeal.Outcome is not null)
            return new Problem("A colleague has answered this already. Load the page again to read the answer.");
        if (!Enum.IsDefined(outcome))
            return new Problem("outcome", "Choose whether the comment is shown or stays unseen.");
        if (answer.Length == 0)
            return new Problem("answer", "Write the answer in a sentence or two. The writer of the comment sees it.");
        if (answer.Length > CommentAppeal.LongestWords)
            return Problem.With(
                "answer",
                "The answer is longer than {0} characters. Make it shorter.",
                CommentAppeal.LongestWords
            );
        var comment = await db.Set<ReaderComment>().SingleAsync(row => row.Id == appeal.CommentId);
        if (comment.DecidedBy == who.Id && (await TellModerators.All(db)).Exists(id => id != who.Id))
            return new Problem(
                "You decided on this comment, so a colleague answers: the writer asked for another look."
            );
        var now = clock.GetUtcNow();
        (appeal.Outcome, appeal.Answer, appeal.AnsweredAt, appeal.AnsweredBy) = (outcome, answer, now, who.Id);
        var act = outcome == AppealOutcome.Reversed ? DecisionAct.Reversed : DecisionAct.Confirmed;
        if (comment.State is CommentState.Rejected or CommentState.Held)
            await decide.Move(db, [comment], new Verdict(act, null, answer), who);
        else
            db.Audit(who, now, "comment.appealed", $"comment:{comment.Id}", "");
        return appeal;
    }
}
