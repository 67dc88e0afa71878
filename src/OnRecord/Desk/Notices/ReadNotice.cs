using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Entrance;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Notices;

/// <summary>Marks notices as read: the one that is opened, one, or all.</summary>
internal static class ReadNotice
{
    /// <summary>Leads to what the notice is about.</summary>
    public static async Task<IResult> Open(Guid id, SignedIn me, OnRecordDb db, TimeProvider clock)
    {
        var path = await db.Set<Notice>()
            .Where(row => row.Id == id && row.StaffId == me.Id)
            .Select(row => row.Path)
            .FirstOrDefaultAsync();
        if (path is null)
            return TypedResults.NotFound();
        await Mark(me, db, clock, rows => rows.Where(row => row.Id == id));
        return SeeOther.At(Doorway.Destination(path));
    }

    public static async Task<IResult> One(Guid id, SignedIn me, OnRecordDb db, TimeProvider clock)
    {
        await Mark(me, db, clock, rows => rows.Where(row => row.Id == id));
        return SeeOther.At("/desk/notices");
    }

    public static async Task<IResult> All(SignedIn me, OnRecordDb db, TimeProvider clock)
    {
        await Mark(me, db, clock, rows => rows);
        return SeeOther.At("/desk/notices");
    }

    private static Task Mark(
        SignedIn me,
        OnRecordDb db,
        TimeProvider clock,
        Func<IQueryable<Notice>, IQueryable<Notice>> which
    )
    {
        var now = clock.GetUtcNow();
        return db.Transact(() =>
            which(db.Set<Notice>().Where(row => row.StaffId == me.Id && row.ReadAt == null))
                .ExecuteUpdateAsync(row => row.SetProperty(notice => notice.ReadAt, now))
        );
    }
}
