using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>Two rows that are one source: pick the other, look at both, then make them one.</summary>
internal static class MergeSource
{
    private const int Found = 12;

    public static async Task<IResult> Get(
        Guid id,
        string? q,
        Guid? into,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    )
    {
        if (await Find(db, id) is not { } from)
            return Results.NotFound();
        if (from.MergedIntoId is { } gone)
            return SeeOther.At($"/desk/sources/{gone}");
        var other = into is { } picked ? await Find(db, picked) : null;
        var problem = other is null ? null : await MergeSources.Refused(db, from, other);
        // What cannot be merged is said before anything was sent, so it is no refused form.
        return await Page(from, problem is null ? other : null, q, problem, 200, http, who, db, room, pages);
    }

    public static async Task<IResult> Submit(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        var form = await http.Request.ReadFormAsync();
        if (await Find(db, id) is not { } from)
            return Results.NotFound();
        Problem? problem = null;
        DescribedSource? done = null;
        await db.Transact(async () =>
        {
            var one = await db.Set<Source>().FindAsync(id);
            var other = Guid.TryParse(form["into"], out var into) ? await db.Set<Source>().FindAsync(into) : null;
            if (one is null || other is null)
            {
                problem = new Problem("into", "Pick the source into which this one is merged.");
                return;
            }
            var outcome = await MergeSources.Into(
                db,
                one,
                other,
                form["quiet"].ToString().Length > 0,
                who,
                clock.GetUtcNow()
            );
            problem = outcome.Refused ? outcome.Problems[0] : null;
            done = outcome.Value;
        });
        return done is not null
            ? SeeOther.At($"/desk/sources/{done.Id}?{(done.Renewed > 0 ? $"renewed={done.Renewed}" : "done=Saved")}")
            : await Page(from, null, null, problem, 422, http, who, db, room, pages);
    }

    private static Task<Source?> Find(OnRecordDb db, Guid id) =>
        db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);

    private static async Task<IResult> Page(
        Source from,
        Source? into,
        string? q,
        Problem? problem,
        int status,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    )
    {
        var (around, _) = await room.Around(http, "");
        var words = Room.Words(SourcesRoutes.Strings, around);
        // Without words of one's own, those that share a name with it come first.
        var sought = q?.Trim() is { Length: > 0 and <= 200 } asked ? asked : from.Name.Split(' ')[^1];
        var found = into is null ? await FindSourcePage.Of(db, sought, null, null, Found + 1) : [];
        found.RemoveAll(row => row.Id == from.Id || row.IsNamed != from.IsNamed);
        var numbers = await FindSourcePage.Numbers(db, [.. found.Select(row => row.Id)]);
        var view = new MergeView
        {
            Around = around with { Title = words["MergeHeading"] },
            Words = words,
            Problems = problem is null ? [] : StoryHead.Told([problem], who.Language),
            From = await Side(db, from),
            Into = into is null ? null : await Side(db, into),
            Sought = sought,
            Found =
            [
                .. found.Select(row =>
                {
                    var number = numbers.GetValueOrDefault(row.Id, SourceNumbers.None);
                    return new SourceRowView(
                        ReadLedger.View(row),
                        number.Statements,
                        number.PassedOn,
                        number.Stories,
                        null
                    );
                }),
            ],
        };
        return await pages.Page<MergePage>(view, status);
    }

    private static async Task<MergeSideView> Side(OnRecordDb db, Source source)
    {
        var entries = db.Set<LedgerEntry>()
            .Where(row => (row.SourceId == source.Id || row.ViaId == source.Id) && row.State != LedgerState.Refused);
        return new MergeSideView(
            ReadLedger.View(source),
            await entries.CountAsync(),
            await entries.Select(row => row.StoryId).Distinct().CountAsync(),
            await db.Set<SavedCopy>().CountAsync(row => row.SourceId == source.Id),
            await DescribeSource.StoriesThatShow(db, source.Id)
        );
    }
}
