using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Ledger;

/// <summary>The ledger beside the text: what the editor asks of it and does to it, as JSON.</summary>
internal sealed class WorkOnLedger(OnRecordDb db, SaveDraft save, Checklist checklist, TimeProvider clock)
{
    public async Task<IResult> Get(Guid id, SignedIn who) =>
        await StoryHead.Find(db, id) is { } story
            ? Results.Ok(await ReadLedger.Of(db, story, who, checklist))
            : Results.NotFound();

    /// <summary>Looks through the saved draft for statements that nobody has tied to a source.</summary>
    public async Task<IResult> Find(Guid id, SignedIn who)
    {
        IReadOnlyList<ProposedEntry> found = [];
        return await Do(
            id,
            who,
            async story =>
            {
                found = await ProposeSources.Into(
                    db,
                    id,
                    story.Draft.Text,
                    story.Draft.Language,
                    who.Id,
                    clock.GetUtcNow()
                );
                return null;
            },
            ledger => new FoundView(
                ledger,
                [
                    .. found.Select(one => new FoundPlacesView(
                        one.Entry.Id,
                        [.. one.Places.Select(place => new FoundPlaceView(place.Line, place.Start, place.End))]
                    )),
                ]
            )
        );
    }

    /// <summary>Says whose the marked words are: makes the entry, or changes it.</summary>
    public async Task<IResult> Put(Guid id, Guid entry, HttpContext http, SignedIn who)
    {
        if (await SoundJson.Read<EntryForm>(http.Request) is not { } form)
            return KeepWords.Refused(who, new Problem("This is not what the editor sends. Load the page again."));
        var read = form.Read();
        if (read.Refused)
            return KeepWords.Refused(who, [.. read.Problems]);
        return await Do(id, who, story => Keep(story, entry, form, read.Value, who));
    }

    public Task<IResult> Accept(Guid id, Guid entry, SignedIn who) =>
        On(id, entry, who, row => KeepEntry.Accept(db, row, who.Id, clock.GetUtcNow()));

    public Task<IResult> Refuse(Guid id, Guid entry, SignedIn who) =>
        On(
            id,
            entry,
            who,
            row =>
            {
                KeepEntry.Refuse(row, who.Id, clock.GetUtcNow());
                return Task.CompletedTask;
            }
        );

    /// <summary>A second editor agrees that a source is not named.</summary>
    public Task<IResult> Approve(Guid id, Guid source, SignedIn who) =>
        Do(id, who, story => ApproveUnnamed.Into(db, story, source, who, clock.GetUtcNow()), mustWrite: false);

    private async Task<Problem?> Keep(Story story, Guid id, EntryForm form, EntryWords said, SignedIn who)
    {
        var now = clock.GetUtcNow();
        var entry = await db.Set<LedgerEntry>().FindAsync(id);
        if (entry is not null && entry.StoryId != story.Id)
            return new Problem("These words belong to another story’s ledger. Mark them anew.");
        var words = form.Words?.Trim() ?? "";
        if (words.Length > LedgerEntry.LongestWords)
            words = words[..LedgerEntry.LongestWords];
        if (entry is null)
        {
            if (words.Length == 0)
                return new Problem("words", "No words are marked. Mark what was said first.");
            entry = new LedgerEntry
            {
                Id = id,
                StoryId = story.Id,
                Words = words,
                CreatedAt = now,
                CreatedBy = who.Id,
            };
            db.Set<LedgerEntry>().Add(entry);
        }
        else if (words.Length > 0)
            entry.Words = words;
        var problem = await KeepEntry.Into(db, entry, said, who.Id, now);
        return problem;
    }

    private Task<IResult> On(Guid id, Guid entry, SignedIn who, Func<LedgerEntry, Task> act) =>
        Do(
            id,
            who,
            async story =>
            {
                var row = await db.Set<LedgerEntry>().FirstOrDefaultAsync(one => one.Id == entry && one.StoryId == id);
                if (row is null)
                    return new Problem("That entry is not in the ledger any more. Load the page again.");
                await act(row);
                return null;
            }
        );

    private async Task<IResult> Do(
        Guid id,
        SignedIn who,
        Func<Story, Task<Problem?>> act,
        Func<LedgerView, object>? then = null,
        bool mustWrite = true
    )
    {
        var refused = await Settled.Transact<IResult>(
            db,
            async () =>
            {
                if (await db.Set<Story>().FindAsync(id) is not { } story)
                    return Results.NotFound();
                if (mustWrite && !StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who)))
                    return KeepWords.Refused(who, new Problem("You may not change this story as it stands now."));
                if (await act(story) is { } problem)
                {
                    db.ChangeTracker.Clear();
                    return KeepWords.Refused(who, problem);
                }
                await save.Ledger(db, story, who);
                return null;
            }
        );
        if (refused is not null)
            return refused;
        db.ChangeTracker.Clear();
        var ledger = await ReadLedger.Of(db, (await db.Set<Story>().FindAsync(id))!, who, checklist);
        return Results.Ok(then?.Invoke(ledger) ?? ledger);
    }
}
