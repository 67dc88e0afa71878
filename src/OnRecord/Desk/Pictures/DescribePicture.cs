using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Pictures;

/// <summary>Keeps what somebody says of a picture, and what must stay in sight when it is cut.</summary>
internal static class DescribePicture
{
    public static async Task<IResult> Submit(
        string sha256,
        [FromForm] Form form,
        SignedIn who,
        HttpContext http,
        OnRecordDb db,
        MediaFolder folder,
        TimeProvider clock,
        Room room,
        PageRenderer pages
    )
    {
        if (await db.Pictures.FirstOrDefaultAsync(row => row.Sha256 == sha256) is not { } picture)
            return Results.NotFound();
        var problems = form.Problems(new Words(PictureRoutes.Strings, who.Language)).ToList();
        if (problems.Count > 0)
        {
            var view = await ShowPicture.View(sha256, who, http, db, room);
            return await pages.Page<PicturePage>(view! with { Fields = form.Fields, Problems = problems }, 422);
        }
        await db.Transact(async () =>
        {
            var before = picture.Words;
            picture.Describe(form.Words);
            picture.FocusOn(form.X!.Value, form.Y!.Value);
            await AllowFocus.For(db, sha256, picture.FocusX, picture.FocusY);
            db.Audit(
                who,
                clock.GetUtcNow(),
                "picture.described",
                $"picture:{sha256}",
                picture.Name,
                before.Credit == picture.Credit ? null : $"{before.Credit ?? "—"} → {picture.Credit ?? "—"}"
            );
        });
        folder.RemoveRenditions(sha256, except: Renditions.Stamp(picture.Words));
        return SeeOther.At($"/desk/pictures/{sha256}?done=Saved");
    }

    internal sealed record Form
    {
        public string? Caption { get; init; }
        public string? Credit { get; init; }
        public string? Alt { get; init; }
        public string? Licence { get; init; }
        public string? FocusX { get; init; }
        public string? FocusY { get; init; }

        public PictureWords Words => new(Credit, Caption, Alt, Licence);

        public int? X => Percent(FocusX);

        public int? Y => Percent(FocusY);

        public PictureFields Fields =>
            new(Caption ?? "", Credit ?? "", Alt ?? "", Licence ?? "", FocusX ?? "", FocusY ?? "");

        public IEnumerable<Problem> Problems(Words words)
        {
            foreach (
                var (field, text, longest) in new[]
                {
                    ("caption", Caption, PictureWords.LongestText),
                    ("credit", Credit, PictureWords.LongestLine),
                    ("alt", Alt, PictureWords.LongestText),
                    ("licence", Licence, PictureWords.LongestLine),
                }
            )
                if (text?.ReplaceLineEndings("\n").Trim().Length > longest)
                    yield return new Problem(field, words.With($"TooLong.{field}", longest));
            if (X is null)
                yield return new Problem("focus-x", words["NotPercent.x"]);
            if (Y is null)
                yield return new Problem("focus-y", words["NotPercent.y"]);
        }

        private static int? Percent(string? written) =>
            int.TryParse(written?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= 100
                ? number
                : null;
    }
}
