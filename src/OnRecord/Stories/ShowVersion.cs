using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>What comes with every new version, in one transaction with it: its row, the pictures it shows, and the topics it is found under.</summary>
internal static class ShowVersion
{
    /// <summary>Within the caller's transaction.</summary>
    public static async Task Into(OnRecordDb db, Story story, StoryVersion version)
    {
        db.StoryVersions.Add(version);
        await PicturesOfStory.InVersion(db, story.Id, version.Content);
        var before = await db.StoryTopics.Where(row => row.StoryId == story.Id).ToListAsync();
        var now = new HashSet<Guid>();
        foreach (var name in version.Content.Topics)
            now.Add((await Topic.Named(db, name, version.Content.Language)).Id);
        db.StoryTopics.RemoveRange(before.Where(row => !now.Contains(row.TopicId)));
        foreach (var topic in now.Where(id => !before.Exists(row => row.TopicId == id)))
            db.StoryTopics.Add(new StoryTopic { StoryId = story.Id, TopicId = topic });
    }
}
