using Microsoft.EntityFrameworkCore;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.People;

/// <summary>The person of a name, made when nobody has it.</summary>
internal static class FindOrAddPerson
{
    public static async Task<Person> Named(OnRecordDb db, string name, string? role = null)
    {
        var person =
            db.People.Local.FirstOrDefault(row => row.Name == name)
            ?? await db.People.FirstOrDefaultAsync(row => row.Name == name);
        if (person is not null)
            return person;
        var slug = Slug.From(name, "person");
        var taken = await db.People.Where(row => row.Slug.StartsWith(slug)).Select(row => row.Slug).ToListAsync();
        taken.AddRange(db.People.Local.Select(row => row.Slug));
        person = new Person
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Slug = Slug.Free(slug, taken.Contains),
            Role = role,
        };
        db.People.Add(person);
        return person;
    }
}
