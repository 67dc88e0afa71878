using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>The topics by name, with a search.</summary>
internal static class ArrangeTopics
{
    /// <summary>How many a list shows; a search finds the others.</summary>
    public const int Shown = 100;

    public static Task<IResult> Get(HttpContext http, string? q, OnRecordDb db, ArrangementRoom room) =>
        Page(http, q, "", null, [], db, room);

    public static async Task<IResult> Add(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var name = filled.Needed("name", 80, "NameMissing");
        var language = filled.Language();
        await db.Transact(async () =>
        {
            if (!filled.Refused && await Topic.Find(db, name) is { } taken)
                filled.Refuse("name", "TopicTaken", taken.Name);
            if (filled.Refused)
                return;
            var topic = await Topic.Named(db, name, language);
            db.Audit(who, clock.GetUtcNow(), "site.topic.added", $"topic:{topic.Id}", name);
        });
        return filled.Refused
            ? await Page(http, null, name, language, filled.Problems, db, room)
            : ArrangementRoom.Done(http, "/topics");
    }

    private static async Task<IResult> Page(
        HttpContext http,
        string? q,
        string name,
        string? language,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Topics", problems);
        var sought = SearchFold.Of(q?.Trim() ?? "");
        var all = await db.Set<Topic>()
            .Select(row => new
            {
                row.Id,
                row.Name,
                row.Slug,
                row.Language,
            })
            .ToListAsync();
        var found = all.Where(row => SearchFold.Of(row.Name).Contains(sought, StringComparison.Ordinal))
            .OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        var shown = found.Take(Shown).Select(row => row.Id).ToList();
        var counts = await db.Set<StoryTopic>()
            .Where(row => shown.Contains(row.TopicId))
            .GroupBy(row => row.TopicId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        var view = new TopicsView
        {
            Frame = frame,
            Sought = q ?? "",
            Total = all.Count,
            Left = Math.Max(0, found.Count - Shown),
            Topics =
            [
                .. found
                    .Take(Shown)
                    .Select(row => new TopicRow(
                        row.Id,
                        row.Name,
                        row.Language ?? newsroom.Language,
                        $"/topic/{row.Slug}",
                        counts.GetValueOrDefault(row.Id)
                    )),
            ],
            Name = name,
            Language = language,
        };
        return await room.Page<TopicsPage>(frame, view);
    }
}

/// <summary>The topics, and the form for one more.</summary>
public sealed record TopicsView
{
    public required ArrangementView Frame { get; init; }
    public required string Sought { get; init; }

    /// <summary>How many topics there are.</summary>
    public required int Total { get; init; }

    /// <summary>How many were found and are not shown.</summary>
    public required int Left { get; init; }

    public required IReadOnlyList<TopicRow> Topics { get; init; }
    public required string Name { get; init; }
    public string? Language { get; init; }
}

/// <summary>A topic in the list.</summary>
public sealed record TopicRow(Guid Id, string Name, string Language, string Path, int Stories);
