using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Desk.Ledger;

/// <summary>The sources whose name holds what somebody types, for the picker.</summary>
internal static class FindSources
{
    private const int Most = 12;

    public static async Task<IResult> Get(string? q, string? kind, OnRecordDb db)
    {
        var sources = db.Set<Source>().AsNoTracking().Where(row => row.MergedIntoId == null);
        if (kind == "Outlet")
            sources = sources.Where(row => row.Kind == Attribution.SourceKind.Outlet);
        foreach (var word in SearchFold.Words(q))
            sources = sources.Where(row => row.Search.Contains(word));
        var found = await sources.OrderBy(row => row.Search).ThenBy(row => row.Id).Take(Most).ToListAsync();
        return Results.Ok(found.Select(ReadLedger.View));
    }
}
