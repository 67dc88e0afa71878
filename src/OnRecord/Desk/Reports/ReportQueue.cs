using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Reports;

/// <summary>Which reports are listed: the open ones by deadline, behind them those that are answered, the latest first.</summary>
/// <param name="State"><c>open</c>, <c>overdue</c>, <c>answered</c> or <c>all</c>.</param>
/// <param name="Mine">Only of stories that whoever asks writes.</param>
internal sealed record ReportQueue(string State, Guid? Story, bool Mine)
{
    public static readonly IReadOnlyList<string> States = ["open", "overdue", "answered", "all"];

    public static ReportQueue Read(string? state, Guid? story, string? mine) =>
        new(States.Contains(state) ? state! : "open", story, mine is not null);

    /// <summary>The address of the list behind a report; null from its start.</summary>
    public string Link(ErrorReport? behind = null) =>
        QueryHelpers.AddQueryString(
            ReportsRoutes.Root,
            new Dictionary<string, string?>
            {
                ["state"] = State == "open" ? null : State,
                ["story"] = Story is { } story ? $"{story}" : null,
                ["mine"] = Mine ? "on" : null,
                ["after"] = behind is null ? null : Place.Of(behind).ToString(),
            }
        );

    public async Task<List<ErrorReport>> Find(OnRecordDb db, Guid me, DateTimeOffset now, string? after, int count)
    {
        var place = Place.Read(after);
        var found = new List<ErrorReport>();
        if (State != "answered" && place is not { IsAnswered: true })
            found.AddRange(await Open(db, me, now, place, count));
        if (State is "answered" or "all" && found.Count < count)
            found.AddRange(await Answered(db, me, place is { IsAnswered: true } ? place : null, count - found.Count));
        return found;
    }

    private Task<List<ErrorReport>> Open(OnRecordDb db, Guid me, DateTimeOffset now, Place? behind, int count)
    {
        var rows = Narrowed(db, me).Where(row => row.AnsweredAt == null);
        if (State == "overdue")
            rows = rows.Where(row => row.DueAt <= now);
        if (behind is { At: var at, Id: var id })
            rows = rows.Where(row => row.DueAt > at || (row.DueAt == at && row.Id > id));
        return rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(count).ToListAsync();
    }

    private Task<List<ErrorReport>> Answered(OnRecordDb db, Guid me, Place? behind, int count)
    {
        var rows = Narrowed(db, me).Where(row => row.AnsweredAt != null);
        if (behind is { At: var at, Id: var id })
            rows = rows.Where(row => row.AnsweredAt < at || (row.AnsweredAt == at && row.Id < id));
        return rows.OrderByDescending(row => row.AnsweredAt).ThenByDescending(row => row.Id).Take(count).ToListAsync();
    }

    private IQueryable<ErrorReport> Narrowed(OnRecordDb db, Guid me)
    {
        var rows = db.Set<ErrorReport>().AsNoTracking();
        if (Story is { } story)
            rows = rows.Where(row => row.StoryId == story);
        if (Mine)
            rows = rows.Where(row =>
                db.Set<Story>().Any(own => own.Id == row.StoryId && own.CreatedBy == me)
                || db.Set<StoryAssignment>().Any(given => given.StoryId == row.StoryId && given.StaffId == me)
                || db.Set<StoryByline>()
                    .Any(signed =>
                        signed.StoryId == row.StoryId
                        && db.Set<People.Staff.StaffMember>()
                            .Any(staff => staff.Id == me && staff.PersonId == signed.PersonId)
                    )
            );
        return rows;
    }

    /// <summary>A place in the list: an open report's deadline, or when one was answered.</summary>
    private readonly record struct Place(bool IsAnswered, DateTimeOffset At, Guid Id)
    {
        public static Place Of(ErrorReport report) => new(!report.IsOpen, report.AnsweredAt ?? report.DueAt, report.Id);

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{(IsAnswered ? 'a' : 'o')}.{At.UtcTicks}.{Id:N}");

        public static Place? Read(string? written) =>
            written?.Split('.') is ["a" or "o", var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(id, "N", out var guid)
                ? new Place(written[0] == 'a', new DateTimeOffset(at, TimeSpan.Zero), guid)
                : null;
    }
}
