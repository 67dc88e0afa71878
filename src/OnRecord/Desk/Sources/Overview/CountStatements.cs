using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources.Overview;

/// <summary>Counts what readers see now, by the day on which they first saw it. What nobody has checked is not counted.</summary>
internal static class CountStatements
{
    private const int Ranks = 20;

    public static async Task<ShareView> Share(OnRecordDb db, DateOnly from) =>
        Sum(
            await db.Set<ShownStatement>()
                .Where(row => row.On >= from && row.IsChecked)
                .GroupBy(row => new { row.Way, row.IsRefusal })
                .Select(group => new Counted(group.Key.Way, group.Key.IsRefusal, group.Count()))
                .ToListAsync()
        );

    public static async Task<Dictionary<int, ShareView>> Months(OnRecordDb db, int from) => (
            await db.Set<ShownStatement>()
                .Where(row => row.Month >= from && row.IsChecked)
                .GroupBy(row => new
                {
                    row.Month,
                    row.Way,
                    row.IsRefusal,
                })
                .Select(group => new
                {
                    group.Key.Month,
                    Counted = new Counted(group.Key.Way, group.Key.IsRefusal, group.Count()),
                })
                .ToListAsync()
        ).GroupBy(row => row.Month).ToDictionary(group => group.Key, group => Sum([.. group.Select(row => row.Counted)]));

    /// <summary>Those who are named, by how many statements of theirs readers see.</summary>
    public static async Task<IReadOnlyList<RankView>> Quoted(OnRecordDb db, DateOnly from)
    {
        var counts = await db.Set<ShownStatement>()
            .Where(row =>
                row.On >= from && row.Way != Way.NotNamed && !row.IsRefusal && row.IsChecked && row.SourceId != null
            )
            .GroupBy(row => row.SourceId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .OrderByDescending(row => row.Count)
            .ThenBy(row => row.Key)
            .Take(Ranks)
            .ToListAsync();
        var ids = counts.ConvertAll(row => row.Key);
        var stories = await db.Set<ShownStatement>()
            .Where(row =>
                row.SourceId != null
                && ids.Contains(row.SourceId.Value)
                && row.On >= from
                && !row.IsRefusal
                && row.IsChecked
            )
            .GroupBy(row => row.SourceId!.Value)
            .Select(group => new { group.Key, Count = group.Select(row => row.StoryId).Distinct().Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        return await Named(db, counts.ConvertAll(row => (row.Key, row.Count, stories.GetValueOrDefault(row.Key), 0)));
    }

    /// <summary>Outlets, by what came through them and what they report themselves.</summary>
    public static async Task<IReadOnlyList<RankView>> Outlets(OnRecordDb db, DateOnly from)
    {
        var shown = db.Set<ShownStatement>().Where(row => row.On >= from && row.IsChecked);
        var through = await shown
            .Where(row => row.ViaId != null)
            .GroupBy(row => row.ViaId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        var outlets = db.Set<Source>().Where(row => row.Kind == SourceKind.Outlet).Select(row => (Guid?)row.Id);
        var own = await shown
            .Where(row => row.Way == Way.SecondHand && row.SourceId != null && outlets.Contains(row.SourceId))
            .GroupBy(row => row.SourceId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        var top = through
            .Keys.Union(own.Keys)
            .Select(id =>
                (Id: id, Own: own.GetValueOrDefault(id), All: own.GetValueOrDefault(id) + through.GetValueOrDefault(id))
            )
            .OrderByDescending(row => row.All)
            .ThenBy(row => row.Id)
            .Take(Ranks)
            .ToList();
        var ids = top.ConvertAll(row => row.Id);
        var stories = await shown
            .Where(row => row.ViaId != null && ids.Contains(row.ViaId.Value))
            .Select(row => new { Id = row.ViaId!.Value, row.StoryId })
            .Union(
                shown
                    .Where(row => row.SourceId != null && ids.Contains(row.SourceId.Value))
                    .Select(row => new { Id = row.SourceId!.Value, row.StoryId })
            )
            .GroupBy(row => row.Id)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        return await Named(db, top.ConvertAll(row => (row.Id, row.All, stories.GetValueOrDefault(row.Id), row.Own)));
    }

    private static async Task<IReadOnlyList<RankView>> Named(
        OnRecordDb db,
        List<(Guid Id, int Count, int Stories, int Own)> ranks
    )
    {
        var ids = ranks.ConvertAll(row => row.Id);
        var sources = await db.Set<Source>()
            .Where(row => ids.Contains(row.Id))
            .AsNoTracking()
            .ToDictionaryAsync(row => row.Id);
        return
        [
            .. ranks
                .Where(row => sources.ContainsKey(row.Id))
                .Select(row => new RankView(
                    row.Id,
                    sources[row.Id].Name,
                    sources[row.Id].Role ?? sources[row.Id].Affiliation,
                    row.Count,
                    row.Stories,
                    row.Own
                )),
        ];
    }

    public static ShareView Sum(IReadOnlyCollection<ShareView> shares) =>
        new(
            shares.Sum(share => share.Named),
            shares.Sum(share => share.SecondHand),
            shares.Sum(share => share.NotNamed),
            shares.Sum(share => share.Refusals)
        );

    private static ShareView Sum(IReadOnlyList<Counted> counted)
    {
        int Of(Way way) => counted.Where(row => row.Way == way && !row.IsRefusal).Sum(row => row.Count);
        return new ShareView(
            Of(Way.Named),
            Of(Way.SecondHand),
            Of(Way.NotNamed),
            counted.Where(row => row.IsRefusal).Sum(row => row.Count)
        );
    }

    private sealed record Counted(Way Way, bool IsRefusal, int Count);
}
