using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Drafts;

namespace OnRecord.Stories.Ledger;

/// <summary>Looks through a draft for statements and marks what is found in the text itself, for those who work without the editor. Within the caller's transaction.</summary>
internal static class LookForSources
{
    /// <returns>How many were found that were not known.</returns>
    public static async Task<int> Into(OnRecordDb db, Story story, SaveDraft save, SignedIn who, DateTimeOffset now)
    {
        var text = story.Draft.Text;
        var found = await ProposeSources.Into(db, story.Id, text, story.Draft.Language, who.Id, now);
        if (found.Count > 0)
            await save.Into(db, story, story.Draft with { Text = ProposeSources.Mark(text, found) }, who);
        await save.Ledger(db, story, who);
        return found.Count;
    }
}
