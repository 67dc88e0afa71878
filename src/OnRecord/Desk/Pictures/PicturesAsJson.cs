using OnRecord.Media;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Pictures;

/// <summary>The library as the editor asks it.</summary>
internal static class PicturesAsJson
{
    private const int PageLength = 24;

    public static async Task<IResult> Get(string? q, string? after, OnRecordDb db, CancellationToken stop)
    {
        var found = await FindPictures.Matching(
            db,
            new PictureSearch
            {
                Words = q,
                After = PicturePlace.Read(after),
                Count = PageLength,
            },
            stop
        );
        return Results.Json(new { pictures = found.Pictures.Select(Of), next = found.Next?.ToString() });
    }

    public static async Task<IResult> Submit(SignedIn who, HttpContext http, BringPicture bring)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        if (form?.Files.GetFile("file") is not { FileName.Length: > 0 } file)
            return Refused([new Problem("file", new Words(PictureRoutes.Strings, who.Language)["NoFile"])]);
        var outcome = await bring.From(file, who, who.Language, http.RequestAborted);
        return outcome.Value is { } picture
            ? Results.Json(Of(picture))
            : Refused(outcome.Problems.Select(problem => problem with { Field = "file" }));
    }

    private static IResult Refused(IEnumerable<Problem> problems) => Results.Json(new { problems }, statusCode: 422);

    private static object Of(Picture picture) =>
        new
        {
            picture.Sha256,
            picture.Width,
            picture.Height,
            thumb = ShowPictures.Thumb(picture, PictureRatio.Wide, "").Address,
            picture.Name,
            picture.Caption,
            picture.Credit,
            picture.Alt,
            picture.Licence,
            picture.FocusX,
            picture.FocusY,
        };
}
