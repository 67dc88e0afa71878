using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Drafts;

/// <summary>Puts a writer's words in the draft's place, within the caller's transaction. What was approved before is approved no longer.</summary>
internal sealed class SaveDraft(GiveNotice notices, TimeProvider clock)
{
    public async Task Into(OnRecordDb db, Story story, StoryContent content, SignedIn who)
    {
        var now = clock.GetUtcNow();
        content = content with { Ledger = story.Draft.Ledger };
        var (before, after) = (story.Draft.ForReaders().Fingerprint(), content.ForReaders().Fingerprint());
        await KeepDraft.Before(db, story, who.Id, now);
        story.Save(content, who.Id, now);
        await PicturesOfStory.InDraft(db, story.Id, content);
        if (before == after)
            return;
        await Fall(db, story, after, who, now);
        Begin(db, story, who, now);
    }

    /// <summary>Brings the draft's ledger to what its entries now say.</summary>
    public async Task Ledger(OnRecordDb db, Story story, SignedIn who)
    {
        var now = clock.GetUtcNow();
        var before = story.Draft.ForReaders().Fingerprint();
        story.Draft = story.Draft with { Ledger = await StoryLedger.Lines(db, story) };
        var after = story.Draft.ForReaders().Fingerprint();
        if (before == after)
            return;
        await Fall(db, story, after, who, now);
        Begin(db, story, who, now);
    }

    // Writing begins with the first words, and so does the update of a story that readers have.
    private static void Begin(OnRecordDb db, Story story, SignedIn who, DateTimeOffset now)
    {
        var begins =
            story.State is StoryState.Pitch or StoryState.Assigned && story.Draft.Text.Blocks.Count > 0
            || story.State == StoryState.Published;
        if (!begins)
            return;
        ChangeState.Note(db, story, story.State, StoryState.Writing, who.Id, now);
        story.Enter(StoryState.Writing, now);
    }

    private async Task Fall(OnRecordDb db, Story story, string print, SignedIn who, DateTimeOffset now)
    {
        var fallen = await db
            .StoryApprovals.Where(row => row.StoryId == story.Id && row.FellAt == null && row.Fingerprint != print)
            .ToListAsync();
        foreach (var approval in fallen)
            approval.FellAt = now;
        var path = $"/desk/stories/{story.Id}";
        if (story.State == StoryState.Scheduled && story.ScheduledBy is { } scheduler)
            await notices.To(db, [scheduler], NoticeKind.ScheduleFell, who, story.Draft.Headline, path);
        await notices.To(
            db,
            fallen.Select(approval => approval.StaffId),
            NoticeKind.ApprovalFell,
            who,
            story.Draft.Headline,
            path
        );
        if (story.State is StoryState.Ready or StoryState.Scheduled)
        {
            ChangeState.Note(db, story, story.State, StoryState.WithEditor, who.Id, now);
            story.Enter(StoryState.WithEditor, now);
        }
    }
}
