using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Workflow;

/// <summary>Says who writes a story, and by when. Within the caller's transaction.</summary>
internal sealed class AssignStory(GiveNotice notices, TimeProvider clock)
{
    public async Task<Problem?> Into(
        OnRecordDb db,
        Story story,
        IReadOnlyCollection<Guid> staff,
        DateTimeOffset? due,
        DateTimeOffset? embargo,
        SignedIn who
    )
    {
        var now = clock.GetUtcNow();
        var known = (await db.Staff.AsNoTracking().Where(row => staff.Contains(row.Id)).ToListAsync())
            .Where(row => row.May(Permission.WriteStories))
            .ToList();
        if (known.Count != staff.Distinct().Count())
            return new Problem("staff", "One of those people cannot write stories any more. Load the page again.");
        if (story.ScheduledAt < embargo)
            return new Problem("embargo", "The story is scheduled before the embargo ends. Take it off the schedule first.");
        var before = await db.StoryAssignments.Where(row => row.StoryId == story.Id).ToListAsync();
        db.StoryAssignments.RemoveRange(before.Where(row => !staff.Contains(row.StaffId)));
        var added = known.Where(row => !before.Exists(old => old.StaffId == row.Id)).ToList();
        db.StoryAssignments.AddRange(
            added.Select(row => new StoryAssignment
            {
                StoryId = story.Id,
                StaffId = row.Id,
                At = now,
            })
        );
        if (story.DueAt != due)
            story.Due(due, now);
        story.EmbargoUntil = embargo;
        story.ChangedAt = now;
        if (story.State == StoryState.Pitch && added.Count > 0)
        {
            ChangeState.Note(db, story, StoryState.Pitch, StoryState.Assigned, who.Id, now);
            story.Enter(StoryState.Assigned, now);
        }
        db.Audit(
            who,
            now,
            "story.assigned",
            $"story:{story.Id}",
            story.Draft.Headline,
            string.Join(", ", known.Select(row => row.Name))
        );
        await notices.To(
            db,
            added.Select(row => row.Id),
            NoticeKind.Assigned,
            who,
            story.Draft.Headline,
            $"/desk/stories/{story.Id}",
            story.Brief
        );
        return null;
    }
}
