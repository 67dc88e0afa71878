using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;

namespace OnRecord.Stories.Workflow;

/// <summary>Moves a story a step on, within the caller's transaction; tells those whose it is.</summary>
internal sealed class ChangeState(GiveNotice notices, AskSecondEditor ask, TimeProvider clock)
{
    /// <returns>Why not; null where it is done.</returns>
    public async Task<Problem?> Into(OnRecordDb db, Story story, StoryState to, SignedIn who, string note)
    {
        var own = await WhoWrites.Is(db, story, who);
        if (StoryMoves.For(story, who, own).FirstOrDefault(step => step.To == to) is not { } step)
            return new Problem(
                "The story cannot take that step now: it was moved meanwhile, or your role does not allow it. Load the page again."
            );
        var now = clock.GetUtcNow();
        var from = story.State;
        await KeepDraft.Of(db, story);
        await Approve(db, story, step, who, now);
        if (step.Word == "DiscardChanges")
            await Discard(db, story, who, now);
        story.Enter(to, now);
        Note(db, story, from, to, who.Id, now, note);
        db.Audit(who, now, $"story.moved", $"story:{story.Id}", story.Draft.Headline, $"{from} → {to}");
        await Tell(db, story, to, who, note);
        if (to == StoryState.WithEditor)
            await ask.ForStory(db, story, who);
        return null;
    }

    public static void Note(
        OnRecordDb db,
        Story story,
        StoryState from,
        StoryState to,
        Guid? who,
        DateTimeOffset now,
        string note = ""
    ) =>
        db.StoryMoves.Add(
            new StoryMove
            {
                Id = Guid.CreateVersion7(now),
                StoryId = story.Id,
                From = from,
                To = to,
                StaffId = who,
                At = now,
                Note = note.Trim(),
            }
        );

    // An editor who passes a text on has read it; so has legal.
    private static async Task Approve(OnRecordDb db, Story story, StoryStep step, SignedIn who, DateTimeOffset now)
    {
        var kind = step.Word switch
        {
            "Approve" => ApprovalKind.Editor,
            "SendToLegal" => ApprovalKind.Editor,
            "ClearInLaw" => ApprovalKind.Legal,
            _ => default(ApprovalKind?),
        };
        if (kind is not { } given)
            return;
        var print = story.Draft.ForReaders().Fingerprint();
        var standing = await db
            .StoryApprovals.Where(row => row.StoryId == story.Id && row.Kind == given && row.FellAt == null)
            .ToListAsync();
        if (standing.Exists(row => row.Fingerprint == print && row.StaffId == who.Id))
            return;
        db.StoryApprovals.Add(
            new StoryApproval
            {
                Id = Guid.CreateVersion7(now),
                StoryId = story.Id,
                Kind = given,
                StaffId = who.Id,
                At = now,
                Fingerprint = print,
            }
        );
    }

    private static async Task Discard(OnRecordDb db, Story story, SignedIn who, DateTimeOffset now)
    {
        var live = await db.StoryVersions.AsNoTracking().FirstAsync(row => row.Id == story.LiveVersionId);
        // The notice of a story that was taken down is no draft to go on from.
        if (story.TakenDownAt is null)
        {
            story.Save(live.Content with { }, who.Id, now);
            await PicturesOfStory.InDraft(db, story.Id, story.Draft);
        }
    }

    private async Task Tell(OnRecordDb db, Story story, StoryState to, SignedIn who, string note)
    {
        var staff = await WhoWrites.Of(db, story);
        if (to is StoryState.WithEditor or StoryState.Legal)
        {
            var needed = to == StoryState.Legal ? Roles.Legal : Roles.Editor;
            staff.AddRange(
                (await db.Staff.AsNoTracking().ToListAsync())
                    .Where(row => row.Roles.HasFlag(needed))
                    .Select(row => row.Id)
            );
        }
        await notices.To(
            db,
            staff,
            NoticeKind.Moved,
            who,
            story.Draft.Headline,
            $"/desk/stories/{story.Id}",
            note.Trim()
        );
    }
}
