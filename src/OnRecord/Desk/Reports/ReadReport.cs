using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Desk.Reports;

/// <summary>One report: what the reader wrote, where the passage stands in the story, and the answer or its form.</summary>
internal sealed class ReadReport(OnRecordDb db, Room room, PageRenderer pages, TimeProvider clock)
{
    public Task<IResult> Get(Guid id, HttpContext http, SignedIn who) => Page(id, http, who, []);

    public async Task<IResult> Page(
        Guid id,
        HttpContext http,
        SignedIn who,
        IReadOnlyList<Problem> problems,
        string outcome = "",
        string answer = "",
        int? version = null
    )
    {
        if (await db.Set<ErrorReport>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } report)
            return Results.NotFound();
        var story = await db.Set<Story>()
            .Include(row => row.Versions)
            .AsNoTracking()
            .SingleAsync(row => row.Id == report.StoryId);
        var versions = story.Versions.OrderBy(row => row.Number).ToList();
        var live = versions.Single(row => row.Id == story.LiveVersionId);
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(ReportsRoutes.Strings, around);
        var now = clock.GetUtcNow();
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        var (found, where) = Look(report, versions, words);
        var view = new ReportView
        {
            Around = around with { Title = words.With("ReportAbout", live.Content.Headline) },
            Words = words,
            Problems = StoryHead.Told(problems, who.Language),
            Id = id,
            StoryId = story.Id,
            Headline = live.Content.Headline,
            Language = live.Content.Language,
            Path = PublicAddress.Encode(story.Path!),
            Wrong = report.Words,
            Passage = report.Passage,
            Known = report.HowKnown,
            Name = report.Name,
            Reached = Reached(report, words, Said),
            Sent = words.With("SentOn", Said(report.At), report.VersionNumber),
            Standing = ReportMoments.Standing(report, newsroom, words, now),
            Urgency = ReportMoments.Urgency(report, newsroom, now),
            Found = found is null ? null : new FoundPassageView(found.Before, found.Words, found.Behind),
            Where = where,
            Later = Later(report, versions, new Words(StoryHead.Strings, who.Language), Said),
            IsOpen = report.IsOpen,
            MayAnswer = who.May(Permission.EditStories),
            Outcomes = [.. Enum.GetNames<ReportOutcome>()],
            Outcome = report.Outcome is { } became ? $"{became}" : outcome,
            Answer = report.IsOpen ? answer : report.Answer,
            Version = report.IsOpen ? version : report.LedTo,
            Answered = report.AnsweredAt is { } at
                ? words.With("AnsweredBy", Draft.NameOf(await Draft.Names(db), report.AnsweredBy), Said(at))
                : null,
            Others = await db.Set<ErrorReport>().CountAsync(row => row.StoryId == story.Id && row.Id != id),
        };
        return await pages.Page<ReportPage>(
            view,
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    // The address itself is nobody's to read: the answer goes there by itself, and that is all it was given for.
    private static string Reached(ErrorReport report, Words words, Func<DateTimeOffset, string> said) =>
        report.Email is not null ? words["ReachedByMail"]
        : report.ReporterForgottenAt is { } at ? words.With("Forgotten", said(at))
        : words["ReachedByPage"];

    private static (FoundPassage?, string?) Look(ErrorReport report, List<StoryVersion> versions, Words words)
    {
        if (report.Passage is not { } passage)
            return (null, null);
        var all = versions.Select(row => (row.Number, row.Content)).ToList();
        if (FindPassage.In(all[^1].Content, passage) is { } found)
            return (found, words.With("StandsSince", FindPassage.Since(all, passage)!));
        foreach (var (number, content) in all.Where(row => row.Number <= report.VersionNumber).Reverse())
            if (FindPassage.In(content, passage) is { } before)
                return (before, words.With("StoodUntil", number));
        return (null, words["StandsNowhere"]);
    }

    private static IReadOnlyList<LaterVersionView> Later(
        ErrorReport report,
        List<StoryVersion> versions,
        Words words,
        Func<DateTimeOffset, string> said
    ) =>
        [
            .. versions
                .Where(row => row.Number > report.VersionNumber && row.Kind != VersionKind.Takedown)
                .Reverse()
                .Select(row => new LaterVersionView(
                    row.Number,
                    $"v{row.Number} {words[$"Kind.{row.Kind}"]}, {said(row.At)}{(row.Note.Length > 0 ? $": {ShowReports.Excerpt(row.Note)}" : "")}"
                )),
        ];
}
