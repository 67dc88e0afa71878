using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Comments.Moderation;

/// <summary>How long comments waited for the first decision, by week and by who decided.</summary>
internal static class DecisionTimes
{
    private const int Weeks = 8;

    public static async Task<IReadOnlyList<DecisionTime>> Lately(OnRecordDb db, Newsroom newsroom, DateTimeOffset now)
    {
        var since = now.AddDays(-7 * Weeks);
        var rows = await db.Set<CommentDecision>()
            .Where(row => row.At > since && row.Seconds != null && row.StaffId != null)
            .Select(row => new
            {
                row.At,
                row.StaffId,
                row.Seconds,
            })
            .ToListAsync();
        return
        [
            .. rows.GroupBy(row => (Week: Monday(newsroom.Local(row.At)), row.StaffId))
                .OrderByDescending(group => group.Key.Week)
                .ThenByDescending(group => group.Count())
                .Select(group =>
                {
                    var hours = group.Select(row => row.Seconds!.Value / 3600.0).ToList();
                    return new DecisionTime(
                        group.Key.Week,
                        group.Key.StaffId!.Value,
                        hours.Count,
                        CountModeration.Percentile(hours, 0.5)!.Value,
                        CountModeration.Percentile(hours, 0.9)!.Value
                    );
                }),
        ];
    }

    // ISO 8601: a week begins on Monday.
    private static DateOnly Monday(DateTimeOffset at) =>
        DateOnly.FromDateTime(
            ISOWeek.ToDateTime(ISOWeek.GetYear(at.Date), ISOWeek.GetWeekOfYear(at.Date), DayOfWeek.Monday)
        );
}

/// <param name="Week">Its Monday on the newsroom's clock.</param>
/// <param name="Median">In hours.</param>
/// <param name="NineTenths">In hours: nine of ten were decided within.</param>
internal sealed record DecisionTime(DateOnly Week, Guid StaffId, int Count, double Median, double NineTenths);
