using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>Sources by name, by keyset: the thousandth page costs what the first does.</summary>
internal static class FindSourcePage
{
    private const string Escape = @"\";

    public static async Task<List<Source>> Of(OnRecordDb db, string words, SourceKind? kind, Guid? after, int count)
    {
        var found = db.Set<Source>().Where(row => row.MergedIntoId == null);
        if (kind is { } one)
            found = found.Where(row => row.Kind == one);
        foreach (var pattern in SearchFold.Words(words).Select(Pattern))
            found = found.Where(row => EF.Functions.Like(row.Search, pattern, Escape));
        if (
            after is { } id
            && await db.Set<Source>().Where(row => row.Id == id).Select(row => row.Search).FirstOrDefaultAsync()
                is { } name
        )
#pragma warning disable CA1309 // The database compares by its own order, the one it sorts by.
            // That it is not earlier is said by itself, so that the index is entered there and not at its beginning.
            found = found.Where(row =>
                string.Compare(row.Search, name) >= 0 && (string.Compare(row.Search, name) > 0 || row.Id > id)
            );
#pragma warning restore CA1309
        // First the keys, which an index holds; then the rows of one page.
        var keys = await found
            .OrderBy(row => row.Search)
            .ThenBy(row => row.Id)
            .Select(row => row.Id)
            .Take(count)
            .ToListAsync();
        var rows = await db.Set<Source>().Where(row => keys.Contains(row.Id)).AsNoTracking().ToListAsync();
        return [.. keys.Select(key => rows.Find(row => row.Id == key)).OfType<Source>()];
    }

    /// <summary>What readers see of each.</summary>
    public static async Task<Dictionary<Guid, SourceNumbers>> Numbers(OnRecordDb db, IReadOnlyCollection<Guid> sources)
    {
        var shown = db.Set<ShownStatement>().Where(row => row.IsChecked);
        var own = shown.Where(row => row.SourceId != null && sources.Contains(row.SourceId.Value));
        var passed = shown.Where(row => row.ViaId != null && sources.Contains(row.ViaId.Value));
        var said = await own.GroupBy(row => row.SourceId!.Value)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Last = group.Max(row => row.On),
            })
            .ToDictionaryAsync(row => row.Key);
        var through = await passed
            .GroupBy(row => row.ViaId!.Value)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Last = group.Max(row => row.On),
            })
            .ToDictionaryAsync(row => row.Key);
        var stories = await own.Select(row => new { Id = row.SourceId!.Value, row.StoryId })
            .Union(passed.Select(row => new { Id = row.ViaId!.Value, row.StoryId }))
            .GroupBy(row => row.Id)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        return stories.Keys.ToDictionary(
            id => id,
            id => new SourceNumbers(
                said.GetValueOrDefault(id)?.Count ?? 0,
                through.GetValueOrDefault(id)?.Count ?? 0,
                stories[id],
                new[] { said.GetValueOrDefault(id)?.Last, through.GetValueOrDefault(id)?.Last }.Max()
            )
        );
    }

    private static string Pattern(string word) =>
        $"%{word.Replace(Escape, @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}

/// <summary>How much of a source readers see.</summary>
internal sealed record SourceNumbers(int Statements, int PassedOn, int Stories, DateOnly? Last)
{
    public static readonly SourceNumbers None = new(0, 0, 0, null);
}
