using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>Tells editors that somebody who is not named waits for a second editor: once for each story and source. Within the caller's transaction.</summary>
internal sealed class AskSecondEditor(GiveNotice notices)
{
    /// <summary>Asks for all of a story's sources for which it is still to be done.</summary>
    public async Task ForStory(OnRecordDb db, Story story, SignedIn who)
    {
        foreach (var source in await Waiting(db, story.Id))
            await Tell(db, story, source, who);
    }

    /// <returns>Why not; null where they are told, now or before.</returns>
    public async Task<Problem?> For(OnRecordDb db, Story story, Guid source, SignedIn who)
    {
        if (!(await Waiting(db, story.Id)).Contains(source))
            return new Problem(
                "Nothing waits for a second editor there: the reason is not said yet, or an editor has agreed. Load the page again."
            );
        return await Tell(db, story, source, who)
            ? null
            : new Problem("No other editor can agree: those there are took these words into the ledger. Invite one.");
    }

    /// <summary>Where the notice leads; also by what it is known that somebody was told.</summary>
    public static string Path(Guid story, Guid source) => $"/desk/stories/{story}/sources#unnamed-{source}";

    /// <summary>Those of a story's sources that are not named and to which no second editor has agreed, although the reason is said.</summary>
    public static async Task<List<Guid>> Waiting(OnRecordDb db, Guid story) =>
        await db.Set<Source>()
            .Where(row =>
                !row.IsNamed
                && row.Reason != null
                && db.Set<LedgerEntry>()
                    .Any(entry =>
                        entry.StoryId == story && entry.SourceId == row.Id && entry.State == LedgerState.Accepted
                    )
                && !db.Set<UnnamedApproval>()
                    .Any(given => given.StoryId == story && given.SourceId == row.Id && given.Reason == row.Reason)
            )
            .Select(row => row.Id)
            .ToListAsync();

    private async Task<bool> Tell(OnRecordDb db, Story story, Guid source, SignedIn who)
    {
        var deciders = await db.Set<LedgerEntry>()
            .Where(row => row.StoryId == story.Id && row.SourceId == source && row.State == LedgerState.Accepted)
            .Select(row => row.DecidedBy)
            .ToListAsync();
        var editors = (await db.Set<StaffMember>().AsNoTracking().ToListAsync())
            .Where(row => row.IsIn && row.Roles.May(Permission.EditStories) && !deciders.Contains(row.Id))
            .Select(row => row.Id)
            .ToList();
        var path = Path(story.Id, source);
        var told = await db.Set<Notice>()
            .Where(row => editors.Contains(row.StaffId) && row.Kind == NoticeKind.UnnamedWaits && row.Path == path)
            .Select(row => row.StaffId)
            .ToListAsync();
        await notices.To(db, editors.Except(told), NoticeKind.UnnamedWaits, who, story.Draft.Headline, path);
        return editors.Count > 0;
    }
}
