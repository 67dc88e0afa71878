using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Takes in that a comment's writer does not agree with what was decided of it.</summary>
internal sealed class AskForAnotherLook(TellModerators moderators, TimeProvider clock)
{
    public const string DeskPath = "/desk/comments/appeals";

    /// <summary>Whether its writer may ask; once, and for half a year.</summary>
    public static async Task<bool> May(OnRecordDb db, ReaderComment comment, DateTimeOffset now) =>
        IsDecided(comment)
        && now < (comment.DecidedAt ?? comment.At) + CommentAppeal.Within
        && !await db.Set<CommentAppeal>().AnyAsync(row => row.CommentId == comment.Id);

    /// <summary>Within the caller's transaction.</summary>
    public async Task<Outcome<CommentAppeal>> Into(OnRecordDb db, Guid id, string words)
    {
        var comment = await db.Set<ReaderComment>().AsNoTracking().FirstAsync(row => row.Id == id);
        var told = CommentStrings.In(comment.Language);
        var now = clock.GetUtcNow();
        if (!await May(db, comment, now))
            return new Problem("appeal", told["NoAppeal"]);
        if (words.Length == 0)
            return new Problem("appeal", told["AppealMissing"]);
        if (words.Length > CommentAppeal.LongestWords)
            return new Problem("appeal", told.With("AppealTooLong", CommentAppeal.LongestWords));
        // Who has many to look at is told of the first.
        if (!await db.Set<CommentAppeal>().AnyAsync(row => row.Outcome == null))
            await moderators.Of(db, NoticeKind.CommentAppealed, comment.StoryId, DeskPath);
        var appeal = new CommentAppeal
        {
            Id = Guid.CreateVersion7(now),
            CommentId = id,
            At = now,
            Words = words,
        };
        db.CommentAppeals.Add(appeal);
        return appeal;
    }

    // What waits for its first look is looked at anyway.
    private static bool IsDecided(ReaderComment comment) =>
        comment.State == CommentState.Rejected || comment is { State: CommentState.Held, DecidedAt: not null };
}
