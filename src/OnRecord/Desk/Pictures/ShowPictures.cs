using Microsoft.AspNetCore.WebUtilities;
using OnRecord.Media;
using OnRecord.Media.ContentCredentials;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Pictures;

/// <summary>The picture library, searched and narrowed.</summary>
internal static class ShowPictures
{
    private const int PageLength = 48;

    public static async Task<IResult> Get(
        string? q,
        string? show,
        string? after,
        SignedIn who,
        HttpContext http,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    ) => await pages.Page<PicturesPage>(await View(new Asked(q, show, after), who, http, db, room));

    public static async Task<PicturesView> View(Asked asked, SignedIn who, HttpContext http, OnRecordDb db, Room room)
    {
        var (around, _) = await room.Around(http, "", "pictures.js");
        var words = Room.Words(PictureRoutes.Strings, around);
        var found = await FindPictures.Matching(db, asked.Search(who), http.RequestAborted);
        return new PicturesView
        {
            Around = around with { Title = words["Pictures"] },
            Words = words,
            Pictures = [.. found.Pictures.Select(Tile)],
            Sought = asked.Words,
            Show = asked.Kind,
            Next = found.Next is { } next ? asked.Link(next) : null,
            IsLater = asked.Place is not null,
            MayAdd = who.May(Permission.AddPictures),
        };
    }

    /// <summary>A picture cut for the grid around its own focal point.</summary>
    public static OnRecord.Documents.PictureRendering Thumb(Picture picture, PictureRatio ratio, string sizes) =>
        RenditionSizes.Cut(
            picture.Sha256,
            picture.Width,
            picture.Height,
            new PictureCut(ratio, picture.FocusX, picture.FocusY),
            sizes
        );

    private static PictureTile Tile(Picture picture) =>
        new(
            $"/desk/pictures/{picture.Sha256}",
            Thumb(picture, PictureRatio.Wide, "(min-width: 40rem) 14rem, 46vw"),
            picture.Name,
            picture.Caption,
            picture.Credit,
            picture.Alt.Length > 0,
            ManifestSummary.Read(picture.Provenance) is { SaysGenerated: true }
        );

    /// <summary>What an address of the library asks for.</summary>
    internal sealed record Asked(string? Q, string? Show, string? After)
    {
        public string Words { get; } =
            Q is null ? ""
            : Q.Length > 200 ? Q[..200].Trim()
            : Q.Trim();

        public PictureShow Kind { get; } =
            Enum.TryParse<PictureShow>(Show, out var kind) && Enum.IsDefined(kind) ? kind : PictureShow.All;

        public PicturePlace? Place { get; } = PicturePlace.Read(After);

        public PictureSearch Search(SignedIn who) =>
            new()
            {
                Words = Words,
                WithoutCredit = Kind == PictureShow.NoCredit,
                WithoutAlt = Kind == PictureShow.NoAlt,
                AddedBy = Kind == PictureShow.Mine ? who.Id : null,
                Used =
                    Kind == PictureShow.Used ? true
                    : Kind == PictureShow.Unused ? false
                    : null,
                After = Place,
                Count = PageLength,
            };

        public string Link(PicturePlace after) =>
            QueryHelpers.AddQueryString(
                "/desk/pictures",
                new Dictionary<string, string?>
                {
                    ["q"] = Words.Length == 0 ? null : Words,
                    ["show"] = Kind == PictureShow.All ? null : Kind.ToString(),
                    ["after"] = after.ToString(),
                }
            );
    }
}
