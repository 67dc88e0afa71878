using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Arrangement;

/// <summary>Which story stands where on the front: what an editor placed while it may stand there, and for the rest the newest that are not yet shown.</summary>
internal static class ArrangeFront
{
    /// <summary>Stories in the river where there are no blocks below it, and where there are.</summary>
    private const int LongRiver = 20;
    private const int ShortRiver = 6;

    /// <summary>How many stories that are not shown further up a section must have to get a block by itself.</summary>
    private const int EnoughForBlock = 4;

    /// <param name="since">When the plan was saved; null for one that is not.</param>
    public static async Task<ArrangedFront> Of(OnRecordDb db, FrontPlan plan, DateTimeOffset? since, DateTimeOffset now)
    {
        var placed = await Standing(db, plan, since, now);
        var newest = await Rows(db.Set<Story>()).Take(1 + FrontPlan.MostSeconds + LongRiver + 1).ToListAsync();
        var shown = new HashSet<Guid>(placed.Keys);
        FrontRow? Fill() => newest.Find(row => !row.IsRetracted && shown.Add(row.Id));
        var lead = plan.Lead is { } led && placed.TryGetValue(led.Story, out var row) ? row : Fill();
        var seconds = plan.Seconds.Select(one => placed.GetValueOrDefault(one.Story)).OfType<FrontRow>().ToList();
        while (seconds.Count < plan.SecondCount && Fill() is { } second)
            seconds.Add(second);
        var rest = newest.Where(one => !shown.Contains(one.Id)).ToList();
        shown.UnionWith(rest.Take(ShortRiver).Select(one => one.Id));
        var blocks = await Blocks(db, plan, shown);
        var river = rest.Take(blocks.Count > 0 ? ShortRiver : LongRiver).ToList();
        return new ArrangedFront(
            lead?.Id,
            [.. seconds.Select(one => one.Id)],
            [.. river.Select(one => one.Id)],
            blocks,
            rest.Count > river.Count
        )
        {
            Chosen = placed.Keys.ToHashSet(),
        };
    }

    // What was taken down has left its place, and what was retracted since the front was saved. What was retracted before, an editor put there knowing it.
    private static async Task<Dictionary<Guid, FrontRow>> Standing(
        OnRecordDb db,
        FrontPlan plan,
        DateTimeOffset? since,
        DateTimeOffset now
    )
    {
        var ids = plan.Placed.Where(one => one.StandsAt(now)).Select(one => one.Story).ToList();
        if (ids.Count == 0)
            return [];
        var rows = await Rows(db.Set<Story>().Where(story => ids.Contains(story.Id))).ToListAsync();
        return rows.Where(row => since is null || row.RetractedAt is not { } at || at <= since)
            .ToDictionary(row => row.Id);
    }

    private static async Task<List<ArrangedBlock>> Blocks(OnRecordDb db, FrontPlan plan, HashSet<Guid> shown)
    {
        var wanted = plan.Blocks ?? await ByThemselves(db);
        var blocks = new List<ArrangedBlock>();
        foreach (var block in wanted)
        {
            var rows = await Rows(db.Set<Story>().Where(story => story.LiveSectionId == block.Section))
                .Take(block.Stories + shown.Count)
                .ToListAsync();
            var own = rows.Where(row => !shown.Contains(row.Id)).Select(row => row.Id).Take(block.Stories).ToList();
            if (own.Count >= (plan.Blocks is null ? EnoughForBlock : 1))
                blocks.Add(new ArrangedBlock(block.Section, own));
        }
        return blocks;
    }

    // A newsroom of one section has its whole front for it.
    private static async Task<IReadOnlyList<SectionBlock>> ByThemselves(OnRecordDb db)
    {
        var sections = await db.Set<Section>()
            .Where(section => !section.Hidden && db.Set<Story>().Any(story => story.LiveSectionId == section.Id))
            .OrderBy(section => section.Position)
            .Select(section => section.Id)
            .ToListAsync();
        return sections.Count < 2 ? [] : [.. sections.Select(id => new SectionBlock(id))];
    }

    private static IQueryable<FrontRow> Rows(IQueryable<Story> stories) =>
        stories
            .Listed()
            .OrderByDescending(story => story.PublishedAt)
            .ThenByDescending(story => story.Id)
            .Select(story => new FrontRow(story.Id, story.RetractedAt));

    private sealed record FrontRow(Guid Id, DateTimeOffset? RetractedAt)
    {
        public bool IsRetracted => RetractedAt is not null;
    }
}

/// <summary>The front's stories by their places.</summary>
/// <param name="Lead">Null where no story may lead.</param>
/// <param name="River">The newest that are not further up, without a gap: the list goes on behind the last of them.</param>
/// <param name="HasOlder">Whether stories are left behind the river.</param>
internal sealed record ArrangedFront(
    Guid? Lead,
    IReadOnlyList<Guid> Seconds,
    IReadOnlyList<Guid> River,
    IReadOnlyList<ArrangedBlock> Blocks,
    bool HasOlder
)
{
    /// <summary>Those that stand where an editor put them.</summary>
    public required IReadOnlySet<Guid> Chosen { get; init; }

    public IEnumerable<Guid> All =>
        [.. Lead is { } lead ? new[] { lead } : [], .. Seconds, .. River, .. Blocks.SelectMany(block => block.Stories)];
}

/// <summary>A section's block on the front.</summary>
internal sealed record ArrangedBlock(Guid Section, IReadOnlyList<Guid> Stories);
