using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.History;

/// <summary>What happened to a story, and the texts it once had.</summary>
internal static class ShowHistory
{
    private const int Shown = 200;

    public static async Task<IResult> Get(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    ) => await Page(id, http, who, db, room, pages, []);

    public static async Task<IResult> Page(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages,
        IReadOnlyList<Problem> problems
    )
    {
        if (await StoryHead.Find(db, id) is not { } story)
            return Results.NotFound();
        var (head, newsroom) = await StoryHead.Of(story, http, who, room, "history");
        var names = await Draft.Names(db);
        string Said(DateTimeOffset at) => head.Words.Moment(newsroom.Local(at));
        var moves = await db.Set<StoryMove>()
            .Where(row => row.StoryId == id)
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(Shown)
            .AsNoTracking()
            .ToListAsync();
        var earlier = await db.Set<SavedDraft>()
            .Where(row => row.StoryId == id)
            .OrderByDescending(row => row.Revision)
            .Take(Shown)
            .AsNoTracking()
            .ToListAsync();
        var view = new HistoryView
        {
            Head = head,
            Problems = StoryHead.Told(problems, who.Language),
            Moves =
            [
                .. moves.Select(row => new MoveView(
                    Draft.NameOf(names, row.StaffId),
                    $"State.{row.From}",
                    $"State.{row.To}",
                    Said(row.At),
                    row.Note
                )),
            ],
            Versions = await StorySide.Versions(story, db, names, Said),
            Earlier =
            [
                .. earlier.Select(row => new EarlierView(
                    row.Revision,
                    Draft.NameOf(names, row.StaffId),
                    Said(row.At),
                    row.Content.Headline,
                    Length.Of(row.Content.Text).Total
                )),
            ],
        };
        return await pages.Page<HistoryPage>(
            view,
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    public static async Task<IResult> Text(
        Guid id,
        int revision,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    )
    {
        var earlier = await db.Set<SavedDraft>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.StoryId == id && row.Revision == revision);
        if (earlier is null || await StoryHead.Find(db, id) is not { } story)
            return Results.NotFound();
        var (head, newsroom) = await StoryHead.Of(story, http, who, room, "history");
        return await pages.Page<EarlierTextPage>(
            new EarlierTextView
            {
                Head = head,
                Revision = revision,
                By = Draft.NameOf(await Draft.Names(db), earlier.StaffId),
                At = head.Words.Moment(newsroom.Local(earlier.At)),
                Headline = earlier.Content.Headline,
                Deck = earlier.Content.Deck,
                Text = HtmlWriter.Write(earlier.Content.Text, new HtmlOptions { Pictures = Rendering }),
                MayWrite = StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who)),
            }
        );
    }

    private static PictureRendering? Rendering(string source) =>
        LibrarySource.Read(source) is { } picture
            ? RenditionSizes.Rendering(picture.Sha256, picture.Width, picture.Height, "36rem")
            : null;
}
