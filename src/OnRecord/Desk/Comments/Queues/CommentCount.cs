using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Comments.Queues;

/// <summary>How many comments wait for a moderator. Nobody waits for the desk's menu to count a million.</summary>
internal static class CommentCount
{
    public const int Most = 100;

    public static async Task<int> Waiting(OnRecordDb db) =>
        Math.Min(
            Most,
            await db.Set<ReaderComment>()
                .Where(row => row.State == CommentState.Held)
                .OrderBy(row => row.Id)
                .Take(Most)
                .CountAsync()
                + await db.Set<ReaderComment>()
                    .Where(row => row.OpenReports > 0)
                    .OrderBy(row => row.OpenReports)
                    .Take(Most)
                    .CountAsync()
                + await db.Set<CommentAppeal>()
                    .Where(row => row.Outcome == null)
                    .OrderBy(row => row.Id)
                    .Take(Most)
                    .CountAsync()
        );
}
