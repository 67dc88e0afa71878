using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Comments.Posting;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>A report's own page, for whoever has its address: what was reported, and what became of it.</summary>
internal static class ShowComplaint
{
    public static async Task<IResult> Get(
        string secret,
        HttpContext http,
        OnRecordDb db,
        FindTalk talk,
        Shell shell,
        PageRenderer pages
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (
            await db.Set<CommentReport>().AsNoTracking().FirstOrDefaultAsync(row => row.Secret == secret)
            is not { } report
        )
            return Results.NotFound();
        var story = await db.Set<ReaderComment>()
            .Where(row => row.Id == report.CommentId)
            .Select(row => (Guid?)row.StoryId)
            .FirstOrDefaultAsync()
            is { } id
            ? await TalkStory.Of(id, db, talk)
            : null;
        var words = ComplaintRoutes.Words(report.Language);
        var key = report.Outcome is { } outcome ? $"{outcome}" : "Open";
        var (around, newsroom) = await shell.Around(words[$"Status.{key}"], words.Language, null);
        return await pages.Page<ComplaintPage>(
            new ComplaintView
            {
                Shell = around,
                Words = words,
                Heading = words[$"Status.{key}"],
                Text = words[$"StatusText.{key}"],
                Headline = story?.Headline,
                Story = story is null ? null : PublicAddress.Encode(story.Path),
                Sent = words.Moment(newsroom.Local(report.At)),
                Reason = words[$"Reason.{report.Reason}"],
                Said = report.Words,
                Law = report.Law,
                IsMailed = report.Email is not null,
                Answered = report.AnsweredAt is { } at ? words.Moment(newsroom.Local(at)) : null,
            }
        );
    }
}
