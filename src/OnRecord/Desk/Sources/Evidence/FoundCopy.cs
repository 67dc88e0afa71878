using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>A copy with what decides who may see and change it.</summary>
/// <param name="Story">Whose ledger it stands in; null where it stands behind a source as a whole.</param>
internal sealed record FoundCopy(SavedCopy Row, Source Source, LedgerEntry? Entry, Story? Story, bool MayChange)
{
    /// <summary>A copy may say who somebody is: of those who are not named only those see it who work on the story, or clear it in law.</summary>
    public bool MaySee(SignedIn who) => Source.IsNamed || MayChange || who.May(Permission.ReviewLaw);

    public string Page => $"/desk/copies/{Row.Id}";

    public string AllOfThem =>
        Entry is { } entry
            ? $"/desk/stories/{entry.StoryId}/ledger/{entry.Id}/copies"
            : $"/desk/sources/{Source.Id}/copies";

    public static async Task<FoundCopy?> Find(OnRecordDb db, Guid id, SignedIn who)
    {
        if (await db.Set<SavedCopy>().FindAsync(id) is not { } row)
            return null;
        var entry = row.EntryId is { } of ? await db.Set<LedgerEntry>().FindAsync(of) : null;
        // The words may have been given to another source since.
        if (await SourceOf(db, entry?.SourceId ?? row.SourceId) is not { } source)
            return null;
        var story = entry is null ? null : await db.Set<Story>().FindAsync(entry.StoryId);
        return new FoundCopy(
            row,
            source,
            entry,
            story,
            story is null
                ? MayChangeOfSource(who, row.TakenBy)
                : StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who))
        );
    }

    /// <summary>A source, or the one it was merged into.</summary>
    public static async Task<Source?> SourceOf(OnRecordDb db, Guid id)
    {
        var source = await db.Set<Source>().FindAsync(id);
        while (source?.MergedIntoId is { } into)
            source = await db.Set<Source>().FindAsync(into);
        return source;
    }

    public static bool MayChangeOfSource(SignedIn who, Guid takenBy) =>
        who.May(Permission.EditStories) || (who.May(Permission.WriteStories) && takenBy == who.Id);
}
