using OnRecord.Comments.Keys;
using OnRecord.Comments.Moderation;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>Takes a report of a comment in and leads to its own page.</summary>
internal sealed class SendComplaint(
    OnRecordDb db,
    ShowComplaintForm show,
    ReportComment report,
    ComplaintLimits limits,
    CommentKeys keys,
    PublicAddress address,
    ILogger<SendComplaint> log
)
{
    public async Task<IResult> Submit(Guid id, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!SameOrigin.Is(http.Request, address) || !http.Request.HasFormContentType)
            return await show.Message("Foreign", StatusCodes.Status400BadRequest);
        if (await show.Find(id) is not var (comment, story))
            return await show.Message("NotShown", StatusCodes.Status404NotFound);
        var words = ComplaintRoutes.Words(story.Facts.Language);
        var form = ComplaintForm.Read(await http.Request.ReadFormAsync(), words);
        if (form.Problems.Count > 0 || form.Reason is not { } reason)
            return await show.Page(comment, story, form, StatusCodes.Status422UnprocessableEntity);
        if (await keys.Ready(db) is { Refused: true } unready)
        {
            log.LogError("No report of a comment can be taken: {Reason}", unready.Problems[0].Message);
            return await show.Refused(
                comment,
                story,
                form,
                new Problem(words["NoKey"]),
                StatusCodes.Status503ServiceUnavailable
            );
        }
        if (!limits.Take(http.Connection.RemoteIpAddress))
        {
            http.Response.Headers.RetryAfter = "3600";
            return await show.Refused(
                comment,
                story,
                form,
                new Problem(words.With("TooMany", ComplaintLimits.AnHour)),
                StatusCodes.Status429TooManyRequests
            );
        }
        CommentReport? taken = null;
        await db.Transact(async () =>
            taken = await report.Into(
                db,
                comment,
                new SaidOfComment(reason)
                {
                    Words = form.Text,
                    Law = form.Law,
                    IsOfChildAbuse = form.IsOfChildAbuse,
                    Name = form.Name,
                    Email = form.Email,
                    AddressKey = keys.OfAddress(http.Connection.RemoteIpAddress),
                }
            )
        );
        // Whose report it was is not told to whoever shares their address.
        return taken is null
            ? await show.Message("Known", StatusCodes.Status200OK, story.Facts.Language)
            : SeeOther.At(WriteToReader.PathOf(taken));
    }
}
