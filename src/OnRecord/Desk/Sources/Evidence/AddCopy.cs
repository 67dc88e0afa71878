using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>Saves a copy of an address, or takes a document: behind a statement, or behind a source as a whole.</summary>
internal sealed class AddCopy(
    OnRecordDb db,
    TakeCopy take,
    SaveDraft save,
    Checklist checklist,
    ShowCopies pages,
    TimeProvider clock
)
{
    public async Task<IResult> ToEntry(Guid id, Guid entry, HttpContext http, SignedIn who)
    {
        var form = await CopyForm.Read(http);
        var (place, missing) = await Place(id, entry, who);
        if (missing)
            return Results.NotFound();
        Task<IResult> Refuse(IEnumerable<Problem> problems) =>
            WantsJson(http)
                ? Task.FromResult(KeepWords.Refused(who, [.. problems]))
                : pages.OfEntry(id, entry, http, who, form, [.. problems]);
        if (place.Refused)
            return await Refuse(place.Problems);
        var outcome = await Take(form, place.Value, http.RequestAborted);
        if (outcome.Refused)
            return await Refuse(outcome.Problems);
        await using var taken = outcome.Value;
        // Fetching took its time; who may write the story, and whose the words are, is asked again.
        var problem = await Settled.Transact<Problem>(db, () => Keep(taken.Row, id, entry, who));
        if (problem is not null)
        {
            db.ChangeTracker.Clear();
            return await Refuse([problem]);
        }
        if (!WantsJson(http))
            return SeeOther.At($"/desk/copies/{taken.Row.Id}?done=CopySaved");
        db.ChangeTracker.Clear();
        return Results.Ok(await ReadLedger.Of(db, (await db.Set<Story>().FindAsync(id))!, who, checklist));
    }

    public async Task<IResult> ToSource(Guid id, HttpContext http, SignedIn who)
    {
        var form = await CopyForm.Read(http);
        if (await FoundCopy.SourceOf(db, id) is not { } source)
            return Results.NotFound();
        var outcome = await Take(form, new CopyPlace(source.Id, null, who.Id), http.RequestAborted);
        if (outcome.Refused)
            return WantsJson(http)
                ? KeepWords.Refused(who, [.. outcome.Problems])
                : await pages.OfSource(id, http, who, form, [.. outcome.Problems]);
        await using var taken = outcome.Value;
        await db.Transact(() =>
        {
            db.Set<SavedCopy>().Add(taken.Row);
            Note(taken.Row, source, $"source:{source.Id}", source.Name, who);
            return Task.CompletedTask;
        });
        var row = taken.Row;
        return WantsJson(http)
            ? Results.Ok(new CopyView(row.Id, row.Title, row.TakenAt, row.IsPublic))
            : SeeOther.At($"/desk/copies/{row.Id}?done=CopySaved");
    }

    /// <summary>Whether the editor asks, and not a form of a page.</summary>
    public static bool WantsJson(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private async Task<Outcome<TakenCopy>> Take(CopyForm form, CopyPlace place, CancellationToken stop)
    {
        if (form.File is not { Length: > 0 } file)
            return form.Address.Trim().Length > 0
                ? await take.Fetch(form.Address, place, stop)
                : new Problem("address", "Write an address, or choose a document.");
        await using var document = file.OpenReadStream();
        return await take.Bring(document, file.FileName, form.Title, place, stop);
    }

    private async Task<(Outcome<CopyPlace> Place, bool Missing)> Place(Guid id, Guid entry, SignedIn who)
    {
        if (
            await db.Set<Story>().FindAsync(id) is not { } story
            || await db.Set<LedgerEntry>().FirstOrDefaultAsync(one => one.Id == entry && one.StoryId == id)
                is not { } row
        )
            return (default, true);
        if (!StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who)))
            return (new Problem("You may not change this story as it stands now."), false);
        return row is { State: LedgerState.Accepted, SourceId: { } source }
            ? (new CopyPlace(source, entry, who.Id), false)
            : (new Problem("Say first whose words these are; then a copy can stand behind them."), false);
    }

    private async Task<Problem?> Keep(SavedCopy row, Guid id, Guid entry, SignedIn who)
    {
        var (place, missing) = await Place(id, entry, who);
        if (missing || place.Refused)
            return missing
                ? new Problem("That statement is not in the ledger any more, so the copy was not kept.")
                : place.Problems[0];
        var story = (await db.Set<Story>().FindAsync(id))!;
        var source = (await FoundCopy.SourceOf(db, place.Value.SourceId))!;
        db.Set<SavedCopy>().Add(row);
        await save.Ledger(db, story, who);
        Note(row, source, $"story:{id}", story.Draft.Headline, who);
        return null;
    }

    // The log is read and exported by others: of somebody who is not named not even a title stands in it.
    private void Note(SavedCopy row, Source source, string subject, string label, SignedIn who) =>
        db.Audit(
            who,
            clock.GetUtcNow(),
            "source.copy-saved",
            subject,
            label,
            source.IsNamed ? row.Address ?? row.Title : null
        );
}

/// <summary>What is sent: an address, or a document with its title.</summary>
internal sealed record CopyForm(string Address, string Title, IFormFile? File)
{
    public static readonly CopyForm Empty = new("", "", null);

    public static async Task<CopyForm> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Empty;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new CopyForm(
            form["address"].ToString(),
            form["title"].ToString(),
            form.Files.GetFile("file") is { FileName.Length: > 0 } file ? file : null
        );
    }
}
