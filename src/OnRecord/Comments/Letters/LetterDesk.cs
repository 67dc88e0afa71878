using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Comments.Letters;

/// <summary>What is needed to write some letters, asked of the database at once.</summary>
internal sealed class LetterDesk
{
    private readonly Dictionary<Guid, ReaderComment> answered;
    private readonly Dictionary<Guid, Commenter> people;
    private readonly Dictionary<Guid, string> headlines;
    private readonly Dictionary<Guid, int> letters;
    private readonly string newsroom;

    private LetterDesk(
        List<ReaderComment> comments,
        Dictionary<Guid, ReaderComment> answered,
        Dictionary<Guid, Commenter> people,
        Dictionary<Guid, string> headlines,
        Dictionary<Guid, int> letters,
        string newsroom
    ) =>
        (Comments, this.answered, this.people, this.headlines, this.letters, this.newsroom) = (
            comments,
            answered,
            people,
            headlines,
            letters,
            newsroom
        );

    /// <summary>In one order, so that two nodes never wait for each other.</summary>
    public IReadOnlyList<ReaderComment> Comments { get; }

    public static async Task<LetterDesk> Open(OnRecordDb db, List<Guid> due, DateTimeOffset now, CancellationToken stop)
    {
        var comments = await db.Set<ReaderComment>()
            .AsNoTracking()
            .Where(row => due.Contains(row.Id))
            .OrderBy(row => row.Id)
            .ToListAsync(stop);
        var wanted = comments
            .Where(row => row.LettersDue.HasFlag(LettersDue.Reply))
            .Select(row => row.RepliesTo)
            .OfType<Guid>()
            .Distinct()
            .ToList();
        var answered =
            wanted.Count == 0
                ? []
                : await db.Set<ReaderComment>()
                    .AsNoTracking()
                    .Where(row => wanted.Contains(row.Id))
                    .ToDictionaryAsync(row => row.Id, stop);
        var who = comments.Concat(answered.Values).Select(row => row.CommenterId).OfType<Guid>().Distinct().ToList();
        var people = await db.Set<Commenter>()
            .AsNoTracking()
            .Where(row => who.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, stop);
        return new LetterDesk(
            comments,
            answered,
            people,
            await Headlines(db, [.. comments.Select(row => row.StoryId).Distinct()], stop),
            await Letters(
                db,
                [.. people.Values.Where(row => row.ConfirmedAt is null).Select(row => row.Id)],
                now,
                stop
            ),
            (await db.Newsroom(stop)).Name
        );
    }

    public Commenter? Person(Guid? id) => id is { } known ? people.GetValueOrDefault(known) : null;

    /// <summary>What a reply answers.</summary>
    public ReaderComment? Answered(ReaderComment reply) =>
        reply.RepliesTo is { } id ? answered.GetValueOrDefault(id) : null;

    public PutLetter.Place About(Guid story) => new(newsroom, headlines.GetValueOrDefault(story));

    /// <summary>How many went to somebody within a day, those of this hand among them.</summary>
    public int LettersOf(Guid person) => letters.GetValueOrDefault(person);

    public void Wrote(Guid person) => letters[person] = LettersOf(person) + 1;

    private static async Task<Dictionary<Guid, string>> Headlines(
        OnRecordDb db,
        List<Guid> stories,
        CancellationToken stop
    ) =>
        await db.Set<Story>()
            .Where(row => stories.Contains(row.Id) && row.TakenDownAt == null)
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                version => version.Id,
                (row, version) => new { row.Id, version.Content.Headline }
            )
            .ToDictionaryAsync(row => row.Id, row => row.Headline, stop);

    private static async Task<Dictionary<Guid, int>> Letters(
        OnRecordDb db,
        List<Guid> unconfirmed,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var day = now.AddDays(-1);
        return unconfirmed.Count == 0
            ? []
            : await db.Set<CommentLetter>()
                .Where(row => unconfirmed.Contains(row.CommenterId) && row.At > day)
                .GroupBy(row => row.CommenterId)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(row => row.Key, row => row.Count, stop);
    }
}
