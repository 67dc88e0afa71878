using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>A source that somebody writes down before any story quotes it.</summary>
internal static class AddSource
{
    public static Task<IResult> Get(HttpContext http, SignedIn who, Room room, PageRenderer pages) =>
        Page(new SourceWords { Name = "" }, [], http, who, room, pages);

    public static async Task<IResult> Submit(
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        var said = SourceForm.Read(await http.Request.ReadFormAsync());
        var (problem, id) = (said.Wrong(), Guid.CreateVersion7(clock.GetUtcNow()));
        if (problem is null)
            await db.Transact(async () =>
            {
                if (await IsKnown(db, said))
                {
                    problem = Problem.With(
                        "name",
                        "There is a source named {0} already. Use that one, or add what tells the two apart.",
                        said.Name
                    );
                    return;
                }
                Write(db, id, said, who, clock.GetUtcNow());
            });
        return problem is null
            ? SeeOther.At($"/desk/sources/{id}?done=Saved")
            : await Page(said, [problem], http, who, room, pages);
    }

    // Of the same name: known. Those who are not named are never taken for one another.
    private static async Task<bool> IsKnown(OnRecordDb db, SourceWords said)
    {
        var fold = SearchFold.Of(said.Name);
        return said.IsNamed
            && await db.Set<Source>().AnyAsync(row => row.Search == fold && row.IsNamed && row.MergedIntoId == null);
    }

    private static void Write(OnRecordDb db, Guid id, SourceWords said, SignedIn who, DateTimeOffset now)
    {
        db.Set<Source>()
            .Add(
                new Source
                {
                    Id = id,
                    Kind = said.Kind,
                    Name = said.Name,
                    Role = said.Role,
                    Affiliation = said.Affiliation,
                    Address = said.Address,
                    IsNamed = said.IsNamed,
                    Reason = said.Reason,
                    Notes = said.Notes,
                    CreatedAt = now,
                    CreatedBy = who.Id,
                }
            );
        db.Audit(who, now, "source.added", $"source:{id}", said.Name);
    }

    private static async Task<IResult> Page(
        SourceWords said,
        IReadOnlyList<Problem> problems,
        HttpContext http,
        SignedIn who,
        Room room,
        PageRenderer pages
    )
    {
        var (around, _) = await room.Around(http, "");
        var words = Room.Words(SourcesRoutes.Strings, around);
        var view = new NewSourceView(
            around with
            {
                Title = words["NewSource"],
            },
            words,
            SourceForm.Fields(said, words, who.Language, problems)
        );
        return await pages.Page<NewSourcePage>(view, problems.Count > 0 ? 422 : 200);
    }
}
