using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Comments.Moderation;

/// <summary>Tells those who may decide on comments that something waits which must not wait long.</summary>
internal sealed class TellModerators(GiveNotice notices)
{
    public static async Task<List<Guid>> All(OnRecordDb db) =>
        [
            .. (await db.Set<StaffMember>().AsNoTracking().ToListAsync())
                .Where(row => row.May(Permission.ModerateComments))
                .Select(row => row.Id),
        ];

    /// <summary>Within the caller's transaction.</summary>
    public async Task Of(OnRecordDb db, NoticeKind kind, Guid story, string path)
    {
        var headline = await db.Set<Story>()
            .Where(row => row.Id == story)
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                version => version.Id,
                (_, version) => version.Content.Headline
            )
            .FirstOrDefaultAsync();
        await notices.To(db, await All(db), kind, null, headline ?? "", path);
    }
}
