using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments.Deciding;

/// <summary>One comment: the thread it stands in, what was decided and reported, and an answer for the newsroom.</summary>
internal sealed class ShowComment(OnRecordDb db, CommentDesk desk, TimeProvider clock)
{
    // Of a longer thread those nearest.
    private const int Around = 25;

    public Task<IResult> Get(Guid id, HttpContext http, SignedIn who) => Page(id, http, who);

    public async Task<IResult> Page(
        Guid id,
        HttpContext http,
        SignedIn who,
        IReadOnlyList<Problem>? problems = null,
        TypedVerdictView? typed = null,
        string answer = "",
        int? status = null
    )
    {
        if (await db.Set<ReaderComment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } comment)
            return Results.NotFound();
        var (frame, newsroom) = await desk.Around(http, null, problems);
        var (now, words) = (clock.GetUtcNow(), frame.Words);
        var thread = await Thread(comment);
        var rows = await CommentRows.Of(db, thread, who, newsroom, now);
        var names = await Draft.Names(db);
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        var view = new CommentPageView
        {
            Around = frame.Around with { Title = words.With("CommentBy", comment.Name) },
            Words = words,
            Tabs = frame.Tabs,
            Problems = frame.Problems,
            Typed = typed ?? frame.Typed,
            Back = [("on", $"{id}")],
            Comment = rows.Single(row => row.Id == id),
            Depths = thread.ToDictionary(row => row.Id, row => row.Depth),
            Thread = rows,
            Decisions = await Decisions(id, names, words, Said),
            Reports = await Reports(id, names, words, Said),
            Appeal = await db.Set<CommentAppeal>().AsNoTracking().FirstOrDefaultAsync(row => row.CommentId == id)
                is { } appeal
                ? words.With(
                    appeal.Outcome is { } outcome ? $"Appeal.{outcome}" : "Appeal.Open",
                    Said(appeal.AnsweredAt ?? appeal.At)
                )
                : null,
            Answer = answer,
        };
        return await desk.Page<CommentDeskPage>(view, status);
    }

    // What readers see of it, and itself.
    private async Task<List<ReaderComment>> Thread(ReaderComment comment)
    {
        var (id, top) = (comment.Id, comment.ThreadId);
        var shown = db.Set<ReaderComment>()
            .AsNoTracking()
            .Where(row => row.ThreadId == top && row.State == CommentState.Published);
        var before = await shown.Where(row => row.Id < id).OrderByDescending(row => row.Id).Take(Around).ToListAsync();
        var behind = await shown.Where(row => row.Id > id).OrderBy(row => row.Id).Take(Around).ToListAsync();
        List<ReaderComment> all = [.. before, comment, .. behind];
        if (!all.Exists(row => row.Id == top))
            all.AddRange(await db.Set<ReaderComment>().AsNoTracking().Where(row => row.Id == top).ToListAsync());
        return Ordered(all, top);
    }

    // Each reply behind what it replies to; one whose parent is not among these, at the end.
    private static List<ReaderComment> Ordered(List<ReaderComment> rows, Guid top)
    {
        var below = rows.Where(row => row.Id != top)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Id)
            .ToLookup(row => row.ParentId ?? top);
        var all = new List<ReaderComment>();
        void Add(ReaderComment row)
        {
            all.Add(row);
            foreach (var reply in below[row.Id])
                Add(reply);
        }
        rows.Where(row => row.Id == top).ToList().ForEach(Add);
        return [.. all, .. rows.Except(all).OrderBy(row => row.At)];
    }

    private async Task<IReadOnlyList<DecisionView>> Decisions(
        Guid id,
        Dictionary<Guid, string> names,
        Words words,
        Func<DateTimeOffset, string> said
    ) =>
        [
            .. (
                await db.Set<CommentDecision>()
                    .AsNoTracking()
                    .Where(row => row.CommentId == id)
                    .OrderByDescending(row => row.Id)
                    .ToListAsync()
            ).Select(row => new DecisionView(
                words.With($"Decided.{row.Act}", Draft.NameOf(names, row.StaffId), said(row.At)),
                string.Join(
                    ' ',
                    new[] { row.Ground is { } ground ? words[$"Ground.{ground}"] + "." : "", row.Words }.Where(part =>
                        part.Length > 0
                    )
                )
            )),
        ];

    private async Task<IReadOnlyList<DecisionView>> Reports(
        Guid id,
        Dictionary<Guid, string> names,
        Words words,
        Func<DateTimeOffset, string> said
    ) =>
        [
            .. (
                await db.Set<CommentReport>()
                    .AsNoTracking()
                    .Where(row => row.CommentId == id)
                    .OrderByDescending(row => row.Id)
                    .ToListAsync()
            ).Select(row => new DecisionView(
                row.Outcome is { } outcome
                    ? words.With($"Reported.{outcome}", said(row.At), Draft.NameOf(names, row.AnsweredBy))
                    : words.With("Reported.Open", said(row.At)),
                CommentRows.Said(row, words) + (row.Name.Length > 0 ? $" ({row.Name})" : "")
            )),
        ];
}

/// <summary>One comment as moderators see it.</summary>
public sealed record CommentPageView : CommentDeskView
{
    public required QueuedCommentView Comment { get; init; }

    /// <summary>The comment among those around it in its thread.</summary>
    public required IReadOnlyList<QueuedCommentView> Thread { get; init; }

    public required IReadOnlyDictionary<Guid, int> Depths { get; init; }
    public required IReadOnlyList<DecisionView> Decisions { get; init; }
    public required IReadOnlyList<DecisionView> Reports { get; init; }

    /// <summary>Where its writer's wish for another look stands; null where there is none.</summary>
    public string? Appeal { get; init; }

    /// <summary>What was typed as the newsroom's answer.</summary>
    public string Answer { get; init; } = "";
}
