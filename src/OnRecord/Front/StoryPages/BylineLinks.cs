using Microsoft.EntityFrameworkCore;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.StoryPages;

/// <summary>Where each name of a byline leads: to the page of whoever signs with it, or signed with it then.</summary>
internal static class BylineLinks
{
    private static readonly PreparedQuery<Guid, Signer> People = new(
        (db, story) =>
            db.Set<StoryByline>()
                .Where(row => row.StoryId == story)
                .Join(
                    db.Set<Person>(),
                    row => row.PersonId,
                    person => person.Id,
                    (_, person) => new Signer(person.Id, person.Name, person.Slug)
                )
    );

    /// <returns>A link for each name; null where nobody is known by it.</returns>
    /// <param name="atHand">Who signs stories, by their names; null where these names may not have.</param>
    public static async Task<IReadOnlyList<string?>> Of(
        OnRecordDb db,
        Guid story,
        IReadOnlyList<string> names,
        IReadOnlyDictionary<string, Person>? atHand = null
    )
    {
        if (names.Count == 0)
            return [];
        if (atHand is not null && names.All(atHand.ContainsKey))
            return [.. names.Select(name => Address(atHand[name].Slug))];
        var people = await People.All(db, story);
        var slugs = people.DistinctBy(person => person.Name).ToDictionary(person => person.Name, person => person.Slug);
        if (people.Count > 0 && !names.All(slugs.ContainsKey))
        {
            var ids = people.Select(person => person.Id).ToList();
            var former = await db.Set<FormerPerson>()
                .Where(row => ids.Contains(row.PersonId))
                .AsNoTracking()
                .ToListAsync();
            foreach (var row in former)
                slugs.TryAdd(row.Name, people.First(person => person.Id == row.PersonId).Slug);
        }
        return [.. names.Select(name => slugs.TryGetValue(name, out var slug) ? Address(slug) : null)];
    }

    private static string Address(string slug) => PublicAddress.Encode($"/by/{slug}");

    private sealed record Signer(Guid Id, string Name, string Slug);
}
