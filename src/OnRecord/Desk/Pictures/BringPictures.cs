using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Pictures;

/// <summary>Takes the files of a form into the library; each is taken or refused by itself.</summary>
internal static class BringPictures
{
    public static async Task<IResult> Submit(
        SignedIn who,
        HttpContext http,
        OnRecordDb db,
        BringPicture bring,
        Room room,
        PageRenderer pages
    )
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var problems = new List<Problem>();
        var taken = new List<string>();
        foreach (var file in form.Files.GetFiles("files").Where(file => file.FileName.Length > 0))
        {
            var outcome = await bring.From(file, who, who.Language, http.RequestAborted);
            if (outcome.Value is { } picture)
                taken.Add(picture.Sha256);
            else
                problems.AddRange(outcome.Problems.Select(problem => problem with { Field = "files" }));
        }
        if (problems.Count == 0 && taken.Count > 0)
            return SeeOther.At(taken is [var only] ? $"/desk/pictures/{only}?done=Saved" : "/desk/pictures?done=Saved");
        var view = await ShowPictures.View(new ShowPictures.Asked(null, null, null), who, http, db, room);
        if (problems.Count == 0)
            problems.Add(new Problem("files", view.Words["NoFile"]));
        return await pages.Page<PicturesPage>(view with { Problems = problems, Taken = taken.Count }, 422);
    }
}
