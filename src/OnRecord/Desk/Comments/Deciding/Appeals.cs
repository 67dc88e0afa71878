using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Desk.Comments.Deciding;

/// <summary>Writers who ask for another look, and the answers to them.</summary>
internal sealed class Appeals(OnRecordDb db, CommentDesk desk, AnswerAppeal answer, TimeProvider clock)
{
    private const int PageLength = 25;

    public Task<IResult> Get(HttpContext http, SignedIn who) => Page(http, who);

    public async Task<IResult> Answer(Guid id, HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        var text = OnRecord.Comments.Posting.CommentForm.Clean(form["answer"].ToString());
        var outcome = Enum.TryParse<AppealOutcome>(form["outcome"], out var chosen) ? chosen : default;
        Outcome<CommentAppeal>? answered = null;
        try
        {
            await db.Transact(async () =>
            {
                if (await db.CommentAppeals.FindAsync(id) is { } appeal)
                    answered = await answer.Into(db, appeal, outcome, text, who);
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            answered = new Problem("A colleague has answered this already. Load the page again to read the answer.");
        }
        db.ChangeTracker.Clear();
        return answered switch
        {
            null => Results.NotFound(),
            { Refused: true } refused => await Page(
                http,
                who,
                refused.Problems,
                (id, form["outcome"].ToString(), text)
            ),
            _ => SeeOther.At($"{CommentDesk.Root}/appeals?done=AppealAnswered"),
        };
    }

    private async Task<IResult> Page(
        HttpContext http,
        SignedIn who,
        IReadOnlyList<Problem>? problems = null,
        (Guid Id, string Outcome, string Answer)? typed = null
    )
    {
        var rows = await db.Set<CommentAppeal>()
            .AsNoTracking()
            .Where(row => row.Outcome == null)
            .OrderBy(row => row.Id)
            .Take(PageLength)
            .ToListAsync();
        var ids = rows.Select(row => row.CommentId).ToList();
        var comments = await db.Set<ReaderComment>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync();
        var (frame, newsroom) = await desk.Around(http, "Appeals", problems);
        var (now, words) = (clock.GetUtcNow(), frame.Words);
        var views = (await CommentRows.Of(db, comments, who, newsroom, now)).ToDictionary(row => row.Id);
        var names = await Draft.Names(db);
        var alone = (await TellModerators.All(db)).TrueForAll(id => id == who.Id);
        var deciders = comments.ToDictionary(row => row.Id, row => row.DecidedBy);
        var view = new AppealsView
        {
            Around = frame.Around,
            Words = words,
            Tabs = frame.Tabs,
            Problems = frame.Problems,
            Appeals =
            [
                .. rows.Where(row => views.ContainsKey(row.CommentId))
                    .Select(row => new AppealView(
                        row.Id,
                        views[row.CommentId],
                        row.Words,
                        words.Moment(newsroom.Local(row.At)),
                        deciders[row.CommentId] is { } by
                            ? words.With("DecidedBy", Draft.NameOf(names, by))
                            : words["DecidedByMachine"],
                        deciders[row.CommentId] != who.Id || alone,
                        typed?.Id == row.Id ? typed.Value.Outcome : "",
                        typed?.Id == row.Id ? typed.Value.Answer : ""
                    )),
            ],
        };
        return await desk.Page<AppealsPage>(view);
    }
}

/// <summary>Those who ask for another look.</summary>
public sealed record AppealsView : CommentDeskView
{
    public required IReadOnlyList<AppealView> Appeals { get; init; }
}

/// <param name="Said">What the writer says.</param>
/// <param name="Decided">Who decided before, as a sentence.</param>
/// <param name="MayAnswer">Whether whoever asks may: somebody else than before, where there is somebody else.</param>
public sealed record AppealView(
    Guid Id,
    QueuedCommentView Comment,
    string Said,
    string At,
    string Decided,
    bool MayAnswer,
    string Outcome,
    string Answer
);
