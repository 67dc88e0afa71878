using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Keys;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Posting;

/// <summary>Writes a batch of comments in one transaction: finds who wrote them, weighs each, counts what is shown.</summary>
internal sealed class WriteComments(CommentKeys keys)
{
    /// <summary>The same words by the same person below the same story within this time are the same comment.</summary>
    private static readonly TimeSpan SameFor = TimeSpan.FromDays(1);

    /// <summary>When somebody was last seen is known to the hour.</summary>
    private static readonly TimeSpan SeenFor = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<Outcome<Posted>>> Write(
        OnRecordDb db,
        CommentHouse house,
        IReadOnlyList<NewComment> batch
    )
    {
        var people = await People(db, batch);
        var parents = await Parents(db, batch);
        var same = await Same(db, batch, [.. batch.Select(Sameness).Distinct()]);
        var lately = await Lately(db, batch, people, house);
        var answers = new List<Outcome<Posted>>(batch.Count);
        var shown = new List<Shift>();
        var unseen = new List<ReaderComment>();
        var newcomers = new HashSet<Commenter>();
        foreach (var comment in batch)
        {
            var by = people[Name(comment.EmailKey)];
            if (same.TryGetValue(Sameness(comment), out var known))
            {
                answers.Add(known);
                continue;
            }
            ReaderComment? parent = null;
            if (Refusal(comment, by, house, parents, lately, ref parent) is { } refusal)
            {
                answers.Add(refusal);
                continue;
            }
            var row = Row(comment, by, parent, Weigh.Of(comment, by, house));
            if (comment.At - by.LastAt > SeenFor || by.Name != comment.Name)
                (by.LastAt, by.Name) = (comment.At, comment.Name);
            // They had their data erased while they were kept out, and may write again.
            if (by.Email.Length == 0 && !by.IsBarred(comment.At))
                (by.Email, by.WantsNoLetters) = (keys.Seal(comment.Email, by.Id), false);
            // Nothing is kept of somebody whose comment was not taken.
            if (db.Entry(by).State == EntityState.Detached)
                newcomers.Add(by);
            // What readers see is followed; the rest, which is most on the day of an attack, is written at once.
            if (row.IsShown)
                db.ReaderComments.Add(row);
            else
                unseen.Add(row);
            var posted = new Posted(row.Id, row.State);
            answers.Add(posted);
            same[row.Sameness] = posted;
            lately[(by.Id, row.StoryId)] = row.At;
            if (row.IsShown)
                shown.Add(new Shift(row, 1));
        }
        await NewRows.Of(db.Model, newcomers).Into(db);
        await NewRows.Of(db.Model, unseen).Into(db);
        await db.SaveChangesAsync();
        await PlaceComments.Count(db, shown);
        return answers;
    }

