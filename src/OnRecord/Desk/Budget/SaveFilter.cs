using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Budget;

/// <summary>Keeps a choice from the story list under a name, for oneself or for all.</summary>
internal static class SaveFilter
{
    private const int MaximumCount = 100;

    public static async Task<IResult> Submit(
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        TimeProvider clock,
        PageRenderer pages
    )
    {
        var form = await http.Request.ReadFormAsync();
        var name = form["name"].ToString().Trim();
        var query = BudgetQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(form["query"].ToString())));
        Problem? problem =
            name.Length is 0 or > 60 ? new Problem("name", "Give the view a name of at most 60 characters.")
            : await db.Set<SavedFilter>().CountAsync(row => row.StaffId == who.Id) >= MaximumCount
                ? Problem.With("name", "You have {0} views already. Remove one first.", MaximumCount)
            : null;
        if (problem is not null)
            return await ShowBudget.Page(query, http, who, db, room, clock, pages, [problem]);
        await db.Transact(async () =>
        {
            var known = await db.SavedFilters.FirstOrDefaultAsync(row => row.StaffId == who.Id && row.Name == name);
            if (known is null)
                db.SavedFilters.Add(
                    known = new SavedFilter
                    {
                        Id = Guid.CreateVersion7(),
                        StaffId = who.Id,
                        Name = name,
                        Query = "",
                    }
                );
            (known.Query, known.Shared) = (query.Written(), form["shared"] == "on");
        });
        return SeeOther.At($"/desk/stories?{query.Written()}");
    }

    public static async Task<IResult> Remove(Guid id, SignedIn who, OnRecordDb db)
    {
        await db.Transact(() =>
            db.Set<SavedFilter>().Where(row => row.Id == id && row.StaffId == who.Id).ExecuteDeleteAsync()
        );
        return SeeOther.At("/desk/stories");
    }
}
