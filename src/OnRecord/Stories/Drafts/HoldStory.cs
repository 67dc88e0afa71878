using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Drafts;

/// <summary>Who writes in a story just now. Each verb works within the caller's transaction.</summary>
internal sealed class HoldStory(GiveNotice notices, TimeProvider clock)
{
    /// <summary>Takes hold where nobody else has, and says again that one is there.</summary>
    /// <returns>Whether it is held by this window now.</returns>
    public async Task<bool> Hold(OnRecordDb db, Story story, SignedIn who, string tab)
    {
        var now = clock.GetUtcNow();
        var hold = await db.StoryHolds.FindAsync(story.Id);
        if (hold is not null && hold.Stands(now) && !hold.IsOf(who.Id, tab))
            return false;
        Claim(db, hold, story, who, tab, now);
        return true;
    }

    public async Task Take(OnRecordDb db, Story story, SignedIn who, string tab)
    {
        var now = clock.GetUtcNow();
        var hold = await db.StoryHolds.FindAsync(story.Id);
        if (hold is not null && hold.Stands(now) && hold.StaffId != who.Id)
            await notices.To(
                db,
                [hold.StaffId],
                NoticeKind.TakenOver,
                who,
                story.Draft.Headline,
                $"/desk/stories/{story.Id}"
            );
        Claim(db, hold, story, who, tab, now);
        await Forget(db, story, who.Id);
    }

    public async Task Ask(OnRecordDb db, Story story, SignedIn who)
    {
        var now = clock.GetUtcNow();
        if (await db.StoryRequests.FindAsync(story.Id, who.Id) is { } known)
        {
            known.At = now;
            return;
        }
        db.StoryRequests.Add(
            new StoryRequest
            {
                StoryId = story.Id,
                StaffId = who.Id,
                At = now,
            }
        );
        if (await db.StoryHolds.FindAsync(story.Id) is { } hold)
            await notices.To(
                db,
                [hold.StaffId],
                NoticeKind.AskedFor,
                who,
                story.Draft.Headline,
                $"/desk/stories/{story.Id}"
            );
    }

    public static async Task Release(OnRecordDb db, Story story, SignedIn who, string tab)
    {
        if (await db.StoryHolds.FindAsync(story.Id) is { } hold && hold.IsOf(who.Id, tab))
            db.StoryHolds.Remove(hold);
    }

    /// <summary>Says no to all who ask.</summary>
    public static async Task Refuse(OnRecordDb db, Story story, SignedIn who, string tab)
    {
        if (await db.StoryHolds.FindAsync(story.Id) is { } hold && hold.IsOf(who.Id, tab))
            db.StoryRequests.RemoveRange(await db.StoryRequests.Where(row => row.StoryId == story.Id).ToListAsync());
    }

    private static async Task Forget(OnRecordDb db, Story story, Guid staff)
    {
        if (await db.StoryRequests.FindAsync(story.Id, staff) is { } request)
            db.StoryRequests.Remove(request);
    }

    private static void Claim(
        OnRecordDb db,
        StoryHold? hold,
        Story story,
        SignedIn who,
        string tab,
        DateTimeOffset now
    )
    {
        if (hold is null)
            db.StoryHolds.Add(
                new StoryHold
                {
                    StoryId = story.Id,
                    StaffId = who.Id,
                    Tab = tab,
                    Since = now,
                    SeenAt = now,
                }
            );
        else
        {
            if (!hold.IsOf(who.Id, tab) || !hold.Stands(now))
                hold.Since = now;
            (hold.StaffId, hold.Tab, hold.SeenAt) = (who.Id, tab, now);
        }
    }
}
