using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Ties stories that were published before there were people's pages to those who signed them. Done twice, it finds nothing more to do.</summary>
internal static class FillBylines
{
    private const int Batch = 500;

    public static async Task Run(OnRecordDb db)
    {
        var after = Guid.Empty;
        while (await Next(db, after) is { Count: > 0 } stories)
        {
            await db.Transact(() => Tie(db, stories));
            after = stories[^1].Story;
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<List<Signed>> Next(OnRecordDb db, Guid after)
    {
        ValueList<string> nobody = [];
        return await db.Set<Story>()
            .Where(story => story.LiveVersionId != null && story.Id.CompareTo(after) > 0)
            .Where(story => !db.Set<StoryByline>().Any(row => row.StoryId == story.Id))
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new
                    {
                        story.Id,
                        story.PublishedAt,
                        version.At,
                        version.Content.Byline,
                    }
            )
            .Where(row => row.Byline != nobody)
            .OrderBy(row => row.Id)
            .Take(Batch)
            .Select(row => new Signed(row.Id, row.Byline, row.PublishedAt ?? row.At))
            .ToListAsync();
    }

    private static async Task Tie(OnRecordDb db, List<Signed> stories)
    {
        foreach (var (story, byline, published) in stories)
        {
            var people = new List<Guid>();
            foreach (var name in byline)
                people.Add((await FindOrAddPerson.Named(db, name)).Id);
            foreach (var (position, person) in people.Distinct().Index())
                db.StoryBylines.Add(
                    new StoryByline
                    {
                        StoryId = story,
                        PersonId = person,
                        Position = position,
                        PublishedAt = published,
                    }
                );
        }
    }

    private sealed record Signed(Guid Story, ValueList<string> Byline, DateTimeOffset PublishedAt);
}
