using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>Everyone who signs stories, with or without an account.</summary>
internal static class ArrangePeople
{
    public static Task<IResult> Get(HttpContext http, string? q, OnRecordDb db, ArrangementRoom room) =>
        Page(http, q, "", "", [], db, room);

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
        var name = filled.Needed("name", 120, "NameMissing");
        var role = filled.Line("role", 120);
        await db.Transact(async () =>
        {
            if (!filled.Refused && await FindOrAddPerson.Find(db, name) is { } taken)
                filled.Refuse("name", "PersonTaken", taken.Name);
            if (filled.Refused)
                return;
            var person = await FindOrAddPerson.Named(db, name, role.Length == 0 ? null : role);
            db.Audit(who, clock.GetUtcNow(), "site.person.added", $"person:{person.Id}", name);
        });
        return filled.Refused
            ? await Page(http, null, name, role, filled.Problems, db, room)
            : ArrangementRoom.Done(http, "/people");
    }

    private static async Task<IResult> Page(
        HttpContext http,
        string? q,
        string name,
        string role,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, _) = await room.Around(http, "People", problems);
        var sought = SearchFold.Of(q?.Trim() ?? "");
        var all = await db.Set<Person>()
            .Select(row => new
            {
                row.Id,
                row.Name,
                row.Slug,
                row.Role,
            })
            .ToListAsync();
        var found = all.Where(row => SearchFold.Of($"{row.Name} {row.Role}").Contains(sought, StringComparison.Ordinal))
            .OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        var shown = found.Take(ArrangeTopics.Shown).Select(row => row.Id).ToList();
        var counts = await db.Set<StoryByline>()
            .Where(row => shown.Contains(row.PersonId))
            .GroupBy(row => row.PersonId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        var staff = await db.Set<StaffMember>()
            .Where(row => row.PersonId != null)
            .Select(row => row.PersonId!.Value)
            .ToListAsync();
        var view = new PeopleView
        {
            Frame = frame,
            Sought = q ?? "",
            Total = all.Count,
            Left = Math.Max(0, found.Count - ArrangeTopics.Shown),
            People =
            [
                .. found
                    .Take(ArrangeTopics.Shown)
                    .Select(row => new PersonRow(
                        row.Id,
                        row.Name,
                        row.Role,
                        $"/by/{row.Slug}",
                        counts.GetValueOrDefault(row.Id),
                        staff.Contains(row.Id)
                    )),
            ],
            Name = name,
            Role = role,
        };
        return await room.Page<PeoplePage>(frame, view);
    }
}

/// <summary>Those who sign stories, and the form for a guest.</summary>
public sealed record PeopleView
{
    public required ArrangementView Frame { get; init; }
    public required string Sought { get; init; }
    public required int Total { get; init; }

    /// <summary>How many were found and are not shown.</summary>
    public required int Left { get; init; }

    public required IReadOnlyList<PersonRow> People { get; init; }
    public required string Name { get; init; }
    public required string Role { get; init; }
}

/// <summary>Somebody in the list.</summary>
public sealed record PersonRow(Guid Id, string Name, string? Role, string Path, int Stories, bool HasAccount);
