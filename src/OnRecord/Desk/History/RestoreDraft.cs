using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.History;

/// <summary>Makes an earlier text the draft again. The one it replaces is kept.</summary>
internal static class RestoreDraft
{
    public static async Task<IResult> Submit(
        Guid id,
        int revision,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        SaveDraft save,
        TimeProvider clock,
        Room room,
        PageRenderer pages
    )
    {
        Problem? problem = null;
        var found = false;
        try
        {
            await db.Transact(async () =>
            {
                var earlier = await db.SavedDrafts.FirstOrDefaultAsync(row =>
                    row.StoryId == id && row.Revision == revision
                );
                if (earlier is null || await db.Stories.FindAsync(id) is not { } story)
                    return;
                found = true;
                problem = await Restore(db, story, earlier, who, save, clock.GetUtcNow());
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            problem = new Problem("Somebody saved the story at this very moment. Look at it again, then repeat this.");
        }
        if (!found)
            return Results.NotFound();
        return problem is null
            ? SeeOther.At($"/desk/stories/{id}/history?done=restored")
            : await ShowHistory.Page(id, http, who, db, room, pages, [problem]);
    }

    private static async Task<Problem?> Restore(
        OnRecordDb db,
        Story story,
        SavedDraft earlier,
        SignedIn who,
        SaveDraft save,
        DateTimeOffset now
    )
    {
        if (!StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who)))
            return new Problem("You may not change this story as it stands now.");
        if (await db.StoryHolds.FindAsync(story.Id) is { } hold && hold.Stands(now) && hold.StaffId != who.Id)
            return Problem.With(
                null,
                "{0} has the story open just now. Ask for it on the text’s page first.",
                Draft.NameOf(await Draft.Names(db), hold.StaffId)
            );
        await KeepDraft.Of(db, story);
        await save.Into(db, story, earlier.Content with { }, who);
        db.Audit(who, now, "story.restored", $"story:{story.Id}", story.Draft.Headline, $"revision {earlier.Revision}");
        return null;
    }
}