    private static Problem? Refusal(
        NewComment comment,
        Commenter by,
        CommentHouse house,
        Dictionary<Guid, ReaderComment> parents,
        Dictionary<(Guid Person, Guid Story), DateTimeOffset> lately,
        ref ReaderComment? parent
    )
    {
        var words = CommentStrings.In(comment.Story.Language);
        if (by.SuspendedUntil is { } until && until > comment.At && by.BannedAt is null)
            return new Problem(
                words.With("Suspended", until.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            );
        if (
            comment is { Story.IsSlow: true, StaffId: null }
            && lately.TryGetValue((by.Id, comment.Story.StoryId), out var last)
            && last > comment.At.AddSeconds(-house.SlowSeconds)
        )
            return new Problem(words.With("SlowDown", house.SlowSeconds));
        if (
            comment.ParentId is { } id
            && (!parents.TryGetValue(id, out parent) || parent.StoryId != comment.Story.StoryId)
        )
            return new Problem(words["ParentGone"]);
        return null;
    }

    private static Guid Sameness(NewComment comment) =>
        Sameness(comment.EmailKey, comment.Story.StoryId, comment.Judgment.Hash);

    private static ReaderComment Row(NewComment comment, Commenter by, ReaderComment? parent, Weighed weighed)
    {
        // Below the deepest a reply stands beside what it replies to.
        var above = parent is { Depth: >= ReaderComment.Deepest } ? parent.ParentId : parent?.Id;
        var row = new ReaderComment
        {
            Id = comment.Id,
            StoryId = comment.Story.StoryId,
            ThreadId = parent?.ThreadId ?? comment.Id,
            ParentId = above,
            Depth = parent is null ? 0 : Math.Min(parent.Depth + 1, ReaderComment.Deepest),
            CommenterId = by.Id,
            StaffId = comment.StaffId,
            Name = comment.Name,
            Text = comment.Text,
            Sameness = Sameness(comment),
            Likeness = comment.Judgment.Likeness,
            Language = comment.Story.Language,
            At = comment.At,
            State = weighed.Now,
            OnceConfirmed = weighed.OnceConfirmed,
            Why = Doubt.Write(weighed.Doubts),
            Score = comment.Judgment.Score,
            AddressKey = comment.AddressKey,
            WantsReplies = comment.WantsReplies,
            LettersDue = Letters(comment, weighed, parent),
        };
        row.List();
        return row;
    }

    private static LettersDue Letters(NewComment comment, Weighed weighed, ReaderComment? parent) =>
        (comment.StaffId is null && weighed.Now != CommentState.Rejected ? LettersDue.Receipt : LettersDue.None)
        | (
            parent is { WantsReplies: true } && weighed.Now == CommentState.Published
                ? LettersDue.Reply
                : LettersDue.None
        );

    // Whoever is new is made here, so that two comments of one batch have one writer.
    private async Task<Dictionary<string, Commenter>> People(OnRecordDb db, IReadOnlyList<NewComment> batch)
    {
        var wanted = batch.Select(comment => comment.EmailKey).DistinctBy(Name).ToList();
        var people = await db.Set<Commenter>()
            .Where(row => wanted.Contains(row.EmailKey))
            .ToDictionaryAsync(row => Name(row.EmailKey));
        foreach (var comment in batch)
        {
            if (people.ContainsKey(Name(comment.EmailKey)))
                continue;
            var id = Guid.CreateVersion7(comment.At);
            var person = new Commenter
            {
                Id = id,
                EmailKey = comment.EmailKey,
                Email = keys.Seal(comment.Email, id),
                Name = comment.Name,
                FirstAt = comment.At,
                LastAt = comment.At,
            };
            people[Name(comment.EmailKey)] = person;
        }
        return people;
    }

    private static async Task<Dictionary<Guid, ReaderComment>> Parents(OnRecordDb db, IReadOnlyList<NewComment> batch)
    {
        var wanted = batch.Select(comment => comment.ParentId).OfType<Guid>().Distinct().ToList();
        return wanted.Count == 0
            ? []
            : await db.Set<ReaderComment>()
                .AsNoTracking()
                .Where(row => wanted.Contains(row.Id) && row.State == CommentState.Published)
                .ToDictionaryAsync(row => row.Id);
    }

    private static async Task<Dictionary<Guid, Posted>> Same(
        OnRecordDb db,
        IReadOnlyList<NewComment> batch,
        List<Guid> keys
    )
    {
        var since = batch[0].At - SameFor;
        var rows = await db.Set<ReaderComment>()
            .Where(row => keys.Contains(row.Sameness) && row.At > since && row.State != CommentState.Deleted)
            .Select(row => new
            {
                row.Sameness,
                row.Id,
                row.State,
            })
            .ToListAsync();
        return rows.DistinctBy(row => row.Sameness)
            .ToDictionary(row => row.Sameness, row => new Posted(row.Id, row.State));
    }

    // When each last wrote below a story where everybody waits.
    private static async Task<Dictionary<(Guid Person, Guid Story), DateTimeOffset>> Lately(
        OnRecordDb db,
        IReadOnlyList<NewComment> batch,
        Dictionary<string, Commenter> people,
        CommentHouse house
    )
    {
        var slow = batch.Where(comment => comment is { Story.IsSlow: true, StaffId: null }).ToList();
        if (slow.Count == 0)
            return [];
        var since = batch[0].At.AddSeconds(-house.SlowSeconds);
        var ids = slow.Select(comment => (Guid?)people[Name(comment.EmailKey)].Id).Distinct().ToList();
        var rows = await db.Set<ReaderComment>()
            .Where(row => ids.Contains(row.CommenterId) && row.At > since)
            .Select(row => new
            {
                row.CommenterId,
                row.StoryId,
                row.At,
            })
            .ToListAsync();
        return rows.GroupBy(row => (row.CommenterId!.Value, row.StoryId))
            .ToDictionary(group => group.Key, group => group.Max(row => row.At));
    }

    /// <summary>By what a comment is known again.</summary>
    public static Guid Sameness(byte[] emailKey, Guid story, byte[] textHash)
    {
        Span<byte> all = [.. emailKey, .. story.ToByteArray(), .. textHash];
        return new Guid(SHA256.HashData(all).AsSpan(0, 16));
    }

    private static string Name(byte[] key) => Convert.ToBase64String(key);
}
