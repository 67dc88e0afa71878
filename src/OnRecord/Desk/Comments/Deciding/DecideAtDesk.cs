using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Desk.Comments.Commenters;
using OnRecord.Desk.Comments.Queues;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Comments.Deciding;

/// <summary>Takes a decision on one comment or many from any page that lists them, and leads back there.</summary>
internal sealed class DecideAtDesk(
    OnRecordDb db,
    DecideComments decide,
    CloseReports close,
    ShowComments queues,
    ShowComment comments,
    ShowCommenter people
)
{
    private const int Most = 200;

    public async Task<IResult> Submit(HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        var seen = form["comment"].Select(SeenComment.Read).OfType<SeenComment>().Take(Most).ToList();
        var typed = new TypedVerdictView(
            [.. seen.Select(one => one.Id)],
            form["ground"].ToString(),
            form["words"].ToString()
        );
        if (form["act"] == "Closed")
            return await Close(form, seen, http, who);
        var verdict = Read(form);
        IReadOnlyList<Problem> problems =
            seen.Count == 0 ? [new Problem("Tick the comments first that this is about.")] : verdict.Problems;
        if (verdict.Value is not { } one || problems.Count > 0)
            return await Again(form, http, who, problems, typed, []);
        var decided = await decide.Decide(db, seen, one, who);
        db.ChangeTracker.Clear();
        if (decided.Late.Count > 0)
            return await Again(
                form,
                http,
                who,
                [Late(decided)],
                typed with
                {
                    Comments = decided.Late,
                },
                decided.Late,
                decided
            );
        return WantsJson(http)
            ? Results.Json(
                new DecidedAnswer(decided.Done, [], CommentDesk.Words(who).Count($"Done.{one.Act}", decided.Done.Count))
            )
            : SeeOther.At(Done(form));
    }

    private static Outcome<Verdict> Read(IFormCollection form)
    {
        if (
            !Enum.TryParse<DecisionAct>(form["act"], out var act)
            || act is not (DecisionAct.Approved or DecisionAct.Rejected or DecisionAct.Held)
        )
            return new Problem("Choose what is to be done with the comment.");
        return Verdict.Of(
            act,
            Enum.TryParse<Ground>(form["ground"], out var ground) ? ground : null,
            form["words"].ToString().ReplaceLineEndings(" ")
        );
    }

    private static Problem Late(Decided decided) =>
        decided.Done.Count == 0
            ? new Problem(
                "Somebody decided on this, or its writer changed it, before you did. It is shown as it is now; decide again if you still want to."
            )
            : Problem.With(
                null,
                "{0} of them were decided by somebody else, or changed by their writers, before you did. They are shown as they are now. The other {1} are done.",
                decided.Late.Count,
                decided.Done.Count
            );

    // There is nothing to decide on what its writer took back.
    private async Task<IResult> Close(IFormCollection form, List<SeenComment> seen, HttpContext http, SignedIn who)
    {
        await db.Transact(async () =>
        {
            foreach (var one in seen)
                if (
                    await db.Set<ReaderComment>().AnyAsync(row => row.Id == one.Id && row.State == CommentState.Deleted)
                )
                    await close.Into(db, one.Id, who);
        });
        return WantsJson(http)
            ? Results.Json(
                new DecidedAnswer([.. seen.Select(one => one.Id)], [], CommentDesk.Words(who)["Done.Closed"])
            )
            : SeeOther.At(Done(form));
    }

    private static string Done(IFormCollection form)
    {
        var link =
            Guid.TryParse(form["on"], out var comment) ? $"{CommentDesk.Root}/{comment}"
            : Guid.TryParse(form["of"], out var person) ? ShowCommenter.Link(person, form["after"].ToString())
            : Queue(form).Link;
        return $"{link}{(link.Contains('?') ? '&' : '?')}done=CommentsDecided";
    }

    private async Task<IResult> Again(
        IFormCollection form,
        HttpContext http,
        SignedIn who,
        IReadOnlyList<Problem> problems,
        TypedVerdictView typed,
        IReadOnlyList<Guid> late,
        Decided? decided = null
    )
    {
        if (WantsJson(http))
            return Results.Json(
                new DecidedAnswer(
                    decided?.Done ?? [],
                    late,
                    string.Join(' ', problems.Select(problem => ProblemWords.In(who.Language, problem)))
                ),
                statusCode: late.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity
            );
        int? status = late.Count > 0 ? StatusCodes.Status409Conflict : null;
        if (Guid.TryParse(form["on"], out var comment))
            return await comments.Page(comment, http, who, problems, typed, status: status);
        if (Guid.TryParse(form["of"], out var person))
            return await people.Page(person, http, who, form["after"].ToString(), problems, typed, status: status);
        return await queues.Page(http, who, Queue(form), problems, typed, late);
    }

    private static CommentQueue Queue(IFormCollection form) =>
        CommentQueue.Read(form["queue"], form["state"], form["story"], form["after"]);

    // The script of the page asks in this way, and takes what was decided from the list.
    private static bool WantsJson(HttpContext http) => http.Request.Headers.Accept.ToString() == "application/json";
}

/// <summary>What the page's script is told.</summary>
/// <param name="Said">What was done or is wrong, as a sentence.</param>
internal sealed record DecidedAnswer(IReadOnlyList<Guid> Done, IReadOnlyList<Guid> Late, string Said);
