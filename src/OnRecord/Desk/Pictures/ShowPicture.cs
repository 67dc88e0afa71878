using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Pictures;

/// <summary>One picture: its words, its focal point, where it is used, and what it says of itself.</summary>
internal static class ShowPicture
{
    public static async Task<IResult> Get(
        string sha256,
        SignedIn who,
        HttpContext http,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    ) => await View(sha256, who, http, db, room) is { } view ? await pages.Page<PicturePage>(view) : Results.NotFound();

    /// <returns>Null where there is no such picture.</returns>
    public static async Task<PictureView?> View(string sha256, SignedIn who, HttpContext http, OnRecordDb db, Room room)
    {
        if (await db.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(row => row.Sha256 == sha256) is not { } picture)
            return null;
        var (around, newsroom) = await room.Around(http, picture.Name, "pictures.js");
        var words = Room.Words(PictureRoutes.Strings, around);
        return new PictureView
        {
            Around = around with { Title = picture.Name.Length > 0 ? picture.Name : words["Picture"] },
            Words = words,
            Sha256 = picture.Sha256,
            Name = picture.Name,
            Whole = RenditionSizes.Rendering(
                picture.Sha256,
                picture.Width,
                picture.Height,
                "(min-width: 60rem) 44rem, 100vw"
            ),
            Wide = ShowPictures.Thumb(picture, PictureRatio.Wide, "14rem"),
            Card = ShowPictures.Thumb(picture, PictureRatio.Card, "14rem"),
            Fields = Fields(picture),
            Facts = [.. await Facts(picture, words, newsroom, db)],
            Uses = await Uses(picture.Sha256, words, db),
            Provenance = PictureProvenance.Of(picture.Provenance, words, newsroom),
            MayEdit = who.May(Permission.AddPictures),
            MayDelete = who.May(Permission.DeletePictures),
        };
    }

    private static PictureFields Fields(Picture picture) =>
        new(
            picture.Caption ?? "",
            picture.Credit ?? "",
            picture.Alt,
            picture.Licence ?? "",
            picture.FocusX.ToString(CultureInfo.InvariantCulture),
            picture.FocusY.ToString(CultureInfo.InvariantCulture)
        );

    private static async Task<IEnumerable<PictureFact>> Facts(
        Picture picture,
        Words words,
        Newsroom newsroom,
        OnRecordDb db
    )
    {
        var adder = await db.Set<StaffMember>()
            .Where(row => row.Id == picture.AddedBy)
            .Select(row => row.Name)
            .FirstOrDefaultAsync();
        return new (string Key, string Value)[]
        {
            ("File", picture.Name),
            ("Size", $"{picture.Width} × {picture.Height}"),
            ("TakenAt", picture.TakenAt is { } taken ? words.Moment(taken) : ""),
            ("AddedAt", words.Moment(newsroom.Local(picture.AddedAt))),
            ("AddedBy", adder ?? ""),
            ("Origin", picture.Origin ?? ""),
            ("Hash", picture.Sha256),
        }
            .Where(fact => fact.Value.Length > 0)
            .Select(fact => new PictureFact(words[$"Fact.{fact.Key}"], fact.Value));
    }

    private static async Task<IReadOnlyList<PictureUsePlace>> Uses(string sha256, Words words, OnRecordDb db)
    {
        var uses = await PictureUses.Uses(db, sha256);
        var ids = uses.Select(use => use.StoryId).Distinct().ToList();
        var headlines = await db.Set<Story>()
            .Where(story => ids.Contains(story.Id))
            .Select(story => new { story.Id, story.Draft.Headline })
            .ToDictionaryAsync(story => story.Id, story => story.Headline);
        return
        [
            .. uses.GroupBy(use => use.StoryId)
                .Select(story => new PictureUsePlace(
                    headlines.GetValueOrDefault(story.Key) is { Length: > 0 } headline
                        ? headline
                        : words["StoryWithoutHeadline"],
                    $"/desk/stories/{story.Key}",
                    string.Join(", ", story.Select(use => words[$"Where.{use.Where}"]))
                )),
        ];
    }
}
