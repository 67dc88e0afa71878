using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments;

/// <summary>Gives comments another state, and keeps what hangs on it: the story's count, the threads' replies, the list, how often somebody was published.</summary>
internal static class PlaceComments
{
    /// <summary>Within the caller's transaction. The comments are tracked.</summary>
    public static async Task To(OnRecordDb db, IReadOnlyList<(ReaderComment Comment, CommentState State)> moves)
    {
        var shifts = new List<Shift>();
        foreach (var (comment, state) in moves)
        {
            var by = (state == CommentState.Published ? 1 : 0) - (comment.IsShown ? 1 : 0);
            comment.State = state;
            if (by != 0)
                shifts.Add(new Shift(comment, by));
        }
        await db.SaveChangesAsync();
        await Count(db, shifts);
        foreach (var (comment, _) in moves)
            if (comment.ParentId is null)
                await List(db, comment.Id);
    }

    /// <summary>Counts comments that came before readers, or went. Within the caller's transaction, after they are saved.</summary>
    // In statements that add to what is there: another node may count at the same moment. Always in one order, so that two never wait for each other.
    public static async Task Count(OnRecordDb db, IReadOnlyList<Shift> shifts)
    {
        foreach (var (story, by) in Sums(shifts, shift => shift.Comment.StoryId))
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "StoryTalks" ("StoryId", "Count", "IsSlow", "StaysOpen") VALUES ({story}, {by}, {false}, {false})
                ON CONFLICT ("StoryId") DO UPDATE SET "Count" = "StoryTalks"."Count" + {by}
                """
            );
        var replies = shifts
            .Where(shift => shift.Comment.ParentId is not null)
            .SelectMany(shift =>
                new[] { shift.Comment.ParentId!.Value, shift.Comment.ThreadId }
                    .Distinct()
                    .Select(above => (Above: above, shift.By))
            );
        foreach (var (above, by) in Sums(replies, row => row.Above, row => row.By))
        {
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "ReaderComments" SET "Replies" = "Replies" + {by} WHERE "Id" = {above}"""
            );
            await List(db, above);
        }
        foreach (var (person, by) in Sums(shifts, shift => shift.Comment.CommenterId ?? Guid.Empty))
            if (person != Guid.Empty)
                await db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Commenters" SET "Published" = "Published" + {by} WHERE "Id" = {person}"""
                );
    }

    // The story's list has it where it stands at the top and is shown, or has replies that are.
    private static Task<int> List(OnRecordDb db, Guid comment) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "ReaderComments"
            SET "ListedAt" = CASE WHEN "ParentId" IS NULL AND ("State" = {(int)
                CommentState.Published} OR "Replies" > 0) THEN "At" END
            WHERE "Id" = {comment}
            """
        );

    private static IEnumerable<(Guid Id, int By)> Sums(IEnumerable<Shift> shifts, Func<Shift, Guid> id) =>
        Sums(shifts, id, shift => shift.By);

    private static IEnumerable<(Guid Id, int By)> Sums<T>(IEnumerable<T> rows, Func<T, Guid> id, Func<T, int> by) =>
        rows.GroupBy(id)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Sum(by)))
            .Where(sum => sum.Item2 != 0);
}

/// <summary>A comment that came before readers, or went: 1 or -1.</summary>
internal sealed record Shift(ReaderComment Comment, int By);
