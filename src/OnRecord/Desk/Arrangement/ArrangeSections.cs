using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>The sections in the order of the masthead.</summary>
internal static class ArrangeSections
{
    public static Task<IResult> Get(HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        Page(http, "", null, [], db, room);

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
            if (!filled.Refused && await EditSection.Taken(db, name, Guid.Empty))
                filled.Refuse("name", "SectionTaken", name);
            if (filled.Refused)
                return;
            var section = await Section.Named(db, name);
            section.Language = language;
            db.Audit(who, clock.GetUtcNow(), "site.section.added", $"section:{section.Id}", name);
        });
        return filled.Refused
            ? await Page(http, name, language, filled.Problems, db, room)
            : ArrangementRoom.Done(http, "/sections");
    }

    public static async Task<IResult> Order(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        TimeProvider clock
    )
    {
        await db.Transact(async () =>
        {
            var sections = await db.Sections.OrderBy(row => row.Position).ToListAsync();
            foreach (var (at, section) in Reorder.Read(sent, sections, row => row.Id).Index())
                section.Position = at + 1;
            var order = string.Join(", ", sections.OrderBy(row => row.Position).Select(row => row.Name));
            db.Audit(who, clock.GetUtcNow(), "site.sections.ordered", "sections", order);
        });
        return ArrangementRoom.Done(http, "/sections");
    }

    private static async Task<IResult> Page(
        HttpContext http,
        string name,
        string? language,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Sections", problems);
        var counts = await db.Set<Story>()
            .Where(story => story.LiveSectionId != null)
            .GroupBy(story => story.LiveSectionId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count);
        var sections = await db.Set<Section>().AsNoTracking().OrderBy(row => row.Position).ToListAsync();
        var view = new SectionsView
        {
            Frame = frame,
            Sections =
            [
                .. sections.Select(row => new SectionRow(
                    row.Id,
                    row.Name,
                    row.Language ?? newsroom.Language,
                    $"/section/{row.Slug}",
                    counts.GetValueOrDefault(row.Id),
                    row.Hidden
                )),
            ],
            Name = name,
            Language = language,
        };
        return await room.Page<SectionsPage>(frame, view);
    }
}

/// <summary>The sections, and the form for one more.</summary>
public sealed record SectionsView
{
    public required ArrangementView Frame { get; init; }
    public required IReadOnlyList<SectionRow> Sections { get; init; }
    public required string Name { get; init; }
    public string? Language { get; init; }
}

/// <summary>A section in the list.</summary>
public sealed record SectionRow(Guid Id, string Name, string Language, string Path, int Stories, bool Hidden);
