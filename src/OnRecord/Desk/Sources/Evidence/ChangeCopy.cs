using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>Lets readers open a copy, keeps it to the newsroom again, or takes it away.</summary>
internal sealed class ChangeCopy(
    OnRecordDb db,
    EvidenceFolder folder,
    SaveDraft save,
    Checklist checklist,
    Room room,
    PageRenderer pages,
    TimeProvider clock
)
{
    public Task<IResult> Show(Guid copy, HttpContext http, SignedIn who) =>
        Do(copy, http, who, "source.copy-published", "CopyPublished", LetReaders);

    public Task<IResult> Hide(Guid copy, HttpContext http, SignedIn who) =>
        Do(
            copy,
            http,
            who,
            "source.copy-hidden",
            "CopyHidden",
            found =>
            {
                found.Row.IsPublic = false;
                return null;
            }
        );

    public async Task<IResult> Remove(Guid copy, HttpContext http, SignedIn who)
    {
        SavedCopy? gone = null;
        var answer = await Do(copy, http, who, "source.copy-removed", "CopyRemoved", TakeAway);
        if (gone is not null && !await db.Set<SavedCopy>().AnyAsync(row => row.Id == copy))
        {
            folder.Remove(gone.Sha256, copy);
            await folder.Clear(gone.Sha256, () => db.Set<SavedCopy>().AnyAsync(row => row.Sha256 == gone.Sha256));
        }
        return answer;

        Problem? TakeAway(FoundCopy found)
        {
            if (found.Row.IsPublic)
                return new Problem("Readers may open this copy. Make it private first, then remove it.");
            db.Set<SavedCopy>().Remove(gone = found.Row);
            return null;
        }
    }

    private static Problem? LetReaders(FoundCopy found)
    {
        if (!found.Source.IsNamed)
            return new Problem("This source is not named, and a copy may say who they are. It stays private.");
        if (found.Entry is null)
            return new Problem(
                "This copy stands behind the source as a whole, and readers see copies beside statements. Save it behind a statement to show it."
            );
        found.Row.IsPublic = true;
        return null;
    }

    private async Task<IResult> Do(
        Guid id,
        HttpContext http,
        SignedIn who,
        string act,
        string done,
        Func<FoundCopy, Problem?> change
    )
    {
        FoundCopy? found = null;
        Problem? problem = null;
        var refused = await Settled.Transact<IResult>(
            db,
            async () =>
            {
                found = await FoundCopy.Find(db, id, who);
                if (found is null || !found.MaySee(who))
                    return Results.NotFound();
                problem = found.MayChange
                    ? change(found)
                    : new Problem("You may not change this story as it stands now.");
                if (problem is not null)
                    return Results.UnprocessableEntity();
                if (found.Story is { } story)
                    await save.Ledger(db, story, who);
                Note(found, act, who);
                return null;
            }
        );
        db.ChangeTracker.Clear();
        if (problem is not null)
            return AddCopy.WantsJson(http)
                ? KeepWords.Refused(who, problem)
                : await ShowCopy.Page(id, http, who, db, folder, room, pages, problem);
        return refused ?? await Done(found!, http, who, done);
    }

    private async Task<IResult> Done(FoundCopy found, HttpContext http, SignedIn who, string done)
    {
        var row = found.Row;
        if (!AddCopy.WantsJson(http))
            return SeeOther.At($"{(done == "CopyRemoved" ? found.AllOfThem : found.Page)}?done={done}");
        return found.Story is { } story
            ? Results.Ok(await ReadLedger.Of(db, (await db.Set<Story>().FindAsync(story.Id))!, who, checklist))
            : Results.Ok(new CopyView(row.Id, row.Title, row.TakenAt, row.IsPublic));
    }

    private void Note(FoundCopy found, string act, SignedIn who) =>
        db.Audit(
            who,
            clock.GetUtcNow(),
            act,
            found.Story is { } story ? $"story:{story.Id}" : $"source:{found.Source.Id}",
            found.Story?.Draft.Headline ?? found.Source.Name,
            found.Source.IsNamed ? found.Row.Address ?? found.Row.Title : null
        );
}
