using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Reading;

/// <summary>The comments below a story as readers have them, a page of threads at a time, by keyset: the thousandth page costs what the first does.</summary>
internal static class FindComments
{
    public const int ThreadsOnPage = 20;

    /// <summary>A longer thread goes on at a page of its own.</summary>
    public const int RepliesInList = 10;
    public const int RepliesOnPage = 50;

    private static readonly PreparedQuery<Guid, ReaderComment> NewestOf = new(
        (db, story) =>
            db.Set<ReaderComment>()
                .AsNoTracking()
                .Where(row => row.StoryId == story && row.ListedAt != null)
                .OrderByDescending(row => row.ListedAt)
                .ThenByDescending(row => row.Id)
                .Take(ThreadsOnPage + 1)
    );

    /// <param name="after">The place of the last thread of the page before; null for the first page.</param>
    public static async Task<CommentPage> Of(OnRecordDb db, Guid story, CommentOrder order, CommentPlace? after)
    {
        var threads =
            order == CommentOrder.Newest && after is null
                ? await NewestOf.All(db, story)
                : await Ordered(Listed(db, story), order, after).Take(ThreadsOnPage + 1).ToListAsync();
        var more = threads.Count > ThreadsOnPage;
        if (more)
            threads.RemoveAt(ThreadsOnPage);
        return new CommentPage(
            Together(threads, await Replies(db, threads)),
            more ? CommentPlace.Of(threads[^1]) : null
        );
    }

    /// <summary>One thread, from its beginning or from a reply on.</summary>
    /// <param name="from">A reply that must be there; null from the beginning.</param>
    public static async Task<CommentPage> Thread(OnRecordDb db, ReaderComment top, Guid? from)
    {
        var replies = ShownIn(db, top.Id);
        if (from is { } first)
            replies = replies.Where(row => row.Id >= first);
        var rows = await replies.OrderBy(row => row.Id).Take(RepliesOnPage + 1).ToListAsync();
        var more = rows.Count > RepliesOnPage;
        if (more)
            rows.RemoveAt(RepliesOnPage);
        return new CommentPage(Together([top], await WithParents(db, rows)), more ? CommentPlace.Of(rows[^1]) : null);
    }

    private static IQueryable<ReaderComment> Listed(OnRecordDb db, Guid story) =>
        db.Set<ReaderComment>().AsNoTracking().Where(row => row.StoryId == story && row.ListedAt != null);

    // Said in this way, the first half of each condition is where the walk through the index begins.
    private static IQueryable<ReaderComment> Ordered(
        IQueryable<ReaderComment> rows,
        CommentOrder order,
        CommentPlace? after
    )
    {
        var (likes, at, id) = after ?? default;
        return order switch
        {
            CommentOrder.Oldest => (
                after is null ? rows : rows.Where(row => row.ListedAt >= at && (row.ListedAt > at || row.Id > id))
            )
                .OrderBy(row => row.ListedAt)
                .ThenBy(row => row.Id),
            CommentOrder.Liked => (
                after is null
                    ? rows
                    : rows.Where(row =>
                        row.Likes <= likes
                        && (row.Likes < likes || (row.ListedAt <= at && (row.ListedAt < at || row.Id < id)))
                    )
            )
                .OrderByDescending(row => row.Likes)
                .ThenByDescending(row => row.ListedAt)
                .ThenByDescending(row => row.Id),
            _ => (after is null ? rows : rows.Where(row => row.ListedAt <= at && (row.ListedAt < at || row.Id < id)))
                .OrderByDescending(row => row.ListedAt)
                .ThenByDescending(row => row.Id),
        };
    }

    private static IQueryable<ReaderComment> ShownIn(OnRecordDb db, Guid thread) =>
        db.Set<ReaderComment>()
            .AsNoTracking()
            .Where(row => row.ThreadId == thread && row.State == CommentState.Published && row.Id != thread);

    private static async Task<List<ReaderComment>> Replies(OnRecordDb db, List<ReaderComment> threads)
    {
        var replies = new List<ReaderComment>();
        var small = threads.Where(top => top.Replies is > 0 and <= RepliesInList).Select(top => top.Id).ToList();
        if (small.Count > 0)
            replies.AddRange(
                await db.Set<ReaderComment>()
                    .AsNoTracking()
                    .Where(row =>
                        small.Contains(row.ThreadId) && row.State == CommentState.Published && row.ParentId != null
                    )
                    .ToListAsync()
            );
        foreach (var top in threads.Where(top => top.Replies > RepliesInList))
            replies.AddRange(await ShownIn(db, top.Id).OrderBy(row => row.Id).Take(RepliesInList).ToListAsync());
        return await WithParents(db, replies);
    }

    // A reply that is not shown any more keeps its place while somebody's reply to it is.
    private static async Task<List<ReaderComment>> WithParents(OnRecordDb db, List<ReaderComment> replies)
    {
        var there = replies.Select(row => row.Id).ToHashSet();
        var missing = replies
            .Where(row => row.Depth > 1)
            .Select(row => row.ParentId!.Value)
            .Where(id => !there.Contains(id))
            .Distinct()
            .ToList();
        if (missing.Count > 0)
            replies.AddRange(
                await db.Set<ReaderComment>().AsNoTracking().Where(row => missing.Contains(row.Id)).ToListAsync()
            );
        return replies;
    }

    // Each reply behind what it replies to, the older first.
    private static List<ReaderComment> Together(List<ReaderComment> threads, List<ReaderComment> replies)
    {
        var below = replies.OrderBy(row => row.Id).ToLookup(row => row.ParentId!.Value);
        var all = new List<ReaderComment>(threads.Count + replies.Count);
        void Add(ReaderComment row)
        {
            all.Add(row);
            foreach (var reply in below[row.Id])
                Add(reply);
        }
        threads.ForEach(Add);
        return all;
    }
}

/// <summary>In which order threads come.</summary>
internal enum CommentOrder
{
    Newest,
    Oldest,

    /// <summary>What the newsroom liked most, first.</summary>
    Liked,
}

/// <param name="Rows">Each reply behind what it replies to.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
internal sealed record CommentPage(IReadOnlyList<ReaderComment> Rows, CommentPlace? Next);
