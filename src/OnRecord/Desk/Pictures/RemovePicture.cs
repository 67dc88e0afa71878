using OnRecord.Media;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Pictures;

/// <summary>Takes a picture out of the library for good, or says which stories need it.</summary>
internal static class RemovePicture
{
    public static async Task<IResult> Submit(
        string sha256,
        SignedIn who,
        HttpContext http,
        OnRecordDb db,
        DeletePicture delete,
        TimeProvider clock,
        Room room,
        PageRenderer pages
    )
    {
        var deletion = await delete.Remove(
            sha256,
            picture =>
            {
                db.Audit(who, clock.GetUtcNow(), "picture.deleted", $"picture:{sha256}", picture.Name);
                return Task.CompletedTask;
            },
            http.RequestAborted
        );
        if (deletion is null)
            return Results.NotFound();
        if (!deletion.Refused)
            return SeeOther.At("/desk/pictures?done=PictureDeleted");
        var view = (await ShowPicture.View(sha256, who, http, db, room))!;
        var stories = deletion.Uses.Select(use => use.StoryId).Distinct().Count();
        var problem = new Problem("uses", view.Words.Count("InUse", stories));
        return await pages.Page<PicturePage>(view with { Problems = [problem] }, 422);
    }
}
