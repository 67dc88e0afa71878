using Microsoft.EntityFrameworkCore;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Feeds.Sitemaps;

/// <summary>The pages that are no stories.</summary>
internal static class SitemapPages
{
    private static readonly string[] Always = ["/about", "/archive", "/corrections", "/feeds", "/record", "/topics"];

    /// <summary>The front, what the newsroom says of itself, its sections and policies.</summary>
    public static async Task<IReadOnlyList<SitemapEntry>> All(OnRecordDb db, Func<string, string> address)
    {
        var sections = await db.Set<Section>()
            .Where(section => !section.Hidden && db.Set<Story>().Any(story => story.LiveSectionId == section.Id))
            .OrderBy(section => section.Position)
            .Select(section => new
            {
                section.Slug,
                At = db.Set<Story>()
                    .Where(story => story.LiveSectionId == section.Id)
                    .OrderByDescending(story => story.PublishedAt)
                    .Select(story => story.PublishedAt)
                    .FirstOrDefault(),
            })
            .ToListAsync();
        var policies = await db.Set<Policy>()
            .OrderBy(policy => policy.Position)
            .Join(
                db.Set<PolicyVersion>(),
                policy => policy.LiveVersionId,
                version => version.Id,
                (policy, version) => new { policy.Slug, version.At }
            )
            .ToListAsync();
        var newest = sections.Select(row => row.At).Max();
        return
        [
            new SitemapEntry(address("/"), newest),
            .. Always.Select(path => new SitemapEntry(address(path), null)),
            .. sections.Select(row => new SitemapEntry(address($"/section/{row.Slug}"), row.At)),
            .. policies.Select(row => new SitemapEntry(address($"/about/{row.Slug}"), row.At)),
        ];
    }

    /// <summary>Topics that have a story, by the last part of their address.</summary>
    public static IQueryable<string> Topics(OnRecordDb db) =>
        db.Set<Topic>()
            .Where(topic =>
                db.Set<StoryTopic>()
                    .Any(row =>
                        row.TopicId == topic.Id && db.Set<Story>().Listed().Any(story => story.Id == row.StoryId)
                    )
            )
            .Select(topic => topic.Slug);

    /// <summary>People who sign a story.</summary>
    public static IQueryable<string> People(OnRecordDb db) =>
        db.Set<Person>()
            .Where(person =>
                db.Set<StoryByline>()
                    .Any(row =>
                        row.PersonId == person.Id && db.Set<Story>().Listed().Any(story => story.Id == row.StoryId)
                    )
            )
            .Select(person => person.Slug);
}
