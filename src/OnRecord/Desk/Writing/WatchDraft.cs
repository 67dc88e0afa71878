using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;

namespace OnRecord.Desk.Writing;

/// <summary>The draft as it now is, for a colleague who watches; and who holds it.</summary>
internal static class WatchDraft
{
    // Whoever watches asks every two seconds; comments and holds of the last few are told again.
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(6);

    public static async Task<IResult> Get(Guid id, int? since, OnRecordDb db, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (since is not null && !await HasNews(db, id, since.Value, now))
            return Results.NoContent();
        if (await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } story)
            return Results.NotFound();
        return Results.Ok(
            new DraftView(
                story.Revision,
                story.SavedAt,
                Draft.NameOf(await Draft.Names(db), story.SavedBy),
                DraftContent.Of(story.Draft),
                await Draft.Hold(db, story, now),
                await Draft.Comments(db, id)
            )
        );
    }

    public static async Task<IResult> Hold(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        HoldStory holds,
        TimeProvider clock
    )
    {
        if (await SoundJson.Read<HoldForm>(http.Request) is not { Tab.Length: > 0 and <= 100 } form)
            return Results.BadRequest();
        var view = await Settled.Transact(
            db,
            async () =>
            {
                if (await db.Stories.FindAsync(id) is not { } story)
                    return null;
                await Act(form, who, db, holds, story);
                await db.SaveChangesAsync();
                return await Draft.Hold(db, story, clock.GetUtcNow());
            }
        );
        return view is null ? Results.NotFound() : Results.Ok(view);
    }

    private static async Task Act(HoldForm form, SignedIn who, OnRecordDb db, HoldStory holds, Story story)
    {
        var may = Stories.Workflow.StoryMoves.MayWrite(story, who, await Stories.Workflow.WhoWrites.Is(db, story, who));
        switch (form.Act)
        {
            case "hold" when may:
                await holds.Hold(db, story, who, form.Tab);
                break;
            case "take" when may:
                await holds.Take(db, story, who, form.Tab);
                break;
            case "ask" when may:
                await holds.Ask(db, story, who);
                break;
            case "release":
                await HoldStory.Release(db, story, who, form.Tab);
                break;
            case "refuse":
                await HoldStory.Refuse(db, story, who, form.Tab);
                break;
        }
    }

    private static async Task<bool> HasNews(OnRecordDb db, Guid id, int since, DateTimeOffset now)
    {
        var (recent, lapsed) = (now - Recent, now - StoryHold.Lapse);
        return await db.Set<Story>().AnyAsync(row => row.Id == id && row.Revision != since)
            || await db.Set<StoryComment>()
                .AnyAsync(row => row.StoryId == id && (row.At > recent || row.ResolvedAt > recent))
            || !await db.Set<StoryHold>()
                .AnyAsync(row => row.StoryId == id && row.SeenAt > lapsed && row.Since < recent)
            || await db.Set<StoryRequest>().AnyAsync(row => row.StoryId == id && row.At > recent);
    }
}

/// <summary>What a window does about holding a story.</summary>
public sealed record HoldForm(string Tab, string Act);
