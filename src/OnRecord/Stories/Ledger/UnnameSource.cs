using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Stories.Drafts;

namespace OnRecord.Stories.Ledger;

/// <summary>Somebody who was written down by name may not be named. A new source takes over their words and the named one goes, so that nothing ties
/// the two together. Within the caller's transaction.</summary>
internal static class UnnameSource
{
    public static async Task<DescribedSource> Into(
        OnRecordDb db,
        Source named,
        SourceWords said,
        SignedIn who,
        DateTimeOffset now
    )
    {
        var unnamed = new Source
        {
            Id = Guid.CreateVersion7(now),
            Kind = said.Kind,
            Name = said.Name,
            Role = said.Role,
            Affiliation = said.Affiliation,
            Address = said.Address,
            IsNamed = false,
            Reason = said.Reason,
            Notes = said.Notes,
            CreatedAt = now,
            CreatedBy = who.Id,
        };
        db.Set<Source>().Add(unnamed);
        await db.SaveChangesAsync();
        var stories = await TakeOver(db, named.Id, unnamed);
        foreach (var id in stories)
            await Follow(db, id, named.Id, unnamed);
        db.Set<Source>().Remove(named);
        db.Audit(who, now, "source.added", $"source:{unnamed.Id}", unnamed.Name);
        return new DescribedSource(unnamed.Id, 0);
    }

    /// <summary>Why the name can no longer be withheld; null where it can.</summary>
    public static async Task<Problem?> Refused(OnRecordDb db, Source named)
    {
        if (await HasBeenSeen(db, named.Id))
            return new Problem(
                "named",
                "Readers have seen this name in a published story, so it can no longer be withheld. For other words of theirs, make a new source that is not named."
            );
        if (
            await db.Set<LedgerEntry>().AnyAsync(row => row.ViaId == named.Id)
            || await db.Set<Source>().AnyAsync(row => row.MergedIntoId == named.Id)
        )
            return new Problem(
                "named",
                "Words came through this source, or others were merged into it, so its name stands elsewhere. Make a new source that is not named instead."
            );
        return await db.Set<SavedCopy>().AnyAsync(row => row.SourceId == named.Id)
            ? new Problem(
                "named",
                "Copies are saved for this source, and the log says of what. Remove them and make a new source that is not named instead."
            )
            : null;
    }

    private static async Task<bool> HasBeenSeen(OnRecordDb db, Guid source)
    {
        if (await db.Set<StorySource>().AnyAsync(row => row.SourceId == source))
            return true;
        var stories = db.Set<LedgerEntry>().Where(row => row.SourceId == source).Select(row => row.StoryId);
        return (
            await db.Set<StoryVersion>()
                .Where(row => stories.Contains(row.StoryId))
                .Select(row => row.Content.Ledger)
                .ToListAsync()
        ).Exists(lines => lines.Any(line => line.Source.Id == source || line.Via?.Id == source));
    }

    private static async Task<List<Guid>> TakeOver(OnRecordDb db, Guid named, Source unnamed)
    {
        var entries = await db.Set<LedgerEntry>().Where(row => row.SourceId == named).ToListAsync();
        foreach (var entry in entries)
        {
            var isTheirs = entry.State == LedgerState.Accepted;
            entry.SourceId = isTheirs ? unnamed.Id : null;
            if (!isTheirs)
                continue;
            entry.Standing = SourceStanding.NotNamed;
            (entry.ProposedName, entry.ProposedRole, entry.ProposedIsNamed) = (unnamed.Name, null, false);
        }
        return [.. entries.Select(row => row.StoryId).Distinct()];
    }

    // Earlier texts hold the ledger of their time, with the name.
    private static async Task Follow(OnRecordDb db, Guid id, Guid named, Source unnamed)
    {
        var drafts = await db.Set<SavedDraft>()
            .Where(row => row.StoryId == id)
            .Select(row => new { row.Id, row.Content.Ledger })
            .ToListAsync();
        foreach (var draft in drafts.Where(row => row.Ledger.Any(line => line.Source.Id == named)))
        {
            var lines = draft
                .Ledger.Select(line => line.Source.Id == named ? line with { Source = unnamed.Public() } : line)
                .ToValueList();
            await db.Set<SavedDraft>()
                .Where(row => row.Id == draft.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Content.Ledger, lines));
        }
        if (await db.Set<Story>().FindAsync(id) is { } story)
            story.Draft = story.Draft with { Ledger = await StoryLedger.Lines(db, story) };
    }
}
