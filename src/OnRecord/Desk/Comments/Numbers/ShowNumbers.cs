using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Comments.Moderation;
using OnRecord.Desk.Writing;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments.Numbers;

/// <summary>What was reported, decided and appealed in a year, as a page and as files; and how quickly who decides.</summary>
internal sealed class ShowNumbers(OnRecordDb db, CommentDesk desk, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task<IResult> Get(HttpContext http, int? asked)
    {
        var (frame, newsroom) = await desk.Around(http, "Numbers");
        var words = frame.Words;
        var now = clock.GetUtcNow();
        var year = Year(asked, newsroom);
        var names = await Draft.Names(db);
        var times = await DecisionTimes.Lately(db, newsroom, now);
        var view = new NumbersView
        {
            Around = frame.Around,
            Words = words,
            Tabs = frame.Tabs,
            Year = year,
            Years = [.. Enumerable.Range(0, 4).Select(back => newsroom.Local(now).Year - back)],
            Lines =
            [
                .. Lines(await Numbers(year, newsroom))
                    .Select(line => new NumberLineView(Name(line, words), Said(line))),
            ],
            Times =
            [
                .. times.Select(time => new DecisionTimeView(
                    words.Date(new DateTimeOffset(time.Week, TimeOnly.MinValue, TimeSpan.Zero)),
                    Draft.NameOf(names, time.StaffId),
                    time.Count,
                    Hours(time.Median),
                    Hours(time.NineTenths)
                )),
            ],
        };
        return await desk.Page<NumbersPage>(view);
    }

    public async Task<IResult> Csv(int? asked)
    {
        var newsroom = await db.Newsroom();
        var year = Year(asked, newsroom);
        var text = new StringBuilder("what,of,outcome,count\r\n");
        foreach (var line in Lines(await Numbers(year, newsroom)))
            text.Append(CultureInfo.InvariantCulture, $"{line.What},{line.Of},{line.Outcome},{Said(line)}\r\n");
        return Results.File(
            Encoding.UTF8.GetBytes(text.ToString()),
            "text/csv; charset=utf-8",
            $"comment-moderation-{year}.csv"
        );
    }

    public async Task<IResult> Json(int? asked)
    {
        var newsroom = await db.Newsroom();
        var year = Year(asked, newsroom);
        var lines = Lines(await Numbers(year, newsroom));
        return Results.File(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    newsroom = newsroom.Name,
                    year,
                    law = "Regulation (EU) 2022/2065, Articles 15 and 24",
                    numbers = lines.Select(line => new
                    {
                        what = line.What,
                        of = line.Of,
                        outcome = line.Outcome,
                        count = line.Count,
                        hours = line.Hours,
                    }),
                },
                Written
            ),
            "application/json; charset=utf-8",
            $"comment-moderation-{year}.json"
        );
    }

    private Task<ModerationNumbers> Numbers(int year, Newsroom newsroom) =>
        CountModeration.Between(db, Start(year, newsroom), Start(year + 1, newsroom));

    private static DateTimeOffset Start(int year, Newsroom newsroom) =>
        newsroom.Instant($"{year:0000}-01-01T00:00") ?? new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int Year(int? asked, Newsroom newsroom) =>
        asked is >= 2000 and <= 8000 ? asked.Value : newsroom.Local(clock.GetUtcNow()).Year;

    // One shape for page and files: what was counted, of which kind, with which end.
    private static IReadOnlyList<NumberLine> Lines(ModerationNumbers numbers) =>
        [
            .. numbers.Reports.Select(row => new NumberLine(
                row.Reason == ReportReason.Illegal ? "notice" : "report",
                $"{row.Reason}",
                row.Outcome is { } outcome ? $"{outcome}" : "Open",
                row.Count
            )),
            new NumberLine("report-median-hours", "", "", null, numbers.ReportHours),
            .. numbers.Decisions.Select(row => new NumberLine(
                row.IsAutomatic ? "automatic-decision" : "decision",
                $"{row.Act}",
                $"{row.Ground}",
                row.Count
            )),
            new NumberLine("automatic-decision", "Rejected", "NoHumanLook", numbers.AutomaticallyRefused),
            new NumberLine("decision-median-hours", "", "", null, numbers.DecisionHours),
            .. numbers.Appeals.Select(row => new NumberLine(
                "appeal",
                "",
                row.Outcome is { } outcome ? $"{outcome}" : "Open",
                row.Count
            )),
            new NumberLine("appeal-median-hours", "", "", null, numbers.AppealHours),
            .. numbers.Sanctions.Select(row => new NumberLine("sanction", $"{row.Act}", "", row.Count)),
        ];

    private static string Name(NumberLine line, Words words) =>
        string.Join(
            ": ",
            new[]
            {
                words[$"Number.{line.What}"],
                line.What switch
                {
                    "report" or "notice" => words[$"Reason.{line.Of}"],
                    "decision" or "automatic-decision" => words[$"Act.{line.Of}"],
                    "sanction" => words[$"Act.{line.Of}"],
                    _ => "",
                },
                line.What switch
                {
                    "report" or "notice" or "appeal" => words[$"End.{line.Outcome}"],
                    "decision" when line.Outcome.Length > 0 => words[$"Ground.{line.Outcome}"],
                    "automatic-decision" when line.Outcome.Length > 0 => words["End.NoHumanLook"],
                    _ => "",
                },
            }.Where(part => part.Length > 0)
        );

    private static string Said(NumberLine line) =>
        line.Count is { } count ? count.ToString(CultureInfo.InvariantCulture)
        : line.Hours is { } hours ? Hours(hours)
        : "";

    private static string Hours(double hours) => hours.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record NumberLine(string What, string Of, string Outcome, int? Count, double? Hours = null);
}

/// <summary>The numbers of a year, and how quickly who decides.</summary>
public sealed record NumbersView : CommentDeskView
{
    public required int Year { get; init; }
    public required IReadOnlyList<int> Years { get; init; }
    public required IReadOnlyList<NumberLineView> Lines { get; init; }
    public required IReadOnlyList<DecisionTimeView> Times { get; init; }
}

public sealed record NumberLineView(string Name, string Number);

/// <param name="Median">In hours.</param>
/// <param name="NineTenths">In hours: nine of ten were decided within.</param>
public sealed record DecisionTimeView(string Week, string Who, int Count, string Median, string NineTenths);
