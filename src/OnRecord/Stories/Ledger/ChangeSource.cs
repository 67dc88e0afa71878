using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>A source's public side changed: the drafts that name it follow, and each published story that shows it gets a new version. Within the caller's transaction.</summary>
internal static class ChangeSource
{
    /// <param name="source">As it is now.</param>
    /// <param name="former">The ids under which stories may still show it: its own, and of those merged into it.</param>
    /// <param name="note">What changed, for readers.</param>
    /// <param name="quiet">A spelling, of which readers need not be told.</param>
    /// <returns>How many stories got a new version.</returns>
    public static async Task<int> Follow(
        OnRecordDb db,
        Source source,
        IReadOnlyCollection<Guid> former,
        Func<string, string> note,
        bool quiet,
        Guid by,
        DateTimeOffset now
    )
    {
        var entries = await db.Set<LedgerEntry>()
            .Where(row => row.SourceId == source.Id || row.ViaId == source.Id)
            .Select(row => new { row.Id, row.StoryId })
            .ToListAsync();
        var live = await db.Set<StorySource>()
            .Where(row => former.Contains(row.SourceId))
            .Select(row => row.StoryId)
            .ToListAsync();
        var own = entries.Select(row => $"{row.Id}").ToHashSet();
        var renewed = 0;
        foreach (var id in entries.Select(row => row.StoryId).Concat(live).Distinct())
        {
            var story = await db.Set<Story>().Include(row => row.Versions).FirstOrDefaultAsync(row => row.Id == id);
            if (story is null)
                continue;
            story.Draft = story.Draft with { Ledger = await StoryLedger.Lines(db, story) };
            if (
                story.Reissue(
                    content => Shown(content.Ledger, source, former, own),
                    note(story.Draft.Language),
                    quiet,
                    now,
                    by
                ) is
                { } version
            )
            {
                await ShowVersion.Into(db, story, version);
                renewed++;
            }
        }
        return renewed;
    }

    private static ValueList<LedgerLine> Shown(
        ValueList<LedgerLine> lines,
        Source source,
        IReadOnlyCollection<Guid> former,
        HashSet<string> own
    ) =>
        lines
            .Select(line =>
                Is(line.Source, former) || IsUnnamed(line, own)
                    ? line with
                    {
                        Source = source.Public(),
                        // Who is named now has spoken on the record.
                        Standing =
                            source.IsNamed && line.Standing == SourceStanding.NotNamed
                                ? SourceStanding.OnRecord
                                : line.Standing,
                    }
                    : line
            )
            .Select(line => line.Via is { } via && Is(via, former) ? line with { Via = source.Public() } : line)
            .ToValueList();

    // A version does not say which source stands behind words that stand for somebody.
    private static bool IsUnnamed(LedgerLine line, HashSet<string> own) =>
        line is { Source: { Id: null, IsNamed: false }, IsChecked: true } && own.Contains(line.Id);

    private static bool Is(LedgerSource shown, IReadOnlyCollection<Guid> former) =>
        shown.Id is { } id && former.Contains(id);
}
