using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.PublicRecord;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>Says anew what a source is. Where readers have stories that show it, asks once more before each gets a new version.</summary>
internal static class EditSource
{
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
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } source)
            return Results.NotFound();
        var said = SourceForm.Read(form);
        var problem = await DescribeSource.Refused(db, source, said, who);
        if (problem is null && form["confirmed"].ToString().Length == 0 && DescribeSource.IsSeen(source, said))
        {
            var stories = await DescribeSource.StoriesThatShow(db, id);
            if (stories > 0)
                return await Confirm(source, said, stories, form, http, room, pages);
        }
        DescribedSource? done = null;
        if (problem is null)
            try
            {
                await db.Transact(async () =>
                {
                    var row = await db.Set<Source>().FirstAsync(one => one.Id == id);
                    var outcome = await DescribeSource.Into(db, row, said, IsQuiet(form), who, clock.GetUtcNow());
                    if (outcome.Refused)
                        problem = outcome.Problems[0];
                    done = outcome.Value;
                });
            }
            catch (RecordRefusal refusal)
            {
                db.ChangeTracker.Clear();
                problem = refusal.Problem;
            }
        return problem is not null
                ? await ShowSource.Page(source, said, [problem], 1, http, who, db, room, pages, clock)
            : done!.Renewed > 0 ? SeeOther.At($"/desk/sources/{done.Id}?renewed={done.Renewed}")
            : SeeOther.At($"/desk/sources/{done.Id}?done=Saved");
    }

    private static bool IsQuiet(IFormCollection form) => form["quiet"].ToString().Length > 0;

    private static async Task<IResult> Confirm(
        Source source,
        SourceWords said,
        int stories,
        IFormCollection form,
        HttpContext http,
        Room room,
        PageRenderer pages
    )
    {
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(SourcesRoutes.Strings, around);
        var after = new Source
        {
            Id = source.Id,
            Kind = said.Kind,
            Name = said.Name,
            IsNamed = said.IsNamed,
            Reason = said.Reason,
            CreatedAt = source.CreatedAt,
        };
        return await pages.Page<ConfirmChangePage>(
            new ConfirmChangeView
            {
                Around = around with { Title = words["ConfirmHeading"] },
                Words = words,
                Id = source.Id,
                Name = source.Name,
                Stories = stories,
                Quiet = IsQuiet(form),
                Note = SourceNotes.Of(newsroom, SourceWords.Of(source), after)(newsroom.Language),
                Changes = [.. Changes(SourceWords.Of(source), said, words)],
                Sent =
                [
                    .. form.Where(field => field.Key != "__RequestVerificationToken")
                        .Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())),
                ],
            }
        );
    }

    private static IEnumerable<ChangedFieldView> Changes(SourceWords before, SourceWords after, Words words) =>
        new ChangedFieldView[]
        {
            new("Name", before.Name, after.Name),
            new("KindOf", words[$"Kind.{before.Kind}"], words[$"Kind.{after.Kind}"]),
            new("Role", before.Role ?? "", after.Role ?? ""),
            new("Affiliation", before.Affiliation ?? "", after.Affiliation ?? ""),
            new("Address", before.Address ?? "", after.Address ?? ""),
            new("NamedLegend", Named(before, words), Named(after, words)),
            new("Reason", Reason(before, words), Reason(after, words)),
        }.Where(row => row.Was != row.Is);

    private static string Named(SourceWords said, Words words) => words[said.IsNamed ? "IsNamed" : "IsNotNamed"];

    private static string Reason(SourceWords said, Words words) =>
        said.Reason is { } reason ? words[$"Reason.{reason}"] : "";
}
