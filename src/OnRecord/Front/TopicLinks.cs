using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>The topics of a story, each leading to its page.</summary>
internal static class TopicLinks
{
    private static readonly PreparedQuery<Guid, Topic> OfStory = new(
        (db, story) =>
            db.Set<StoryTopic>()
                .Where(row => row.StoryId == story)
                .Join(db.Set<Topic>(), row => row.TopicId, topic => topic.Id, (_, topic) => topic)
                .AsNoTracking()
    );

    public static async Task<IReadOnlyList<TopicLink>> Of(Guid story, StoryContent content, OnRecordDb db)
    {
        var names = content.Topics.ToList();
        if (names.Count == 0)
            return [];
        var topics = await OfStory.All(db, story);
        // A draft or an older version may have others.
        if (!names.TrueForAll(name => topics.Exists(row => row.Name == name)))
            topics = await db.Set<Topic>().Where(row => names.Contains(row.Name)).AsNoTracking().ToListAsync();
        return
        [
            .. names
                .Select(name => topics.Find(row => row.Name == name))
                .OfType<Topic>()
                .Select(row => new TopicLink(
                    row.Name,
                    $"/topic/{PublicAddress.Encode(row.Slug)}",
                    row.Language ?? content.Language
                )),
        ];
    }
}
