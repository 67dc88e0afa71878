using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Comments.Queues;

/// <summary>The queues of comments.</summary>
internal sealed class ShowComments(OnRecordDb db, CommentDesk desk, TimeProvider clock)
{
    public Task<IResult> Get(
        HttpContext http,
        SignedIn who,
        string? queue,
        string? state,
        string? story,
        string? after
    ) => Page(http, who, CommentQueue.Read(queue, state, story, after));

    /// <param name="late">Those that somebody else had decided before.</param>
    public async Task<IResult> Page(
        HttpContext http,
        SignedIn who,
        CommentQueue queue,
        IReadOnlyList<Problem>? problems = null,
        TypedVerdictView? typed = null,
        IReadOnlyList<Guid>? late = null
    )
    {
        var found = await queue.Find(db, who, CommentQueue.PageLength + 1);
        var shown = found.Take(CommentQueue.PageLength).ToList();
        var (frame, newsroom) = await desk.Around(http, $"Queue.{queue.Name}", problems);
        var now = clock.GetUtcNow();
        var lost = late is { Count: > 0 }
            ? await db.Set<ReaderComment>().AsNoTracking().Where(row => late.Contains(row.Id)).ToListAsync()
            : [];
        var view = new CommentsView
        {
            Around = frame.Around,
            Words = frame.Words,
            Tabs = frame.Tabs,
            Problems = frame.Problems,
            Typed = typed ?? frame.Typed,
            Back =
            [
                ("queue", queue.Name),
                ("state", $"{queue.State}"),
                ("story", $"{queue.Story}"),
                ("after", queue.After),
            ],
            Queue = queue.Name,
            State = $"{queue.State}",
            Headline = queue.Story is { } story
                ? (await TalkHeadline.Of(db, [story])).GetValueOrDefault(story)?.Headline ?? frame.Words["StoryGone"]
                : null,
            Comments = await CommentRows.Of(
                db,
                [.. shown.Where(row => lost.TrueForAll(other => other.Id != row.Id))],
                who,
                newsroom,
                now
            ),
            Late = await CommentRows.Of(db, lost, who, newsroom, now),
            Next = found.Count > CommentQueue.PageLength ? queue.From(queue.PlaceOf(shown[^1])).Link : null,
            First = queue.After.Length > 0 ? queue.From("").Link : null,
        };
        return await desk.Page<CommentsPage>(view, lost.Count > 0 ? StatusCodes.Status409Conflict : null);
    }
}

/// <summary>A queue of comments, a page at a time.</summary>
public sealed record CommentsView : CommentDeskView
{
    public required string Queue { get; init; }

    /// <summary>Of all comments, the state to which the list is narrowed; empty for none.</summary>
    public string State { get; init; } = "";

    /// <summary>The one story whose comments are listed; null for all.</summary>
    public string? Headline { get; init; }

    public required IReadOnlyList<QueuedCommentView> Comments { get; init; }

    /// <summary>Those that somebody else had decided before, as they are now.</summary>
    public IReadOnlyList<QueuedCommentView> Late { get; init; } = [];

    public string? Next { get; init; }
    public string? First { get; init; }
}
