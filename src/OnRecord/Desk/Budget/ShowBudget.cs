using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Budget;

/// <summary>The list of stories.</summary>
internal static class ShowBudget
{
    private const int PageSize = 50;

    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Budget.BudgetWords",
        typeof(ShowBudget).Assembly
    );

    public static Task<IResult> Get(
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        TimeProvider clock,
        PageRenderer pages
    ) => Page(BudgetQuery.Read(http.Request.Query), http, who, db, room, clock, pages, []);

    public static async Task<IResult> Page(
        BudgetQuery query,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        TimeProvider clock,
        PageRenderer pages,
        IReadOnlyList<Problem> problems
    )
    {
        var words = new Words(Strings, who.Language);
        var (around, newsroom) = await room.Around(http, new Words(Room.Strings, who.Language)["Stories"]);
        var now = clock.GetUtcNow();
        var rows = await StoryList.Of(db, query, who.Id, newsroom, now, PageSize + 1);
        var shown = rows.Take(PageSize).ToList();
        var view = new BudgetView
        {
            Around = around,
            Words = words,
            Query = query,
            Stories = await StoryRows.Of(db, shown, newsroom, words, now),
            States = await States(db),
            Staff =
            [
                .. (await db.Set<StaffMember>().AsNoTracking().OrderBy(row => row.Name).ToListAsync())
                    .Where(row => row.Roles.May(Permission.WriteStories))
                    .Select(row => new NamedView(row.Id, row.Name)),
            ],
            Sections = await db.Set<Section>()
                .OrderBy(row => row.Position)
                .Select(row => new NamedView(row.Id, row.Name))
                .ToListAsync(),
            Filters = await Filters(db, who, query),
            Next = rows.Count > PageSize ? query.Written(new BudgetPlaceView($"{shown[^1].Place(query.Sort)}")) : null,
            MayWrite = who.May(Permission.WriteStories),
            Problems = StoryHead.Told(problems, who.Language),
        };
        return await pages.Page<BudgetPage>(
            view,
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static async Task<IReadOnlyList<StateCountView>> States(OnRecordDb db)
    {
        var counts = await db.Set<Story>()
            .GroupBy(story => story.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.State, row => row.Count);
        return
        [
            new StateCountView("motion", counts.Where(row => row.Key < StoryState.Published).Sum(row => row.Value)),
            .. Enum.GetValues<StoryState>()
                .Select(state => new StateCountView($"{state}", counts.GetValueOrDefault(state))),
            new StateCountView("all", counts.Values.Sum()),
        ];
    }

    private static async Task<IReadOnlyList<SavedFilterView>> Filters(OnRecordDb db, SignedIn who, BudgetQuery query)
    {
        var here = query.Written();
        var rows = await db.Set<SavedFilter>()
            .Where(row => row.StaffId == who.Id || row.Shared)
            .OrderBy(row => row.Name)
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(row => new SavedFilterView(
                row.Id,
                row.Name,
                row.Query,
                row.StaffId == who.Id,
                row.Query == here
            )),
        ];
    }
}
