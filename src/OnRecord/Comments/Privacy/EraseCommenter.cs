using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Moderation;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Privacy;

/// <summary>Erases somebody: the words of their comments, which keep their places so that others' replies stay, their letters, and what was known of them.</summary>
internal sealed class EraseCommenter(DataFolder data, TimeProvider clock)
{
    // Nobody else writes meanwhile.
    private const int Some = 100;

    private const int MostTries = 5;

    public async Task Erase(OnRecordDb db, Guid person, CancellationToken stop = default)
    {
        for (var tries = 1; ; )
        {
            try
            {
                if (!await EraseSome(db, person, stop))
                    return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // A moderator was at one of them.
                tries++;
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <returns>Whether there is more.</returns>
    private async Task<bool> EraseSome(OnRecordDb db, Guid person, CancellationToken stop)
    {
        var more = false;
        await db.Transact(
            async () =>
            {
                var comments = await db.Set<ReaderComment>()
                    .Where(row => row.CommenterId == person)
                    .OrderBy(row => row.Id)
                    .Take(Some)
                    .ToListAsync(stop);
                foreach (var comment in comments)
                {
                    comment.Empty();
                    (comment.CommenterId, comment.Why, comment.WantsReplies) = (null, "", false);
                }
                await PlaceComments.To(db, [.. comments.Select(row => (row, CommentState.Deleted))]);
                await EraseWords(db, [.. comments.Select(row => row.Id)], stop);
                more = comments.Count == Some;
                if (!more)
                    await ErasePerson(db, person, stop);
            },
            stop
        );
        return more;
    }

    // That something was decided stays, for the yearly numbers; what was said of it goes.
    private static async Task EraseWords(OnRecordDb db, List<Guid> comments, CancellationToken stop)
    {
        await db.Set<CommentDecision>()
            .Where(row => comments.Contains(row.CommentId))
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Words, "").SetProperty(one => one.WhyBefore, ""),
                stop
            );
        // Nobody is left who could be answered.
        await db.Set<CommentAppeal>()
            .Where(row => comments.Contains(row.CommentId) && row.Outcome == null)
            .ExecuteDeleteAsync(stop);
        await db.Set<CommentAppeal>()
            .Where(row => comments.Contains(row.CommentId))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Words, "").SetProperty(one => one.Answer, ""), stop);
    }

    private async Task ErasePerson(OnRecordDb db, Guid person, CancellationToken stop)
    {
        var letters = await db.Set<CommentLetter>()
            .Where(row => row.CommenterId == person)
            .Select(row => row.MailId)
            .ToListAsync(stop);
        await DeleteMail.Of(db, data, letters, stop);
        await db.Set<CommenterSanction>()
            .Where(row => row.CommenterId == person)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Words, ""), stop);
        await db.Set<CommenterNote>().Where(row => row.CommenterId == person).ExecuteDeleteAsync(stop);
        await db.Set<CommentLetter>().Where(row => row.CommenterId == person).ExecuteDeleteAsync(stop);
        if (await db.Set<Commenter>().FirstOrDefaultAsync(row => row.Id == person, stop) is not { } known)
            return;
        await db.Set<DataRequest>().Where(row => row.EmailKey == known.EmailKey).ExecuteDeleteAsync(stop);
        if (known.IsBarred(clock.GetUtcNow()))
            known.KeepBarAlone();
        else
            db.Remove(known);
    }
}
