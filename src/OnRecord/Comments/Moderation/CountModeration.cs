using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>What a newsroom has to tell of its moderation once a year (Regulation (EU) 2022/2065, Articles 15 and 24), and how quickly it decides.</summary>
internal static class CountModeration
{
    /// <param name="until">The first moment that no longer counts.</param>
    public static async Task<ModerationNumbers> Between(OnRecordDb db, DateTimeOffset from, DateTimeOffset until)
    {
        var reports = db.Set<CommentReport>().Where(row => row.At >= from && row.At < until);
        var decisions = db.Set<CommentDecision>().Where(row => row.At >= from && row.At < until);
        var appeals = db.Set<CommentAppeal>().Where(row => row.At >= from && row.At < until);
        var first = decisions.Where(row => row.Seconds != null).Select(row => (double)row.Seconds!);
        // Ids begin with their time, so the walk through the index begins there.
        var (low, high) = (
            Guid.CreateVersion7(from.AddMilliseconds(-1)),
            Guid.CreateVersion7(until.AddMilliseconds(1))
        );
        var refused = await db.Set<ReaderComment>()
            .CountAsync(row =>
                row.State == CommentState.Rejected
                && row.Id >= low
                && row.Id <= high
                && row.DecidedAt == null
                && row.At >= from
                && row.At < until
            );
        return new ModerationNumbers
        {
            Reports = [.. (
                    await reports
                        .GroupBy(row => new { row.Reason, row.Outcome })
                        .Select(rows => new
                        {
                            rows.Key.Reason,
                            rows.Key.Outcome,
                            Count = rows.Count(),
                        })
                        .ToListAsync()
                ).OrderBy(row => row.Reason).ThenBy(row => row.Outcome).Select(row => new ReportNumber(row.Reason, row.Outcome, row.Count))],
            ReportHours = Hours(
                await reports
                    .Where(row => row.AnsweredAt != null)
                    .Select(row => new { row.At, AnsweredAt = row.AnsweredAt!.Value })
                    .ToListAsync(),
                row => row.AnsweredAt - row.At
            ),
            Decisions = [.. (
                    await decisions
                        .GroupBy(row => new
                        {
                            row.Act,
                            row.Ground,
                            row.IsAutomatic,
                        })
                        .Select(rows => new
                        {
                            rows.Key.Act,
                            rows.Key.Ground,
                            rows.Key.IsAutomatic,
                            Count = rows.Count(),
                        })
                        .ToListAsync()
                ).OrderBy(row => row.Act).ThenBy(row => row.Ground).Select(row => new DecisionNumber(row.Act, row.Ground, row.IsAutomatic, row.Count))],
            AutomaticallyRefused = refused,
            DecisionHours = await Median(first),
            Appeals =
            [
                .. (
                    await appeals
                        .GroupBy(row => row.Outcome)
                        .Select(rows => new { Outcome = rows.Key, Count = rows.Count() })
                        .ToListAsync()
                )
                    .OrderBy(row => row.Outcome)
                    .Select(row => new AppealNumber(row.Outcome, row.Count)),
            ],
            AppealHours = Hours(
                await appeals
                    .Where(row => row.AnsweredAt != null)
                    .Select(row => new { row.At, AnsweredAt = row.AnsweredAt!.Value })
                    .ToListAsync(),
                row => row.AnsweredAt - row.At
            ),
            Sanctions =
            [
                .. (
                    await db.Set<CommenterSanction>()
                        .Where(row => row.At >= from && row.At < until)
                        .GroupBy(row => row.Act)
                        .Select(rows => new { Act = rows.Key, Count = rows.Count() })
                        .ToListAsync()
                )
                    .OrderBy(row => row.Act)
                    .Select(row => new SanctionNumber(row.Act, row.Count)),
            ],
        };
    }

    // There may be a million; the database sorts them and gives one.
    private static async Task<double?> Median(IQueryable<double> seconds)
    {
        var count = await seconds.CountAsync();
        return count == 0 ? null : await seconds.OrderBy(second => second).Skip((count - 1) / 2).FirstAsync() / 3600;
    }

    private static double? Hours<T>(List<T> rows, Func<T, TimeSpan> time) =>
        Percentile([.. rows.Select(row => time(row).TotalHours)], 0.5);

    /// <summary>The least value that so large a share does not exceed (nearest rank).</summary>
    public static double? Percentile(List<double> values, double share)
    {
        if (values.Count == 0)
            return null;
        values.Sort();
        return values[Math.Max(0, (int)Math.Ceiling(share * values.Count) - 1)];
    }
}

/// <summary>The numbers of a year.</summary>
internal sealed record ModerationNumbers
{
    public required IReadOnlyList<ReportNumber> Reports { get; init; }

    /// <summary>From a report to its answer, the median in hours; null where none was answered.</summary>
    public double? ReportHours { get; init; }

    public required IReadOnlyList<DecisionNumber> Decisions { get; init; }

    /// <summary>Comments that the filter or the outside judge refused and no person looked at.</summary>
    public required int AutomaticallyRefused { get; init; }

    /// <summary>From a comment to the first decision on it, the median in hours.</summary>
    public double? DecisionHours { get; init; }

    public required IReadOnlyList<AppealNumber> Appeals { get; init; }
    public double? AppealHours { get; init; }
    public required IReadOnlyList<SanctionNumber> Sanctions { get; init; }
}

/// <param name="Outcome">Null for those that are open.</param>
internal sealed record ReportNumber(ReportReason Reason, ComplaintOutcome? Outcome, int Count);

internal sealed record DecisionNumber(DecisionAct Act, Ground? Ground, bool IsAutomatic, int Count);

/// <param name="Outcome">Null for those that are open.</param>
internal sealed record AppealNumber(AppealOutcome? Outcome, int Count);

internal sealed record SanctionNumber(SanctionAct Act, int Count);
