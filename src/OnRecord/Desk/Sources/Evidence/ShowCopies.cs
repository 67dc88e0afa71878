using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>The copies that stand behind a statement or behind a source, and the forms that add one.</summary>
internal sealed class ShowCopies(OnRecordDb db, Room room, PageRenderer pages)
{
    public async Task<IResult> OfEntry(
        Guid id,
        Guid entry,
        HttpContext http,
        SignedIn who,
        CopyForm? sent = null,
        params Problem[] problems
    )
    {
        if (
            await db.Set<Story>().FindAsync(id) is not { } story
            || await db.Set<LedgerEntry>().FirstOrDefaultAsync(one => one.Id == entry && one.StoryId == id)
                is not { } row
        )
            return Results.NotFound();
        var source = row.SourceId is { } of ? await FoundCopy.SourceOf(db, of) : null;
        var may = StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who));
        var rows = await db.Set<SavedCopy>().Where(one => one.EntryId == entry).ToListAsync();
        return await Page(
            http,
            new Shown(
                source?.Name ?? row.ProposedName,
                source?.IsNamed ?? row.ProposedIsNamed,
                row.Words,
                $"/desk/stories/{id}/ledger/{entry}/copies",
                new CopyFact(story.Draft.Headline, "", $"/desk/stories/{id}"),
                source is { IsNamed: false } && !may && !who.May(Permission.ReviewLaw) ? [] : rows,
                may && row.State == LedgerState.Accepted
            ),
            who,
            sent,
            problems
        );
    }

    public async Task<IResult> OfSource(
        Guid id,
        HttpContext http,
        SignedIn who,
        CopyForm? sent = null,
        params Problem[] problems
    )
    {
        if (await FoundCopy.SourceOf(db, id) is not { } source)
            return Results.NotFound();
        var rows = await db.Set<SavedCopy>()
            .Where(one =>
                one.EntryId == null
                && db.Set<Source>()
                    .Any(row => row.Id == one.SourceId && (row.Id == source.Id || row.MergedIntoId == source.Id))
            )
            .ToListAsync();
        return await Page(
            http,
            new Shown(
                source.Name,
                source.IsNamed,
                null,
                $"/desk/sources/{source.Id}/copies",
                null,
                [
                    .. rows.Where(row =>
                        source.IsNamed || who.May(Permission.ReviewLaw) || FoundCopy.MayChangeOfSource(who, row.TakenBy)
                    ),
                ],
                who.May(Permission.WriteStories)
            ),
            who,
            sent,
            problems
        );
    }

    public static string? DoneOf(HttpContext http, Words words) =>
        http.Request.Query["done"].ToString() switch
        {
            "CopySaved" => words["Done.CopySaved"],
            "CopyPublished" => words["Done.CopyPublished"],
            "CopyHidden" => words["Done.CopyHidden"],
            "CopyRemoved" => words["Done.CopyRemoved"],
            _ => null,
        };

    private async Task<IResult> Page(HttpContext http, Shown shown, SignedIn who, CopyForm? sent, Problem[] problems)
    {
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(EvidenceRoutes.Strings, around);
        var view = new SavedCopiesView
        {
            Around = around with { Title = words["Copies"], Done = DoneOf(http, words) ?? around.Done },
            Words = words,
            Source = shown.Source,
            IsNamed = shown.IsNamed,
            Statement = shown.Statement,
            Story = shown.Story,
            Action = shown.Action,
            MayAdd = shown.MayAdd,
            Most = TakeCopy.MaximumMegabytes,
            Address = sent?.Address ?? "",
            Title = sent?.Title ?? "",
            Copies =
            [
                .. shown
                    .Rows.OrderByDescending(row => row.TakenAt)
                    .Select(row => new SavedCopyLine(
                        $"/desk/copies/{row.Id}",
                        row.Title,
                        words.Moment(newsroom.Local(row.TakenAt)),
                        row.IsPublic
                    )),
            ],
            Problems = StoryHead.Told(problems, who.Language),
        };
        return await pages.Page<SavedCopiesPage>(view, problems.Length > 0 ? 422 : 200);
    }

    private sealed record Shown(
        string Source,
        bool IsNamed,
        string? Statement,
        string Action,
        CopyFact? Story,
        IReadOnlyList<SavedCopy> Rows,
        bool MayAdd
    );
}
