using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>A second editor agrees that somebody is not named. Not the one who took their words into the ledger. Within the caller's transaction.</summary>
internal static class ApproveUnnamed
{
    public static async Task<Problem?> Into(OnRecordDb db, Story story, Guid sourceId, SignedIn who, DateTimeOffset now)
    {
        var entries = await db.Set<LedgerEntry>()
            .Where(row => row.StoryId == story.Id && row.SourceId == sourceId && row.State == LedgerState.Accepted)
            .ToListAsync();
        if (entries.Count == 0 || await db.Set<Source>().FindAsync(sourceId) is not { IsNamed: false } source)
            return new Problem("This story has no words of somebody who is not named there. Load the page again.");
        if (!who.May(Permission.EditStories))
            return new Problem("Only an editor can agree that somebody is not named.");
        if (entries.Exists(row => row.DecidedBy == who.Id))
            return new Problem(
                "You took these words into the ledger yourself. A second editor has to agree that their source is not named."
            );
        if (source.Reason is not { } reason)
            return new Problem("reason", "Say first why the source is not named. Readers see the reason.");
        var before = await db.Set<UnnamedApproval>()
            .Where(row => row.StoryId == story.Id && row.SourceId == sourceId)
            .ToListAsync();
        if (before.Exists(row => row.Reason == reason))
            return null;
        db.Set<UnnamedApproval>().RemoveRange(before);
        db.Set<UnnamedApproval>()
            .Add(
                new UnnamedApproval
                {
                    Id = Guid.CreateVersion7(now),
                    StoryId = story.Id,
                    SourceId = sourceId,
                    Reason = reason,
                    StaffId = who.Id,
                    At = now,
                }
            );
        db.Audit(who, now, "source.unnamed-approved", $"story:{story.Id}", story.Draft.Headline, source.Name);
        return null;
    }
}
