using Microsoft.EntityFrameworkCore;
using OnRecord.People;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Sealing;

namespace OnRecord.Stories;

/// <summary>What comes with every new version, in one transaction with it: its row, the pictures it shows, the topics it is found under, the people who sign it, the sources it names, and its seal.</summary>
internal static class ShowVersion
{
    /// <summary>Within the caller's transaction.</summary>
    public static async Task Into(OnRecordDb db, Story story, StoryVersion version)
    {
        db.StoryVersions.Add(version);
        await PicturesOfStory.InVersion(db, story.Id, version.Content);
        story.PictureTones = await PicturesOfStory.Tones(db, version.Content);
        await Topics(db, story, version);
        await Byline(db, story, version);
        await Sources(db, story, version);
        await ShowStatements.Of(db, story, version);
        await SealShown.Into(db, story, version);
        db.Announce(new StoryShown(story.Id));
    }

    private static async Task Sources(OnRecordDb db, Story story, StoryVersion version)
    {
        await db.StorySources.Where(row => row.StoryId == story.Id).LoadAsync();
        var before = db.StorySources.Local.Where(row => row.StoryId == story.Id).ToList();
        var now = version
            .Content.Ledger.SelectMany(line => new[] { line.Source.Id, line.Via?.Id })
            .OfType<Guid>()
            .ToHashSet();
        db.StorySources.RemoveRange(before.Where(row => !now.Contains(row.SourceId)));
        foreach (var source in now.Where(id => !before.Exists(row => row.SourceId == id)))
            db.StorySources.Add(new StorySource { StoryId = story.Id, SourceId = source });
    }

    private static async Task Topics(OnRecordDb db, Story story, StoryVersion version)
    {
        await db.StoryTopics.Where(row => row.StoryId == story.Id).LoadAsync();
        var before = db.StoryTopics.Local.Where(row => row.StoryId == story.Id).ToList();
        var now = new HashSet<Guid>();
        foreach (var name in version.Content.Topics)
            now.Add((await Topic.Named(db, name, version.Content.Language)).Id);
        db.StoryTopics.RemoveRange(before.Where(row => !now.Contains(row.TopicId)));
        foreach (var topic in now.Where(id => !before.Exists(row => row.TopicId == id)))
            db.StoryTopics.Add(
                new StoryTopic
                {
                    StoryId = story.Id,
                    TopicId = topic,
                    PublishedAt = story.PublishedAt ?? version.At,
                }
            );
    }

    private static async Task Byline(OnRecordDb db, Story story, StoryVersion version)
    {
        await db.StoryBylines.Where(row => row.StoryId == story.Id).LoadAsync();
        var before = db.StoryBylines.Local.Where(row => row.StoryId == story.Id).ToList();
        var now = new List<Guid>();
        foreach (var name in version.Content.Byline)
            now.Add((await FindOrAddPerson.Named(db, name)).Id);
        now = [.. now.Distinct()];
        db.StoryBylines.RemoveRange(before.Where(row => !now.Contains(row.PersonId)));
        foreach (var (position, person) in now.Index())
            if (before.Find(row => row.PersonId == person) is { } known)
                known.Position = position;
            else
                db.StoryBylines.Add(
                    new StoryByline
                    {
                        StoryId = story.Id,
                        PersonId = person,
                        Position = position,
                        PublishedAt = story.PublishedAt ?? version.At,
                    }
                );
    }
}
