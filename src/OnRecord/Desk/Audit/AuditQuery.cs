using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Audit;

/// <summary>What of the audit log is asked for: words, a person, an act, days.</summary>
internal sealed record AuditQuery(string Words, Guid? Person, string Act, DateOnly? From, DateOnly? To)
{
    public static AuditQuery Read(IQueryCollection query) =>
        new(
            Text(query["q"]),
            Guid.TryParse(query["person"], out var person) ? person : null,
            Text(query["act"]),
            Day(query["from"]),
            Day(query["to"])
        );

    /// <summary>As a part of an address, without its question mark; empty where everything is asked for.</summary>
    public string Address =>
        string.Join(
            '&',
            new[]
            {
                ("q", Words),
                ("person", Person?.ToString() ?? ""),
                ("act", Act),
                ("from", Written(From)),
                ("to", Written(To)),
            }
                .Where(part => part.Item2.Length > 0)
                .Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}")
        );

    public IQueryable<AuditEntry> In(OnRecordDb db, Newsroom newsroom)
    {
        var rows = db.Set<AuditEntry>().AsNoTracking();
        if (Person is { } person)
            rows = rows.Where(row => row.StaffId == person);
        if (Act.Length > 0)
            rows = rows.Where(row => row.Act == Act);
        if (From is { } first && Start(first, newsroom) is var start)
            rows = rows.Where(row => row.At >= start);
        if (To is { } last && last < DateOnly.MaxValue && Start(last.AddDays(1), newsroom) is var end)
            rows = rows.Where(row => row.At < end);
        foreach (var word in Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var like = $"%{Escaped(word)}%";
            rows = db.Database.IsNpgsql()
                ? rows.Where(row =>
                    EF.Functions.ILike(row.Name, like, "\\")
                    || EF.Functions.ILike(row.Act, like, "\\")
                    || EF.Functions.ILike(row.Label, like, "\\")
                )
                : rows.Where(row =>
                    EF.Functions.Like(row.Name, like, "\\")
                    || EF.Functions.Like(row.Act, like, "\\")
                    || EF.Functions.Like(row.Label, like, "\\")
                );
        }
        return rows;
    }

    public static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // A day begins at midnight of the newsroom; where its clock skips midnight, at the first moment there is.
    private static DateTimeOffset Start(DateOnly day, Newsroom newsroom)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(newsroom.TimeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static string Escaped(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    private static string Text(string? written) => written?.Trim() is { Length: < 200 } text ? text : "";

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000
            ? day
            : null;
}
