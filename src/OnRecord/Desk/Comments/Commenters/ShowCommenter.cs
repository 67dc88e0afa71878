using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Desk.Comments.Queues;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments.Commenters;

/// <summary>Somebody who comments: all they wrote, what was done about them, what colleagues noted.</summary>
internal sealed class ShowCommenter(OnRecordDb db, CommentDesk desk, TimeProvider clock)
{
    public static string Link(Guid id, string after = "") =>
        after.Length > 0 ? $"/desk/commenters/{id}?after={Uri.EscapeDataString(after)}" : $"/desk/commenters/{id}";

    public Task<IResult> Get(Guid id, string? after, HttpContext http, SignedIn who) =>
        Page(id, http, who, after ?? "");

    /// <param name="address">Their e-mail address, where somebody asked for it just now.</param>
    public async Task<IResult> Page(
        Guid id,
        HttpContext http,
        SignedIn who,
        string after = "",
        IReadOnlyList<Problem>? problems = null,
        TypedVerdictView? typed = null,
        TypedSanctionView? sanction = null,
        string? address = null,
        int? status = null
    )
    {
        if (await db.Set<Commenter>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } person)
            return Results.NotFound();
        var (frame, newsroom) = await desk.Around(http, null, problems);
        var (now, words) = (clock.GetUtcNow(), frame.Words);
        var found = await Comments(id, after);
        var shown = found.Take(CommentQueue.PageLength).ToList();
        var names = await Draft.Names(db);
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        var view = new CommenterPageView
        {
            Around = frame.Around with { Title = person.Name },
            Words = words,
            Tabs = frame.Tabs,
            Problems = frame.Problems,
            Typed = typed ?? frame.Typed,
            Back = [("of", $"{id}"), ("after", after)],
            Id = id,
            Name = person.Name,
            History = CommenterLines.History(person, newsroom, words, now),
            Standing = [.. CommenterLines.Standing(person, newsroom, words, now)],
            Reason = person.Sanction,
            Address = address,
            Sanction = sanction ?? new TypedSanctionView("", "", "", false, ""),
            Tomorrow = newsroom
                .Local(now)
                .AddDays(1)
                .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Sanctions = await Sanctions(id, names, newsroom, words, Said),
            Notes = await Notes(id, names, Said),
            Comments = await CommentRows.Of(db, shown, who, newsroom, now),
            Next = found.Count > CommentQueue.PageLength ? Link(id, $"{shown[^1].Id:N}") : null,
            First = after.Length > 0 ? Link(id) : null,
        };
        return await desk.Page<CommenterPage>(view, status);
    }

    private Task<List<ReaderComment>> Comments(Guid id, string after)
    {
        var rows = db.Set<ReaderComment>().AsNoTracking().Where(row => row.CommenterId == id);
        if (Guid.TryParseExact(after, "N", out var last))
            rows = rows.Where(row => row.Id < last);
        return rows.OrderByDescending(row => row.Id).Take(CommentQueue.PageLength + 1).ToListAsync();
    }

    private async Task<IReadOnlyList<DecisionView>> Sanctions(
        Guid id,
        Dictionary<Guid, string> names,
        Newsroom newsroom,
        Words words,
        Func<DateTimeOffset, string> said
    ) =>
        [
            .. (
                await db.Set<CommenterSanction>()
                    .AsNoTracking()
                    .Where(row => row.CommenterId == id)
                    .OrderByDescending(row => row.Id)
                    .ToListAsync()
            ).Select(row => new DecisionView(
                words.With(
                    $"Sanctioned.{row.Act}",
                    Draft.NameOf(names, row.StaffId),
                    said(row.At),
                    row.Until is { } until ? words.Date(newsroom.Local(until)) : ""
                ),
                row.Words
            )),
        ];

    private async Task<IReadOnlyList<DecisionView>> Notes(
        Guid id,
        Dictionary<Guid, string> names,
        Func<DateTimeOffset, string> said
    ) =>
        [
            .. (
                await db.Set<CommenterNote>()
                    .AsNoTracking()
                    .Where(row => row.CommenterId == id)
                    .OrderByDescending(row => row.Id)
                    .ToListAsync()
            ).Select(row => new DecisionView($"{Draft.NameOf(names, row.StaffId)}, {said(row.At)}", row.Text)),
        ];
}

/// <summary>Somebody who comments, as moderators see them.</summary>
public sealed record CommenterPageView : CommentDeskView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string History { get; init; }

    /// <summary>What holds against them.</summary>
    public required IReadOnlyList<string> Standing { get; init; }

    /// <summary>What they were told.</summary>
    public required string Reason { get; init; }

    /// <summary>Their e-mail address, where somebody asked for it just now.</summary>
    public string? Address { get; init; }

    public required TypedSanctionView Sanction { get; init; }
    public required string Tomorrow { get; init; }
    public required IReadOnlyList<DecisionView> Sanctions { get; init; }
    public required IReadOnlyList<DecisionView> Notes { get; init; }
    public required IReadOnlyList<QueuedCommentView> Comments { get; init; }
    public string? Next { get; init; }
    public string? First { get; init; }
}

/// <summary>What was chosen and typed about a person.</summary>
public sealed record TypedSanctionView(string Act, string Until, string Said, bool Refuses, string Note);
