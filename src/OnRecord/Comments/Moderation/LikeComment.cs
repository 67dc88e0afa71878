using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Likes a comment for the newsroom, or no longer. Each colleague counts once.</summary>
internal static class LikeComment
{
    /// <summary>Within the caller's transaction.</summary>
    /// <returns>Null where readers have no such comment.</returns>
    public static async Task<ReaderComment?> Into(OnRecordDb db, Guid id, bool likes, SignedIn who, DateTimeOffset now)
    {
        if (
            await db.Set<ReaderComment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id)
            is not { IsShown: true } comment
        )
            return null;
        var like = await db.Set<CommentLike>().FirstOrDefaultAsync(row => row.CommentId == id && row.StaffId == who.Id);
        if (likes == like is not null)
            return comment;
        if (like is null)
            db.CommentLikes.Add(
                new CommentLike
                {
                    CommentId = id,
                    StaffId = who.Id,
                    StoryId = comment.StoryId,
                    At = now,
                }
            );
        else
            db.CommentLikes.Remove(like);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "ReaderComments" SET "Likes" = (SELECT COUNT(*) FROM "CommentLikes" WHERE "CommentId" = {id})
            WHERE "Id" = {id}
            """
        );
        return comment;
    }
}
