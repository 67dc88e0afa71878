using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Stories.Corrections;

/// <summary>All that the newsroom corrected, clarified, retracted or had to remove, newest first, by keyset.</summary>
internal static class CorrectionLines
{
    /// <param name="before">Only those behind this one in the list; null from the start.</param>
    public static async Task<List<CorrectionLine>> Newest(OnRecordDb db, int count, CorrectionPlace? before)
    {
        var versions = db.Set<StoryVersion>().Where(row => row.Kind >= VersionKind.Clarification);
        if (before is { At: var at, Id: var id })
            versions = versions.Where(row => row.At <= at && (row.At < at || row.Id < id));
        var rows = await versions
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(count)
            .Join(
                db.Set<Story>(),
                row => row.StoryId,
                story => story.Id,
                (row, story) =>
                    new
                    {
                        row.Id,
                        row.Number,
                        row.Kind,
                        row.At,
                        row.Note,
                        row.Wrong,
                        row.Right,
                        row.Since,
                        row.Reason,
                        row.ErasedAt,
                        row.Content.Language,
                        story.Path,
                        story.TakenDownAt,
                        Headline = db.Set<StoryVersion>()
                            .Where(live => live.Id == story.LiveVersionId)
                            .Select(live => live.Content.Headline)
                            .First(),
                        IsSinceThere = db.Set<StoryVersion>()
                            .Any(one =>
                                one.StoryId == row.StoryId
                                && one.ErasedAt == null
                                && one.Number == (row.Since ?? row.Number - 1)
                            ),
                    }
            )
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(row =>
            {
                // What was said before may be the very thing that had to go.
                var isErased =
                    row.ErasedAt is not null || (row.TakenDownAt is not null && row.Kind != VersionKind.Takedown);
                return new CorrectionLine
                {
                    Id = row.Id,
                    Kind = row.Kind,
                    At = row.At,
                    ChangedAt = isErased ? row.ErasedAt ?? row.TakenDownAt!.Value : row.At,
                    Headline = row.TakenDownAt is null ? row.Headline : null,
                    Path = row.TakenDownAt is null ? PublicAddress.Encode(row.Path!) : null,
                    Language = row.Language,
                    Note = isErased ? "" : row.Note,
                    Wrong = isErased ? null : row.Wrong,
                    Right = isErased ? null : row.Right,
                    Reason = row.Reason,
                    IsErased = isErased,
                    Number = row.Number,
                    Since =
                        !isErased && row.IsSinceThere && row.Kind is VersionKind.Correction or VersionKind.Clarification
                            ? row.Since ?? row.Number - 1
                            : null,
                };
            }),
        ];
    }
}

/// <summary>A place in the list of corrections: behind the one of this time and id.</summary>
internal readonly record struct CorrectionPlace(DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}~{Id:N}");

    public static CorrectionPlace? Read(string? written) =>
        written?.Split('~') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var guid)
            ? new CorrectionPlace(new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
}
