using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Audit;

/// <summary>What was done at the desk, newest first.</summary>
internal static class ShowAudit
{
    public static readonly ResourceManager Strings = new("OnRecord.Desk.Audit.AuditWords", typeof(ShowAudit).Assembly);

    private const int PageSize = 100;

    public static async Task<IResult> Get(HttpContext http, OnRecordDb db, Room room, PageRenderer pages)
    {
        var query = AuditQuery.Read(http.Request.Query);
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(Strings, around);
        var rows = query.In(db, newsroom);
        if (Before(http.Request.Query["before"]) is var (at, id))
            rows = rows.Where(row => row.At < at || (row.At == at && row.Id < id));
        var found = await rows.OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .ToListAsync();
        var shown = found.Take(PageSize).ToList();
        return await pages.Page<AuditPage>(
            new AuditView
            {
                Around = around with { Title = words["Audit"] },
                Words = words,
                Query = query.Words,
                Person = query.Person?.ToString() ?? "",
                Act = query.Act,
                From = AuditQuery.Written(query.From),
                To = AuditQuery.Written(query.To),
                People = (
                    await db.Set<StaffMember>()
                        .OrderBy(row => row.Name)
                        .Select(row => new { row.Id, row.Name })
                        .ToListAsync()
                ).ConvertAll(row => new ChoiceView(row.Id.ToString(), row.Name)),
                Acts = (await db.Set<AuditEntry>().Select(row => row.Act).Distinct().ToListAsync())
                    .ConvertAll(act => new ChoiceView(act, ActIn(words, act)))
                    .OrderBy(act => act.Name, StringComparer.CurrentCulture)
                    .ToList(),
                Entries =
                [
                    .. shown.Select(row => new AuditLineView(
                        words.Moment(newsroom.Local(row.At)),
                        row.Name,
                        ActIn(words, row.Act),
                        row.Label,
                        row.Detail,
                        row.Address
                    )),
                ],
                Filter = query.Address,
                Older =
                    found.Count > PageSize
                        ? $"/desk/audit?{(query.Address.Length > 0 ? query.Address + "&" : "")}before={shown[^1].At.UtcTicks}.{shown[^1].Id:N}"
                        : null,
            }
        );
    }

    // A feature above names its acts itself; one that has no words yet is shown by its key.
    private static string ActIn(Words words, string act) =>
        Strings.GetString($"Act.{act}", CultureInfo.GetCultureInfo(words.Language)) ?? act;

    private static (DateTimeOffset At, Guid Id)? Before(string? written) =>
        written?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParse(id, out var guid)
            ? (new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
}

/// <summary>A page of the audit log.</summary>
public sealed record AuditView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required string Query { get; init; }
    public required string Person { get; init; }
    public required string Act { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required IReadOnlyList<ChoiceView> People { get; init; }
    public required IReadOnlyList<ChoiceView> Acts { get; init; }
    public required IReadOnlyList<AuditLineView> Entries { get; init; }

    /// <summary>What is asked for, as a part of an address.</summary>
    public required string Filter { get; init; }

    /// <summary>Where the log goes on; null at its beginning.</summary>
    public string? Older { get; init; }
}

/// <summary>One of a list to choose from.</summary>
public sealed record ChoiceView(string Value, string Name);

/// <summary>One line of the audit log.</summary>
public sealed record AuditLineView(string At, string Name, string Act, string Label, string? Detail, string? Address);
