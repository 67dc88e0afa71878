using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>Somebody who signs stories, as readers see them, and whose account theirs is.</summary>
internal static class EditPerson
{
    private const long MaximumPortrait = 20 * 1024 * 1024;

    public static async Task<IResult> Get(Guid id, HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        await db.People.FindAsync(id) is { } person
            ? await Page(http, person, await PersonForm.Of(db, person), "", [], db, room)
            : Results.NotFound();

    public static async Task<IResult> Save(
        Guid id,
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        AddPicture library,
        TimeProvider clock
    )
    {
        if (await db.People.FindAsync(id) is not { } person)
            return Results.NotFound();
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = PersonForm.Read(filled);
        if (!filled.Refused && await FindOrAddPerson.Find(db, form.Name) is { } taken && taken.Id != id)
            filled.Refuse("name", "PersonTaken", taken.Name);
        var portrait = filled.Refused ? null : await Portrait(sent, form, filled, library, http.RequestAborted);
        if (filled.Refused)
            return await Page(http, person, form, "", filled.Problems, db, room);
        await db.Transact(async () =>
        {
            if (person.Name != form.Name)
                await Remember(db, person, form.Name);
            form.WriteInto(person);
            if (portrait is not null)
                (person.Portrait, person.PortraitWidth, person.PortraitHeight) = (
                    portrait.Sha256,
                    portrait.Width,
                    portrait.Height
                );
            else if (filled.Checked("no-portrait"))
                person.Portrait = null;
            await Tie(db, id, form.Account);
            db.Audit(who, clock.GetUtcNow(), "site.person.changed", $"person:{id}", form.Name);
        });
        return ArrangementRoom.Done(http, "/people");
    }

    public static async Task<IResult> Merge(
        Guid id,
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (await db.People.FindAsync(id) is not { } person)
            return Results.NotFound();
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var name = filled.Needed("into", 120, "IntoMissing");
        var into = filled.Refused ? null : await FindOrAddPerson.Find(db, name);
        if (!filled.Refused && into is null)
            filled.Refuse("into", "IntoUnknownPerson", name);
        if (into?.Id == id)
            filled.Refuse("into", "IntoItself");
        if (filled.Refused)
            return await Page(http, person, await PersonForm.Of(db, person), name, filled.Problems, db, room);
        await MergePeople.Run(db, person, into!, who, clock.GetUtcNow());
        return ArrangementRoom.Done(http, "/people");
    }

    private static async Task<Picture?> Portrait(
        IFormCollection sent,
        PersonForm form,
        Filled filled,
        AddPicture library,
        CancellationToken stop
    )
    {
        if (sent.Files.GetFile("portrait") is not { Length: > 0 } file)
            return null;
        if (file.Length > MaximumPortrait)
        {
            filled.Refuse("portrait", "PortraitTooLarge");
            return null;
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        var added = await library.From(bytes.ToArray(), file.FileName, origin: null, form.PortraitCredit, stop);
        if (added.Refused)
            filled.Refuse("portrait", "PortraitUnreadable");
        return added.Value;
    }

    // Versions hold bylines by name and never change, so the old name must go on leading here.
    private static async Task Remember(OnRecordDb db, Person person, string name)
    {
        db.FormerPeople.RemoveRange(
            await db
                .FormerPeople.Where(row => row.PersonId == person.Id && row.Slug == null && row.Name == name)
                .ToListAsync()
        );
        db.FormerPeople.Add(
            new FormerPerson
            {
                Id = Guid.CreateVersion7(),
                PersonId = person.Id,
                Name = person.Name,
            }
        );
    }

    private static async Task Tie(OnRecordDb db, Guid person, Guid? account)
    {
        foreach (
            var member in await db.Set<StaffMember>()
                .Where(row => row.PersonId == person || row.Id == account)
                .ToListAsync()
        )
            member.PersonId = member.Id == account ? person : null;
    }

    private static async Task<IResult> Page(
        HttpContext http,
        Person person,
        PersonForm form,
        string into,
        IReadOnlyList<Problem> problems,
        OnRecordDb db,
        ArrangementRoom room
    )
    {
        var (frame, _) = await room.Around(http, "People", problems, person.Name);
        var view = new PersonView
        {
            Frame = frame,
            Id = person.Id,
            Path = $"/by/{person.Slug}",
            Stories = await db.Set<StoryByline>().CountAsync(row => row.PersonId == person.Id),
            Name = form.Name,
            Role = form.Role,
            Bio = form.Bio,
            WorksIn = form.Languages,
            Contact = form.Contact,
            PortraitCredit = form.PortraitCredit,
            Portrait = person.Portrait is { } sha256
                ? PictureWriter.Write(
                    RenditionSizes.Rendering(sha256, person.PortraitWidth, person.PortraitHeight, "8rem"),
                    frame.Words.With("PortraitOf", person.Name),
                    eager: false
                )
                : null,
            Account = form.Account,
            Accounts = await db.Set<StaffMember>()
                .OrderBy(row => row.Name)
                .Select(row => new AccountLine(row.Id, row.Name, row.Email))
                .ToListAsync(),
            Into = into,
            Others = await db.Set<Person>()
                .Where(row => row.Id != person.Id)
                .OrderBy(row => row.Name)
                .Select(row => row.Name)
                .Take(500)
                .ToListAsync(),
        };
        return await room.Page<PersonPage>(frame, view);
    }
}
