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

    private static readonly PreparedQuery<List<byte[]>, Commenter> ByEmail = new(
        (db, keys) => db.Set<Commenter>().AsNoTracking().Where(row => keys.Contains(row.EmailKey))
    );

    private static readonly PreparedQuery<Guid, List<Guid?>, List<Guid>, Known> SameWords = new(
        (db, since, people, keys) =>
            db.Set<ReaderComment>()
                .Where(row =>
                    people.Contains(row.CommenterId)
                    && row.Id.CompareTo(since) > 0
                    && keys.Contains(row.Sameness)
                    && row.State != CommentState.Deleted
                )
                .Select(row => new Known(row.Sameness, row.Id, row.State))
    );

    /// <summary>When somebody was last seen is known to the hour.</summary>
    private static readonly TimeSpan SeenFor = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<Outcome<Posted>>> Write(
        OnRecordDb db,
        CommentHouse house,
        IReadOnlyList<NewComment> batch
    )
    {
        var newcomers = new HashSet<Commenter>();
        var people = await People(db, batch, newcomers);
        var parents = await Parents(db, batch);
        var same = await Same(db, batch, people, newcomers);
        var lately = await Lately(db, batch, people, house);
        var answers = new List<Outcome<Posted>>(batch.Count);
        var shown = new List<Shift>();
        var unseen = new List<ReaderComment>();
        // Nothing is kept of somebody new whose comment was not taken.
        var joined = new HashSet<Commenter>();
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
            if (newcomers.Contains(by))
                joined.Add(by);
            Meet(db, by, comment, isNew: newcomers.Contains(by));
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
        await NewRows.Of(db.Model, joined).Into(db);
        await NewRows.Of(db.Model, unseen).Into(db);
        await db.SaveChangesAsync();
        await PlaceComments.Count(db, shown);
        return answers;
    }

    // What is known of whoever wrote; somebody new is kept with their comment.
    private void Meet(OnRecordDb db, Commenter by, NewComment comment, bool isNew)
    {
        var seen = comment.At - by.LastAt > SeenFor || by.Name != comment.Name;
        // They had their data erased while they were kept out, and may write again.
        var again = by.Email.Length == 0 && !by.IsBarred(comment.At);
        // Attached once: else what changed before would be forgotten.
        if (!isNew && (seen || again) && db.Entry(by).State == EntityState.Detached)
            db.Attach(by);
        if (seen)
            (by.LastAt, by.Name) = (comment.At, comment.Name);
        if (again)
            (by.Email, by.WantsNoLetters) = (keys.Seal(comment.Email, by.Id), false);
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
        var row = new ReaderComment
        {
            Id = comment.Id,
            StoryId = comment.Story.StoryId,
            ThreadId = parent?.ThreadId ?? comment.Id,
            ParentId = ReaderComment.Above(parent),
            BesideId = ReaderComment.Beside(parent),
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
            LettersDue = Letters(comment, by, weighed, parent),
        };
        row.List();
        return row;
    }

    private static LettersDue Letters(NewComment comment, Commenter by, Weighed weighed, ReaderComment? parent) =>
        (
            comment.StaffId is not null || weighed.Now == CommentState.Rejected ? LettersDue.None
            : by.ConfirmedAt is null ? LettersDue.Confirmation
            : LettersDue.Receipt
        )
        | (
            parent is { WantsReplies: true } && weighed.Now == CommentState.Published
                ? LettersDue.Reply
                : LettersDue.None
        );

    // Whoever is new is made here, so that two comments of one batch have one writer.
    private async Task<Dictionary<string, Commenter>> People(
        OnRecordDb db,
        IReadOnlyList<NewComment> batch,
        HashSet<Commenter> newcomers
    )
    {
        var wanted = batch.Select(comment => comment.EmailKey).DistinctBy(Name).ToList();
        var people = (await ByEmail.All(db, wanted)).ToDictionary(row => Name(row.EmailKey));
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
            newcomers.Add(person);
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
        Dictionary<string, Commenter> people,
        HashSet<Commenter> newcomers
    )
    {
        var known = people.Values.Where(by => !newcomers.Contains(by)).Select(by => (Guid?)by.Id).ToList();
        if (known.Count == 0)
            return [];
        // An id begins with its time (RFC 9562), so that a person's latest lie together.
        var since = Guid.CreateVersion7(batch[0].At - SameFor);
        var rows = await SameWords.All(db, since, known, [.. batch.Select(Sameness).Distinct()]);
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

    private sealed record Known(Guid Sameness, Guid Id, CommentState State);
}
