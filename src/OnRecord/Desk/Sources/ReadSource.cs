using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Audit;
using OnRecord.Desk.Sources.Overview;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>Reads what a source's page lists.</summary>
internal static class ReadSource
{
    private const int HistoryShown = 100;

    // Who opened a protected identity is for those who may know it; it stands in the audit log.
    private static readonly string[] Acts =
    [
        "source.added",
        "source.changed",
        "source.merged",
        "source.copy-saved",
        "source.copy-published",
        "source.copy-hidden",
        "source.copy-removed",
    ];

    public static async Task<IReadOnlyList<SourceCopyView>> Copies(
        OnRecordDb db,
        Source source,
        Func<DateTimeOffset, string> said
    ) =>
        [
            .. (
                await db.Set<SavedCopy>()
                    .Where(row => row.SourceId == source.Id)
                    .OrderByDescending(row => row.TakenAt)
                    .AsNoTracking()
                    .ToListAsync()
            ).Select(row => new SourceCopyView(
                row.Id,
                source.IsNamed ? row.Title : null,
                said(row.TakenAt),
                row.IsPublic
            )),
        ];

    public static Task<List<Source>> Merged(OnRecordDb db, Guid source) =>
        db.Set<Source>()
            .Where(row => row.MergedIntoId == source)
            .OrderBy(row => row.Search)
            .AsNoTracking()
            .ToListAsync();

    public static async Task<IReadOnlyList<HistoryLineView>> History(
        OnRecordDb db,
        IEnumerable<Guid> sources,
        Words words,
        Func<DateTimeOffset, string> said
    )
    {
        var subjects = sources.Select(id => $"source:{id}").ToList();
        var rows = await db.Set<AuditEntry>()
            .Where(row => subjects.Contains(row.Subject) && Acts.Contains(row.Act))
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(HistoryShown)
            .AsNoTracking()
            .ToListAsync();
        var acts = new Words(ShowAudit.Strings, words.Language);
        return
        [
            .. rows.Select(row => new HistoryLineView(
                said(row.At),
                row.Name,
                acts[$"Act.{row.Act}"],
                row.Label,
                [.. (row.Detail ?? "").Split('\n').Where(line => line.Length > 0).Select(line => Before(line, words))]
            )),
        ];
    }

    public static async Task<SparkView> Spark(OnRecordDb db, Guid source, Words words, DateOnly today)
    {
        var last = ShownStatement.MonthOf(today);
        var first = last - SparkView.Months + 1;
        var from = ShownStatement.FirstOf(first);
        var days = await db.Set<ShownStatement>()
            .Where(row => row.SourceId == source && row.IsChecked && row.On >= from)
            .GroupBy(row => row.On)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync();
        var byMonth = days.GroupBy(row => ShownStatement.MonthOf(row.Key))
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
        return new SparkView([
            .. Enumerable
                .Range(first, SparkView.Months)
                .Select(month => new SparkMonth(
                    SourceDays.Month(words, ShownStatement.FirstOf(month)),
                    byMonth.GetValueOrDefault(month)
                )),
        ]);
    }

    // As DescribeSource writes it: a field and what it was.
    private static string Before(string line, Words words)
    {
        if (line.Split(" ← ", 2) is not [var field, var was])
            return line == "notes" ? words["Changed.notes"] : line;
        var value = field switch
        {
            "kind" => words[$"Kind.{was}"],
            "reason" when was != "–" => words[$"Reason.{was}"],
            "named" => words[was == bool.TrueString ? "IsNamed" : "IsNotNamed"],
            _ => was,
        };
        return words.With("WasBefore", words[$"Changed.{field}"], value);
    }
}
