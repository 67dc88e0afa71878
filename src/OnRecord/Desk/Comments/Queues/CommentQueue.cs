using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Comments.Queues;

/// <summary>Which comments are listed, and from where on. Each list walks along an index: the last page costs what the first does.</summary>
/// <param name="Name"><c>held</c>, <c>reported</c>, <c>mine</c> or <c>all</c>.</param>
/// <param name="State">Of all, only those in this state.</param>
/// <param name="Story">Of those held, only those below this story.</param>
/// <param name="After">The place of the last one on the page before; empty from the start.</param>
internal sealed record CommentQueue(string Name, CommentState? State, Guid? Story, string After)
{
    public const int PageLength = 25;

    // Whoever has more stories with comments that wait sees those of the newest first.
    private const int MostStories = 100;

    public static readonly IReadOnlyList<string> Names = ["held", "reported", "mine", "all"];

    public static CommentQueue Read(string? name, string? state, string? story, string? after)
    {
        var known = Names.Contains(name) ? name! : "held";
        return new CommentQueue(
            known,
            known == "all" && Enum.TryParse<CommentState>(state, out var one) && Enum.IsDefined(one) ? one : null,
            known == "held" && Guid.TryParse(story, out var id) ? id : null,
            after ?? ""
        );
    }

    public CommentQueue From(string after) => this with { After = after };

    public string Link =>
        QueryHelpers.AddQueryString(
            CommentDesk.Root,
            new Dictionary<string, string?>
            {
                ["queue"] = Name == "held" ? null : Name,
                ["state"] = State?.ToString(),
                ["story"] = Story?.ToString(),
                ["after"] = After.Length > 0 ? After : null,
            }
        );

    public string PlaceOf(ReaderComment comment) =>
        Name == "reported"
            ? string.Create(CultureInfo.InvariantCulture, $"{comment.OpenReports}.{comment.Id:N}")
            : $"{comment.Id:N}";

    public Task<List<ReaderComment>> Find(OnRecordDb db, SignedIn who, int count) =>
        Name switch
        {
            "reported" => Reported(db, count),
            "mine" => Mine(db, who, count),
            "all" => All(db).Take(count).ToListAsync(),
            _ => Held(db, Story).Take(count).ToListAsync(),
        };

    /// <summary>Those that wait, who waits longest first.</summary>
    public IQueryable<ReaderComment> Held(OnRecordDb db, Guid? story)
    {
        var rows = db.Set<ReaderComment>().AsNoTracking().Where(row => row.State == CommentState.Held);
        if (story is { } one)
            rows = rows.Where(row => row.StoryId == one);
        if (Guid.TryParseExact(After, "N", out var after))
            rows = rows.Where(row => row.Id > after);
        return rows.OrderBy(row => row.Id);
    }

    /// <summary>Those that most complain of first, in parts of which one follows the other: behind a place those with as many reports, then those with fewer.</summary>
    public IReadOnlyList<IQueryable<ReaderComment>> Reported(OnRecordDb db)
    {
        var rows = db.Set<ReaderComment>().AsNoTracking().Where(row => row.OpenReports > 0);
        return
            After.Split('.') is [var count, var id]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var reports)
            && Guid.TryParseExact(id, "N", out var after)
            ?
            [
                rows.Where(row => row.OpenReports == reports && row.Id < after).OrderByDescending(row => row.Id),
                Ordered(rows.Where(row => row.OpenReports < reports)),
            ]
            : [Ordered(rows)];
    }

    private static IQueryable<ReaderComment> Ordered(IQueryable<ReaderComment> reported) =>
        reported.OrderByDescending(row => row.OpenReports).ThenByDescending(row => row.Id);

    // In one query an index would be walked from the first of those with as many reports.
    private async Task<List<ReaderComment>> Reported(OnRecordDb db, int count)
    {
        var found = new List<ReaderComment>();
        foreach (var part in Reported(db))
            if (found.Count < count)
                found.AddRange(await part.Take(count - found.Count).ToListAsync());
        return found;
    }

    public IQueryable<ReaderComment> All(OnRecordDb db)
    {
        var rows = db.Set<ReaderComment>().AsNoTracking();
        if (State is { } state)
            rows = rows.Where(row => row.State == state);
        if (Guid.TryParseExact(After, "N", out var after))
            rows = rows.Where(row => row.Id < after);
        return rows.OrderByDescending(row => row.Id);
    }

    // One short walk for each story: together, a story with a million that wait would be sorted whole.
    private async Task<List<ReaderComment>> Mine(OnRecordDb db, SignedIn who, int count)
    {
        var found = new List<ReaderComment>();
        foreach (var story in await WaitingStories(db, who))
            found.AddRange(await Held(db, story).Take(count).ToListAsync());
        return [.. found.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal).Take(count)];
    }

    private static Task<List<Guid>> WaitingStories(OnRecordDb db, SignedIn who)
    {
        var me = who.Id;
        return db.Set<Story>()
            .Where(story =>
                story.CreatedBy == me
                || db.Set<StoryAssignment>().Any(given => given.StoryId == story.Id && given.StaffId == me)
                || db.Set<StoryByline>()
                    .Any(signed =>
                        signed.StoryId == story.Id
                        && db.Set<StaffMember>().Any(staff => staff.Id == me && staff.PersonId == signed.PersonId)
                    )
            )
            .Where(story =>
                db.Set<ReaderComment>().Any(row => row.StoryId == story.Id && row.State == CommentState.Held)
            )
            .OrderByDescending(story => story.Id)
            .Select(story => story.Id)
            .Take(MostStories)
            .ToListAsync();
    }
}
