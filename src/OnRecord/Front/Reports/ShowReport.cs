using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Front.Reports;

/// <summary>A report's own page, for whoever has its address: what was written, by when it is answered, and the answer.</summary>
internal static class ShowReport
{
    public static async Task<IResult> Get(
        string secret,
        HttpContext http,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (
            await db.Set<ErrorReport>().AsNoTracking().FirstOrDefaultAsync(row => row.Secret == secret)
            is not { } report
        )
            return Results.NotFound();
        var story = await ReportedStory.Of(
            await db.Set<Story>().AsNoTracking().SingleAsync(row => row.Id == report.StoryId),
            db
        );
        var words = ShowReportForm.Words(report.Language);
        var heading = words[report.IsOpen ? "OpenHeading" : $"Heading.{report.Outcome}"];
        var (around, newsroom) = await shell.Around(heading, words.Language, null);
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        var isGone = story.Story.TakenDownAt is not null;
        return await pages.Page<ReportStatusPage>(
            new ReportStatusView
            {
                Shell = around,
                Words = words,
                Heading = heading,
                Headline = story.Headline,
                HeadlineLanguage = story.Language,
                Story = PublicAddress.Encode(story.Story.Path!),
                Wrong = report.Words,
                // What a story said that was taken down may be the very thing that had to go.
                Passage = isGone ? null : report.Passage,
                Known = report.HowKnown,
                Sent = Said(report.At),
                Due = Said(report.DueAt),
                IsOpen = report.IsOpen,
                IsLate = report.IsOpen && report.DueAt < clock.GetUtcNow(),
                IsMailed = report.Email is not null,
                IsSpam = report.Outcome == ReportOutcome.Spam,
                Answer = report.Answer,
                Answered = report.AnsweredAt is { } at ? Said(at) : null,
                LedTo = isGone ? null : await LedTo(report, story.Story, db),
            }
        );
    }

    private static async Task<LedToView?> LedTo(ErrorReport report, Story story, OnRecordDb db)
    {
        var version = await db.Set<StoryVersion>()
            .Where(row => row.StoryId == report.StoryId && row.Number == report.LedTo)
            .Select(row => new
            {
                row.Number,
                row.Note,
                row.Wrong,
                row.Right,
            })
            .FirstOrDefaultAsync();
        return version is null
            ? null
            : new LedToView(
                version.Number,
                version.Note,
                $"{PublicAddress.Encode(story.Path!)}/versions/{version.Number}",
                version.Wrong,
                version.Right
            );
    }
}

/// <summary>A report as its reader follows it.</summary>
public sealed record ReportStatusView
{
    public required ShellView Shell { get; init; }
    public required Words Words { get; init; }
    public required string Heading { get; init; }
    public required string Headline { get; init; }
    public required string HeadlineLanguage { get; init; }
    public required string Story { get; init; }
    public required string Wrong { get; init; }
    public string? Passage { get; init; }
    public string? Known { get; init; }
    public required string Sent { get; init; }
    public required string Due { get; init; }
    public required bool IsOpen { get; init; }
    public required bool IsLate { get; init; }
    public required bool IsMailed { get; init; }
    public required bool IsSpam { get; init; }
    public required string Answer { get; init; }
    public string? Answered { get; init; }
    public LedToView? LedTo { get; init; }
}

/// <summary>The version that an answer points to.</summary>
/// <param name="Wrong">Of a correction: what was wrong.</param>
/// <param name="Right">Of a correction: what is right.</param>
public sealed record LedToView(int Number, string Note, string Link, string? Wrong, string? Right);
