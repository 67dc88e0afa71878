using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Posting;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>The form in which a comment is reported.</summary>
internal sealed class ShowComplaintForm(
    OnRecordDb db,
    Shell shell,
    FindTalk talk,
    PublicAddress address,
    PageRenderer pages
)
{
    public async Task<IResult> Get(Guid id, string? kind, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await Find(id) is var (comment, story)
            ? await Page(comment, story, new ComplaintForm(null, kind == ComplaintForm.Notice))
            : await Message("NotShown", StatusCodes.Status404NotFound);
    }

    /// <returns>Null where readers do not see it.</returns>
    public async Task<(ReaderComment Comment, TalkStory Story)?> Find(Guid id) =>
        await db.Set<ReaderComment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id)
            is { IsShown: true } comment
        && await TalkStory.Of(comment.StoryId, db, talk) is { } story
            ? (comment, story)
            : null;

    public async Task<IResult> Page(
        ReaderComment comment,
        TalkStory story,
        ComplaintForm form,
        int status = StatusCodes.Status200OK
    )
    {
        var words = ComplaintRoutes.Words(story.Facts.Language);
        var heading = words[form.IsNotice ? "NoticeHeading" : "Heading"];
        var (around, _) = await shell.Around(heading, words.Language, null);
        return await pages.Page<ComplaintFormPage>(
            new ComplaintFormView
            {
                Shell = around,
                Words = words,
                Heading = heading,
                Headline = story.Headline,
                HeadlineLanguage = story.Facts.Language,
                Comment = $"/comments/{comment.Id}",
                Location = address.Of($"/comments/{comment.Id}"),
                Name = comment.Name,
                Html = TalkViews.Html(comment.Text),
                IsNotice = form.IsNotice,
                Rules = (await shell.Parts.Policies()).FirstOrDefault(line => line.IsForComments)?.Link,
                Problems = form.Problems,
                Reason = $"{form.Reason}",
                Text = form.Text,
                Law = form.Law,
                MyName = form.Name,
                Email = form.Email,
                IsOfChildAbuse = form.IsOfChildAbuse,
                IsInGoodFaith = form.IsInGoodFaith,
            },
            status
        );
    }

    public async Task<IResult> Refused(
        ReaderComment comment,
        TalkStory story,
        ComplaintForm form,
        Problem problem,
        int status
    ) => await Page(comment, story, form.With(problem), status);

    public async Task<IResult> Message(string key, int status, string? language = null)
    {
        var words = ComplaintRoutes.Words(language ?? (await shell.Parts.Newsroom()).Language);
        var (around, _) = await shell.Around(words[$"{key}Heading"], words.Language, null);
        return await pages.Page<MessagePage>(
            new MessageView(around, words[$"{key}Heading"], words[$"{key}Text"], []),
            status
        );
    }
}
