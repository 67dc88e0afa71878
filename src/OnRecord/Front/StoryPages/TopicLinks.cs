using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.StoryPages;

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

    /// <param name="atHand">Topics by their names; null where the story's may not be among them.</param>
    public static async Task<IReadOnlyList<TopicLink>> Of(
        OnRecordDb db,
        Guid story,
        StoryContent content,
        IReadOnlyDictionary<string, Topic>? atHand
    )
    {
        var names = content.Topics.ToList();
        if (names.Count == 0)
            return [];
        if (atHand is not null && names.TrueForAll(atHand.ContainsKey))
            return [.. names.Select(name => Link(atHand[name], content))];
        var topics = await OfStory.All(db, story);
        // A draft or an older version may have others.
        if (!names.TrueForAll(name => topics.Exists(row => row.Name == name)))
            topics = await db.Set<Topic>().Where(row => names.Contains(row.Name)).AsNoTracking().ToListAsync();
        return
        [
            .. names
                .Select(name => topics.Find(row => row.Name == name))
                .OfType<Topic>()
                .Select(row => Link(row, content)),
        ];
    }

    private static TopicLink Link(Topic topic, StoryContent content) =>
        new(topic.Name, $"/topic/{PublicAddress.Encode(topic.Slug)}", topic.Language ?? content.Language);
}
