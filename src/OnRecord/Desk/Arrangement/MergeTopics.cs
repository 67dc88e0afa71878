using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>Makes two topics one. The stories go over, the old address leads on, and the old name is understood.</summary>
internal static class MergeTopics
{
    public static Task Run(OnRecordDb db, Topic topic, Topic into, SignedIn who, DateTimeOffset now) =>
        db.Transact(async () =>
        {
            await db.Set<StoryTopic>()
                .Where(row =>
                    row.TopicId == topic.Id
                    && !db.Set<StoryTopic>().Any(other => other.TopicId == into.Id && other.StoryId == row.StoryId)
                )
                .ExecuteUpdateAsync(row => row.SetProperty(story => story.TopicId, into.Id));
            await db.Set<StoryTopic>().Where(row => row.TopicId == topic.Id).ExecuteDeleteAsync();
            await db.Set<FormerTopic>()
                .Where(row => row.TopicId == topic.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(former => former.TopicId, into.Id));
            db.FormerTopics.Add(
                new FormerTopic
                {
                    Id = Guid.CreateVersion7(),
                    TopicId = into.Id,
                    Name = topic.Name,
                    Slug = topic.Slug,
                }
            );
            if (into.Description.Length == 0)
                into.Description = topic.Description;
            db.Topics.Remove(topic);
            db.Audit(who, now, "site.topic.merged", $"topic:{into.Id}", into.Name, topic.Name);
        });
}
