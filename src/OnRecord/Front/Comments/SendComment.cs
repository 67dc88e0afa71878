using Microsoft.Extensions.Primitives;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Posting;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments;

/// <summary>Takes a comment in and leads to the page that thanks for it.</summary>
internal sealed class SendComment(
    ReadTalk read,
    TakeComment take,
    CommentKeys keys,
    PublicAddress address,
    IServiceProvider services,
    TimeProvider clock
)
{
    /// <summary>How long the page that thanks may change the comment.</summary>
    public static readonly TimeSpan JustSentFor = TimeSpan.FromHours(1);

    // Only where a page is shown: a comment that is taken needs no context of its own.
    private OnRecordDb Db => services.GetRequiredService<OnRecordDb>();

    public async Task<IResult> Submit(string path, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!SameOrigin.Is(http.Request, address) || !http.Request.HasFormContentType)
            return await services.GetRequiredService<ShowOwnComment>().Foreign();
        if (await read.At(path) is not { } ready)
        {
            if (
                await TalkStory.OnceAt(path, Db, services.GetRequiredService<FindTalk>()) is not { } moved
                || await read.At(moved.Path) is not { } there
            )
                return Results.NotFound();
            (ready, path) = (there, moved.Path);
        }
        var facts = ready.Facts;
        var sent = await http.Request.ReadFormAsync();
        var words = CommentStrings.In(facts.Language);
        var form = CommentForm.Read(sent, words);
        if (form.Problems.Count > 0)
            return await Again(facts, path, form, form.Problems, StatusCodes.Status422UnprocessableEntity);
        var outcome = await take.Take(ready, form, From(http, sent), http.RequestAborted);
        if (outcome.Value is { } posted)
            return SeeOther.At(
                $"{ShowOwnComment.Path}/{keys.Token(LinkPurpose.JustSent, posted.Id, clock.GetUtcNow() + JustSentFor)}"
            );
        return await Again(facts, path, form, outcome.Problems, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Again(
        TalkFacts facts,
        string path,
        CommentForm form,
        IReadOnlyList<Platform.Problem> problems,
        int status
    ) =>
        await TalkStory.At(path, Db, services.GetRequiredService<FindTalk>()) is { } story
            ? await services.GetRequiredService<ShowTalk>().Again(story with { Facts = facts }, form, problems, status)
            : Results.NotFound();

    private static Sender From(HttpContext http, IFormCollection sent) =>
        new()
        {
            Address = http.Connection.RemoteIpAddress,
            IsTrapped = sent[CommentForm.Trap].ToString().Length > 0,
            IsBrowser =
                !StringValues.IsNullOrEmpty(http.Request.Headers["Sec-Fetch-Site"])
                || !StringValues.IsNullOrEmpty(http.Request.Headers.Origin),
            Took = int.TryParse(sent["took"], out var took) && took >= 0 ? TimeSpan.FromMilliseconds(took) : null,
            Work = sent["work"].ToString(),
        };
}
