using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Commands.Demonstration;

/// <summary>Puts into the demonstration's queue what its readers reported, as its file describes it. Within the caller's transaction.</summary>
internal sealed class FillReports(OnRecordDb db, DemonstrationClock clock)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="published">The stories readers have, by their files.</param>
    public async Task Into(Dictionary<string, Story> published)
    {
        var hours = (await db.Newsroom()).AnswerHours;
        var told = JsonSerializer.Deserialize<IReadOnlyList<ToldReport>>(
            await File.ReadAllTextAsync(Path.Combine(DemonstrationNewsroom.Folder, "reports.json")),
            Options
        )!;
        foreach (var report in told)
            Put(report, published[report.Story], hours);
    }

    private void Put(ToldReport told, Story story, int hours)
    {
        var said = new ReportedError(
            told.Version,
            told.Wrong,
            told.Passage,
            told.Known,
            told.Name,
            Email: null,
            story.Draft.Language
        );
        var report = ErrorReport.About(story, said, hours, clock.Past(told.At)).Value!;
        db.ErrorReports.Add(report);
        if (told.Answer is { } answer)
            Answer(report, answer, story);
        else
            Tell(report, story);
    }

    private void Answer(ErrorReport report, ToldAnswer told, Story story)
    {
        var (who, at) = (Staff(told.By), clock.Past(told.At));
        var to = story.Versions.Find(version => version.Number == told.Version);
        var closed = report.Close(told.Outcome, told.Text, to, who.Id, at);
        if (closed.Refused)
            throw new InvalidDataException(closed.Problems[0].Message);
        db.Audit(
            SignedIn.As(who),
            at,
            "report.answered",
            $"report:{report.Id}",
            story.Draft.Headline,
            $"{told.Outcome}, v{told.Version}"
        );
    }

    private void Tell(ErrorReport report, Story story)
    {
        var names = story.Draft.Byline;
        var told = db.Staff.Local.Where(row => row.May(Permission.EditStories) || names.Contains(row.Name)).ToList();
        foreach (var member in told)
            db.Notices.Add(
                new Notice
                {
                    Id = Guid.CreateVersion7(report.At),
                    StaffId = member.Id,
                    At = report.At,
                    Kind = NoticeKind.ErrorReported,
                    About = story.Draft.Headline,
                    Text = report.Words,
                    Path = ReportError.DeskPath(report.Id),
                    ReadAt = report.At.AddDays(1) < clock.Now ? report.At.AddHours(2) : null,
                }
            );
    }

    private StaffMember Staff(string name) => db.Staff.Local.Single(row => row.Email.Split('@')[0] == name);
}

/// <param name="Story">The story's file, without the ending.</param>
/// <param name="At">A moment past, such as <c>-3 20:40</c>.</param>
internal sealed record ToldReport(
    string Story,
    int Version,
    string At,
    string Wrong,
    string? Passage = null,
    string? Known = null,
    string? Name = null,
    ToldAnswer? Answer = null
);

internal sealed record ToldAnswer(string By, string At, ReportOutcome Outcome, string Text, int? Version = null);
