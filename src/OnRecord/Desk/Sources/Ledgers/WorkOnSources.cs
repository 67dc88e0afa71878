using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Sources.Ledgers;

/// <summary>A story's ledger by plain forms.</summary>
internal sealed class WorkOnSources(
    OnRecordDb db,
    SaveDraft save,
    AskSecondEditor ask,
    Checklist checklist,
    Room room,
    PageRenderer pages,
    TimeProvider clock
)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IResult> Get(Guid id, HttpContext http, SignedIn who) => await Page(id, [], http, who);

    /// <summary>Looks through the draft and marks what it finds in it.</summary>
    public Task<IResult> Find(Guid id, HttpContext http, SignedIn who)
    {
        var found = 0;
        return Do(
            id,
            http,
            who,
            async story =>
            {
                if (await db.Set<StoryHold>().FindAsync(id) is { } hold && hold.Stands(Now) && hold.StaffId != who.Id)
                    return Problem.With(
                        null,
                        "{0} has the story open just now. Ask for it on the text’s page first.",
                        Draft.NameOf(await Draft.Names(db), hold.StaffId)
                    );
                found = await LookForSources.Into(db, story, save, who, Now);
                return null;
            },
            () => $"?found={found}"
        );
    }

    public Task<IResult> Accept(Guid id, Guid entry, HttpContext http, SignedIn who) =>
        On(id, entry, http, who, row => KeepEntry.Accept(db, row, who.Id, Now));

    public Task<IResult> Refuse(Guid id, Guid entry, HttpContext http, SignedIn who) =>
        On(
            id,
            entry,
            http,
            who,
            row =>
            {
                KeepEntry.Refuse(row, who.Id, Now);
                return Task.CompletedTask;
            }
        );

    public Task<IResult> Agree(Guid id, Guid source, HttpContext http, SignedIn who) =>
        Do(
            id,
            http,
            who,
            story => ApproveUnnamed.Into(db, story, source, who, Now),
            () => $"#unnamed-{source}",
            mustWrite: false
        );

    public Task<IResult> Ask(Guid id, Guid source, HttpContext http, SignedIn who) =>
        Do(id, http, who, story => ask.For(db, story, source, who), () => $"?asked=1#unnamed-{source}");

    /// <summary>Whether readers see the sources of this story, and those that nobody has checked.</summary>
    public async Task<IResult> Switch(Guid id, HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        return await Do(
            id,
            http,
            who,
            async story =>
                form["switch"].ToString() switch
                {
                    "sources" => await ShowOrHide(story, form["to"] == "on", who),
                    "proposals" => Proposals(story, form["to"] == "on", who),
                    _ => new Problem("This is not what the page sends. Load it again."),
                },
            () => "?done=Saved"
        );
    }

    public async Task<IResult> Entry(Guid id, Guid entry, string? q, HttpContext http, SignedIn who) =>
        await StoryHead.Find(db, id) is { } story
        && await new EntryPages(db, room, pages).Read(story, entry) is { } form
            ? await new EntryPages(db, room, pages).Page(story, entry, form, q, [], http, who)
            : Results.NotFound();

    /// <summary>Says whose marked words are: makes the entry, or changes it.</summary>
    public async Task<IResult> Keep(Guid id, Guid entry, HttpContext http, SignedIn who)
    {
        var form = EntryPages.Form(await http.Request.ReadFormAsync());
        var read = form.Read();
        if (await StoryHead.Find(db, id) is not { } seen)
            return Results.NotFound();
        IReadOnlyList<Problem> problems = read.Refused ? [.. read.Problems] : [];
        if (problems.Count == 0)
        {
            var problem = await Change(id, who, story => Say(story, entry, read.Value!, who), mustWrite: true);
            problems = problem is null ? [] : [problem];
        }
        return problems.Count == 0
            ? SeeOther.At($"/desk/stories/{id}/sources#said-{entry}")
            : await new EntryPages(db, room, pages).Page(seen, entry, form, null, problems, http, who);
    }

    private async Task<Problem?> Say(Story story, Guid id, EntryWords said, SignedIn who)
    {
        var entry = await db.Set<LedgerEntry>().FindAsync(id);
        if (entry is not null && entry.StoryId != story.Id)
            return new Problem("These words belong to another story’s ledger. Mark them anew.");
        var words = MarkedPassages.Of(story.Draft.Text).FirstOrDefault(passage => passage.Key == $"{id}").Value;
        if (entry is null && words is null)
            return new Problem("words", "No words are marked. Mark what was said first.");
        if (entry is null)
        {
            entry = new LedgerEntry
            {
                Id = id,
                StoryId = story.Id,
                Words = "",
                CreatedAt = Now,
                CreatedBy = who.Id,
            };
            db.Set<LedgerEntry>().Add(entry);
        }
        if (words is not null)
            entry.Words = words.Length > LedgerEntry.LongestWords ? words[..LedgerEntry.LongestWords] : words;
        return await KeepEntry.Into(db, entry, said, who.Id, Now);
    }

    private async Task<Problem?> ShowOrHide(Story story, bool shown, SignedIn who)
    {
        if (!who.May(Permission.EditStories))
            return new Problem("Only an editor can switch a story’s sources on or off.");
        if (story.HidesSources == !shown)
            return null;
        await SwitchSources.Of(db, story, shown, who.Id, Now);
        var act = shown ? "story.sources-shown" : "story.sources-hidden";
        db.Audit(who, Now, act, $"story:{story.Id}", story.Draft.Headline);
        return null;
    }

    private Problem? Proposals(Story story, bool shown, SignedIn who)
    {
        if (shown && !who.May(Permission.EditStories))
            return new Problem("Only an editor can show readers what nobody has checked.");
        if (story.ShowsProposals == shown)
            return null;
        story.ShowsProposals = shown;
        var act = shown ? "story.proposals-shown" : "story.proposals-hidden";
        db.Audit(who, Now, act, $"story:{story.Id}", story.Draft.Headline);
        return null;
    }

    private Task<IResult> On(Guid id, Guid entry, HttpContext http, SignedIn who, Func<LedgerEntry, Task> act) =>
        Do(
            id,
            http,
            who,
            async story =>
            {
                var row = await db.Set<LedgerEntry>().FirstOrDefaultAsync(one => one.Id == entry && one.StoryId == id);
                if (row is null)
                    return new Problem("That entry is not in the ledger any more. Load the page again.");
                await act(row);
                return null;
            },
            () => $"#said-{entry}"
        );

    private async Task<IResult> Do(
        Guid id,
        HttpContext http,
        SignedIn who,
        Func<Story, Task<Problem?>> act,
        Func<string> then,
        bool mustWrite = true
    )
    {
        if (await StoryHead.Find(db, id) is null)
            return Results.NotFound();
        var problem = await Change(id, who, act, mustWrite);
        return problem is null
            ? SeeOther.At($"/desk/stories/{id}/sources{then()}")
            : await Page(id, [problem], http, who);
    }

    private async Task<Problem?> Change(Guid id, SignedIn who, Func<Story, Task<Problem?>> act, bool mustWrite)
    {
        try
        {
            return await Settled.Transact(
                db,
                async () =>
                {
                    if (await db.Set<Story>().FindAsync(id) is not { } story)
                        return null;
                    var problem =
                        mustWrite && !StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who))
                            ? new Problem("You may not change this story as it stands now.")
                            : await act(story);
                    // What was refused leaves no trace.
                    if (problem is not null)
                        db.ChangeTracker.Clear();
                    else
                        await save.Ledger(db, story, who);
                    return problem;
                }
            );
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<IResult> Page(Guid id, IReadOnlyList<Problem> problems, HttpContext http, SignedIn who)
    {
        if (await StoryHead.Find(db, id) is not { } story)
            return Results.NotFound();
        var view = await ReadStorySources.Of(db, story, checklist, room, http, who);
        if (problems.Count > 0)
            view = view with { Problems = StoryHead.Told(problems, who.Language) };
        return await pages.Page<StorySourcesPage>(view, problems.Count > 0 ? 422 : 200);
    }
}
