using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Sources.Protection;

namespace OnRecord.Stories.Ledger;

/// <summary>Makes two sources one: what was said by either is found with the one that stays, and so is the history of both. Within the caller's transaction.</summary>
internal static class MergeSources
{
    /// <summary>Why two sources cannot be one; null where they can.</summary>
    public static async Task<Problem?> Refused(OnRecordDb db, Source from, Source into)
    {
        if (from.Id == into.Id)
            return new Problem("into", "A source cannot be merged into itself. Pick another one.");
        if (from.MergedIntoId is not null || into.MergedIntoId is not null)
            return new Problem("into", "One of the two was merged already. Load the page again.");
        if (from.IsNamed != into.IsNamed)
            return new Problem(
                "into",
                "One of the two is named and the other is not. Merged, they would say who is not named, so they stay apart."
            );
        return await db.Set<ProtectedIdentity>().AnyAsync(row => row.SourceId == from.Id || row.SourceId == into.Id)
            ? new Problem(
                "into",
                "Who one of the two is lies protected. What is protected is not merged, so they stay apart."
            )
            : null;
    }

    /// <param name="quiet">The one that goes was only spelled another way.</param>
    /// <returns>How many published stories got a new version.</returns>
    public static async Task<Outcome<DescribedSource>> Into(
        OnRecordDb db,
        Source from,
        Source into,
        bool quiet,
        SignedIn who,
        DateTimeOffset now
    )
    {
        if (!who.May(Permission.EditStories))
            return new Problem("Only an editor can merge sources.");
        if (await Refused(db, from, into) is { } problem)
            return problem;
        await Repoint(db, from.Id, into.Id);
        from.MergedIntoId = into.Id;
        if (from.Notes.Length > 0)
            into.Notes = into.Notes.Length == 0 ? from.Notes : $"{into.Notes}\n\n{from.Notes}";
        db.Audit(who, now, "source.merged", $"source:{into.Id}", into.Name, from.Name);
        await db.SaveChangesAsync();
        var note = SourceNotes.Of(await db.Newsroom(), SourceWords.Of(from), into);
        var former = await DescribeSource.Former(db, into.Id);
        var renewed = await ChangeSource.Follow(db, into, former, note, quiet, who.Id, now);
        await db.SaveChangesAsync();
        // Of stories that readers do not see, such as those taken down, no new version told it.
        await db.Set<StorySource>().Where(row => row.SourceId == from.Id).ExecuteDeleteAsync();
        return new DescribedSource(into.Id, renewed);
    }

    private static async Task Repoint(OnRecordDb db, Guid from, Guid into)
    {
        await db.Set<LedgerEntry>()
            .Where(row => row.SourceId == from)
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.SourceId, into));
        await db.Set<LedgerEntry>()
            .Where(row => row.ViaId == from)
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.ViaId, into));
        // What an outlet reports came through no other outlet.
        await db.Set<LedgerEntry>()
            .Where(row => row.SourceId == into && row.ViaId == into)
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.ViaId, (Guid?)null));
        await db.Set<SavedCopy>()
            .Where(row => row.SourceId == from)
            .ExecuteUpdateAsync(row => row.SetProperty(copy => copy.SourceId, into));
        await db.Set<ShownStatement>()
            .Where(row => row.SourceId == from)
            .ExecuteUpdateAsync(row => row.SetProperty(shown => shown.SourceId, into));
        await db.Set<ShownStatement>()
            .Where(row => row.ViaId == from)
            .ExecuteUpdateAsync(row => row.SetProperty(shown => shown.ViaId, into));
        await db.Set<Source>()
            .Where(row => row.MergedIntoId == from)
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.MergedIntoId, into));
        // A second editor agreed to the one, not to the other.
        await db.Set<UnnamedApproval>().Where(row => row.SourceId == from).ExecuteDeleteAsync();
    }
}
