using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.People;

/// <summary>The person who signs, or once signed, with a name, made when nobody does.</summary>
internal static class FindOrAddPerson
{
    public static async Task<Person> Named(OnRecordDb db, string name, string? role = null)
    {
        if (await Find(db, name) is { } found)
            return found;
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Slug = await FreeSlug(db, name),
            Role = role,
        };
        db.People.Add(person);
        return person;
    }

    /// <returns>Null where nobody has or had the name.</returns>
    public static async Task<Person?> Find(OnRecordDb db, string name)
    {
        var person =
            db.People.Local.FirstOrDefault(row => row.Name == name)
            ?? await db.People.FirstOrDefaultAsync(row => row.Name == name);
        if (person is not null)
            return person;
        var former = await db.FormerPeople.FirstOrDefaultAsync(row => row.Name == name);
        return former is null ? null : await db.People.FindAsync(former.PersonId);
    }

    private static async Task<string> FreeSlug(OnRecordDb db, string name)
    {
        var slug = Slug.From(name, "person");
        var taken = await db.People.Where(row => row.Slug.StartsWith(slug)).Select(row => row.Slug).ToListAsync();
        taken.AddRange(db.People.Local.Select(row => row.Slug));
        taken.AddRange(
            await db.FormerPeople.Where(row => row.Slug!.StartsWith(slug)).Select(row => row.Slug!).ToListAsync()
        );
        return Slug.Free(slug, taken.Contains);
    }
}
