using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>One section: its name, language, words and place. Its address never changes.</summary>
internal static class EditSection
{
    public static async Task<IResult> Get(Guid id, HttpContext http, OnRecordDb db, ArrangementRoom room)
    {
        if (await db.Sections.FindAsync(id) is not { } section)
            return Results.NotFound();
        return await Page(
            http,
            section,
            new Form(section.Name, section.Language, section.Description, section.Hidden),
            [],
            db,
            room
        );
    }

    public static async Task<IResult> Save(
        Guid id,
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (await db.Sections.FindAsync(id) is not { } section)
            return Results.NotFound();
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = Form.Read(filled);
        if (!filled.Refused && await Taken(db, form.Name, id))
            filled.Refuse("name", "SectionTaken", form.Name);
        if (filled.Refused)
            return await Page(http, section, form, filled.Problems, db, room);
        await db.Transact(() =>
        {
            (section.Name, section.Language) = (form.Name, form.Language);
            (section.Description, section.Hidden) = (form.Description, form.Hidden);
            db.Audit(who, clock.GetUtcNow(), "site.section.changed", $"section:{id}", form.Name);
            return Task.CompletedTask;
        });
        return ArrangementRoom.Done(http, "/sections");
    }

    public static async Task<IResult> Delete(
        Guid id,
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (await db.Sections.FindAsync(id) is not { } section)
            return Results.NotFound();
        var used = false;
        await db.Transact(async () =>
        {
            used = await IsUsed(db, id);
            if (used)
                return;
            db.Sections.Remove(section);
            await FormerSection.Remember(db, section);
            db.Audit(who, clock.GetUtcNow(), "site.section.deleted", $"section:{id}", section.Name);
        });
        if (!used)
            return ArrangementRoom.Done(http, "/sections");
        var problem = new Problem("hidden", ArrangementRoom.Words(who).With("SectionUsed", section.Name));
        var form = new Form(section.Name, section.Language, section.Description, section.Hidden);
        return await Page(http, section, form, [problem], db, room);
    }

    /// <summary>Whether another section has this name.</summary>
    public static async Task<bool> Taken(OnRecordDb db, string name, Guid except)
    {
        var names = await db.Set<Section>().Where(row => row.Id != except).Select(row => row.Name).ToListAsync();
        return names.Exists(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
    }

    // Versions that readers were shown keep their section too, so none that any story ever had may go.
    private static async Task<bool> IsUsed(OnRecordDb db, Guid id) =>
        await db.Set<Story>().AnyAsync(story => story.LiveSectionId == id)
        || await db.Set<Story>().AnyAsync(story => story.Draft.SectionId == id)
        || await db.Set<StoryVersion>().AnyAsync(version => version.Content.SectionId == id);

    private static async Task<IResult> Page(
        HttpContext http,
        Section section,
        Form form,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, newsroom) = await room.Around(http, "Sections", problems, section.Name);
        var view = new SectionView
        {
            Frame = frame,
            Id = section.Id,
            Path = $"/section/{section.Slug}",
            Name = form.Name,
            Language = form.Language,
            Written = form.Language ?? newsroom.Language,
            Description = form.Description,
            Hidden = form.Hidden,
            Used = await db.Set<Story>().AnyAsync(story => story.LiveSectionId == section.Id),
        };
        return await room.Page<SectionPage>(frame, view);
    }

    private sealed record Form(string Name, string? Language, string Description, bool Hidden)
    {
        public static Form Read(Filled filled) =>
            new(
                filled.Needed("name", 80, "NameMissing"),
                filled.Language(),
                filled.Text("description", 600),
                filled.Checked("hidden")
            );
    }
}

/// <summary>One section as the desk changes it.</summary>
public sealed record SectionView
{
    public required ArrangementView Frame { get; init; }
    public required Guid Id { get; init; }
    public required string Path { get; init; }
    public required string Name { get; init; }
    public string? Language { get; init; }

    /// <summary>The language its words are in.</summary>
    public required string Written { get; init; }

    public required string Description { get; init; }
    public required bool Hidden { get; init; }

    /// <summary>Whether readers find a story in it, so that it can only be hidden.</summary>
    public required bool Used { get; init; }
}
