using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Desk.Sources.Ledgers;

/// <summary>The page on which somebody says whose words are.</summary>
internal sealed class EntryPages(OnRecordDb db, Room room, PageRenderer pages)
{
    private const int Offered = 12;
    private const int OutletsOffered = 200;

    public static EntryForm Form(IFormCollection form) =>
        new()
        {
            SourceId = Guid.TryParse(form["source"], out var source) ? source : null,
            Name = Line(form, "name"),
            Kind = form["kind"],
            Role = Line(form, "role"),
            Affiliation = Line(form, "affiliation"),
            Address = Line(form, "address"),
            IsNamed = form["named"] != "no",
            Reason = form["reason"],
            Form = form["form"],
            Standing = form["standing"],
            Channel = form["channel"],
            ViaName = Line(form, "via"),
            SaidOn = form["saidOn"],
            Sought = form["sought"],
            Note = Line(form, "note"),
        };

    /// <summary>What is said of an entry now; of marked words that have none yet, nothing. Null where neither is there.</summary>
    public async Task<EntryForm?> Read(Story story, Guid id)
    {
        var entry = await db.Set<LedgerEntry>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id && row.StoryId == story.Id);
        if (entry is null)
            return MarkedPassages.Of(story.Draft.Text).Any(passage => passage.Key == $"{id}") ? new EntryForm() : null;
        var via = entry.ViaId is { } outlet ? await db.Set<Source>().FindAsync(outlet) : null;
        return new EntryForm
        {
            SourceId = entry.SourceId,
            Name = entry.SourceId is null ? entry.ProposedName : null,
            Kind = $"{(entry.ProposedKind == 0 ? SourceKind.Person : entry.ProposedKind)}",
            Role = entry.SourceId is null ? entry.ProposedRole : null,
            IsNamed = entry.ProposedIsNamed,
            Form = $"{entry.Form}",
            Standing = $"{entry.Standing}",
            Channel = $"{entry.Channel}",
            ViaName = via?.Name ?? entry.ProposedVia,
            SaidOn = entry.SaidOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Sought = $"{entry.Sought}",
            Note = entry.Note,
        };
    }

    public async Task<IResult> Page(
        Story story,
        Guid id,
        EntryForm form,
        string? q,
        IReadOnlyList<Problem> problems,
        HttpContext http,
        SignedIn who
    )
    {
        var (head, _) = await StoryHead.Of(story, http, who, room, "sources");
        var words = new Words(SourcesRoutes.Strings, who.Language);
        var sought = q?.Trim() is { Length: <= 200 } asked ? asked : "";
        var known = await db.Set<LedgerEntry>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        var view = new EntryPageView
        {
            Head = head with { Around = head.Around with { Title = words["WhoseWords"] } },
            Words = words,
            Problems = StoryHead.Told(problems, who.Language),
            Id = id,
            Said =
                MarkedPassages.Of(story.Draft.Text).FirstOrDefault(passage => passage.Key == $"{id}").Value
                ?? known?.Words
                ?? "",
            Form = form,
            Offered = [.. (await Sources(story.Id, form.SourceId, sought)).Select(ReadLedger.View)],
            Outlets =
            [
                .. (await FindSourcePage.Of(db, "", SourceKind.Outlet, null, OutletsOffered)).Select(ReadLedger.View),
            ],
            Sought = sought,
        };
        return await pages.Page<EntryPage>(view, problems.Count > 0 ? 422 : 200);
    }

    // Those of the story, and those that were sought.
    private async Task<IEnumerable<Source>> Sources(Guid story, Guid? picked, string sought)
    {
        var ids = db.Set<LedgerEntry>().Where(row => row.StoryId == story).Select(row => row.SourceId);
        var own = await db.Set<Source>()
            .Where(row => (ids.Contains(row.Id) || row.Id == picked) && row.MergedIntoId == null)
            .OrderBy(row => row.Search)
            .AsNoTracking()
            .ToListAsync();
        var found = sought.Length == 0 ? [] : await FindSourcePage.Of(db, sought, null, null, Offered);
        return found.Concat(own).DistinctBy(row => row.Id);
    }

    private static string? Line(IFormCollection form, string field) =>
        new string([.. form[field].ToString().Where(c => !char.IsControl(c))]).Trim() is { Length: > 0 } line
            ? line
            : null;
}
