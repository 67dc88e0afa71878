using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Budget;

/// <summary>A month of the newsroom: what is due, what goes out, what went out, on the newsroom's clock.</summary>
internal static class ShowCalendar
{
    // A month with more than this is read in the list.
    private const int Most = 500;

    public static async Task<IResult> Get(
        string? month,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        Room room,
        TimeProvider clock,
        PageRenderer pages
    )
    {
        var words = new Words(ShowBudget.Strings, who.Language);
        var (around, newsroom) = await room.Around(http, words["Calendar"]);
        var today = newsroom.Local(clock.GetUtcNow()).Date;
        var first =
            DateTime.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            && asked.Year is > 1900 and < 9000
                ? asked
                : new DateTime(today.Year, today.Month, 1);
        var entries = await Entries(db, newsroom, first, first.AddMonths(1));
        var begin = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        var days = Enumerable
            .Range(0, 42)
            .Select(at => begin.AddDays(at))
            .TakeWhile(day => day < first.AddMonths(1) || day.DayOfWeek != DayOfWeek.Monday)
            .Select(day => new CalendarDayView(
                day,
                words.Weekday(day),
                day.Month == first.Month,
                day == today,
                [.. entries[day].OrderBy(entry => entry.Time, StringComparer.Ordinal)]
            ));
        return await pages.Page<CalendarPage>(
            new CalendarView
            {
                Around = around,
                Words = words,
                Month = words.Month(first),
                Before = first.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture),
                After = first.AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture),
                Days = [.. days],
            }
        );
    }

    private static async Task<ILookup<DateTime, CalendarEntryView>> Entries(
        OnRecordDb db,
        Newsroom newsroom,
        DateTime first,
        DateTime next
    )
    {
        var (from, to) = (Midnight(newsroom, first), Midnight(newsroom, next));
        var stories = db.Set<Story>().AsNoTracking();
        var due = await stories
            .Where(story => story.IsInMotion && story.DueAt >= from && story.DueAt < to)
            .Select(story => new CalendarRow(story.Id, story.Draft.Headline, story.Draft.Language, story.DueAt!.Value))
            .Take(Most)
            .ToListAsync();
        var going = await stories
            .Where(story => story.State == StoryState.Scheduled && story.ScheduledAt >= from && story.ScheduledAt < to)
            .Select(story => new CalendarRow(
                story.Id,
                story.Draft.Headline,
                story.Draft.Language,
                story.ScheduledAt!.Value
            ))
            .Take(Most)
            .ToListAsync();
        var gone = await stories
            .Where(story => story.PublishedAt >= from && story.PublishedAt < to)
            .OrderByDescending(story => story.PublishedAt)
            .Select(story => new CalendarRow(
                story.Id,
                story.Draft.Headline,
                story.Draft.Language,
                story.PublishedAt!.Value
            ))
            .Take(Most)
            .ToListAsync();
        return Told("due", due)
            .Concat(Told("going", going))
            .Concat(Told("out", gone))
            .ToLookup(pair => pair.Day, pair => pair.Entry);

        IEnumerable<(DateTime Day, CalendarEntryView Entry)> Told(string kind, List<CalendarRow> rows) =>
            rows.Select(row =>
            {
                var local = newsroom.Local(row.At);
                return (
                    local.Date,
                    new CalendarEntryView(
                        row.Id,
                        row.Headline,
                        row.Language,
                        kind,
                        local.ToString("HH:mm", CultureInfo.InvariantCulture)
                    )
                );
            });
    }

    private static DateTimeOffset Midnight(Newsroom newsroom, DateTime day) =>
        newsroom.Instant($"{day:yyyy-MM-dd}T00:00")
        ?? newsroom.Instant($"{day:yyyy-MM-dd}T01:00")
        ?? new DateTimeOffset(day, TimeSpan.Zero);

    private sealed record CalendarRow(Guid Id, string Headline, string Language, DateTimeOffset At);
}

/// <summary>A month of the newsroom.</summary>
public sealed record CalendarView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required string Month { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required IReadOnlyList<CalendarDayView> Days { get; init; }
}

public sealed record CalendarDayView(
    DateTime Day,
    string Name,
    bool InMonth,
    bool IsToday,
    IReadOnlyList<CalendarEntryView> Entries
);

/// <param name="Kind"><c>due</c>, <c>going</c> (scheduled) or <c>out</c> (published).</param>
public sealed record CalendarEntryView(Guid Id, string Headline, string Language, string Kind, string Time);
