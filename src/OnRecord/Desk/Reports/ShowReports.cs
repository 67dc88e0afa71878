using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Desk.Reports;

/// <summary>What readers reported: the queue, and how well it is answered.</summary>
internal static class ShowReports
{
    private const int PageLength = 50;
    private const int LongestExcerpt = 180;

    public static async Task<IResult> Get(
        string? state,
        Guid? story,
        string? mine,
        string? after,
        SignedIn who,
        HttpContext http,
        OnRecordDb db,
        Room room,
        TimeProvider clock,
        PageRenderer pages
    )
    {
        var (queue, now) = (ReportQueue.Read(state, story, mine), clock.GetUtcNow());
        var found = await queue.Find(db, who.Id, now, after, PageLength + 1);
        var shown = found.Take(PageLength).ToList();
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(ReportsRoutes.Strings, around);
        var stories = await ReportedHeadline.Of(
            db,
            story is { } one ? [one, .. shown.Select(row => row.StoryId)] : shown.Select(row => row.StoryId)
        );
        return await pages.Page<ReportsPage>(
            new ReportsView
            {
                Around = around with { Title = words["Reports"] },
                Words = words,
                State = queue.State,
                Mine = queue.Mine,
                Story = story,
                StoryHeadline = story is { } only ? stories.GetValueOrDefault(only)?.Headline : null,
                Reports = [.. shown.Select(row => Row(row, stories[row.StoryId], newsroom, words, now))],
                Next = found.Count > PageLength ? queue.Link(shown[^1]) : null,
                First = after is null ? null : queue.Link(),
                Months = await CountReports.ByMonth(db, newsroom, words, now),
                Promise = ReportMoments.Promise(newsroom, words),
            }
        );
    }

    public static string Excerpt(string text) =>
        text.Length <= LongestExcerpt ? text
        : text.LastIndexOf(' ', LongestExcerpt) is > 0 and var end ? $"{text[..end].TrimEnd()} …"
        : $"{text[..LongestExcerpt]}…";

    private static ReportRowView Row(
        ErrorReport report,
        ReportedHeadline story,
        Newsroom newsroom,
        Words words,
        DateTimeOffset now
    ) =>
        new(
            report.Id,
            Excerpt(report.Words),
            story.Headline,
            story.Language,
            words.Short(newsroom.Local(report.At), newsroom.Local(now)),
            ReportMoments.Standing(report, newsroom, words, now),
            ReportMoments.Urgency(report, newsroom, now)
        );
}

/// <summary>The headline of a reported story as readers see it.</summary>
internal sealed record ReportedHeadline(string Headline, string Language)
{
    public static async Task<Dictionary<Guid, ReportedHeadline>> Of(OnRecordDb db, IEnumerable<Guid> stories)
    {
        var ids = stories.Distinct().ToList();
        return await db.Set<Story>()
            .Where(row => ids.Contains(row.Id))
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new
                    {
                        story.Id,
                        version.Content.Headline,
                        version.Content.Language,
                    }
            )
            .ToDictionaryAsync(row => row.Id, row => new ReportedHeadline(row.Headline, row.Language));
    }
}
