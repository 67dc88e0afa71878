using Microsoft.EntityFrameworkCore.Metadata;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Search;
using OnRecord.Stories;
using OnRecord.Stories.Sealing;

namespace OnRecord.Benchmarks.Wire;

/// <summary>A published story, with the rows that come with its version.</summary>
internal sealed record MadeStory(
    Story Story,
    StoryVersion Version,
    StoryAddress Address,
    StoryTopic Topic,
    StoryByline Byline,
    VersionToSeal Seal
)
{
    private static readonly DateTimeOffset Newest = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public StoryToIndex ToIndex => new(Story.Id, Version.At, Story.LiveSectionId, Version.Content);

    /// <param name="length">Words of its text, statements in its ledger.</param>
    public static MadeStory Of(
        int number,
        int all,
        (int Words, int Sources) length,
        Section section,
        Topic topic,
        Func<string, Guid> person
    )
    {
        // Spread over ten years, so that archives and searches have something to choose from.
        var at = Newest - ((all - number) * (TimeSpan.FromDays(3650) / all));
        var content = MadeStories.Content(number, length.Words, length.Sources, section.Id, [topic.Name]);
        var story = new Story
        {
            Id = Guid.CreateVersion7(at),
            CreatedAt = at,
            Draft = content,
        };
        var path = Story.AddressOf(at, $"{MadeStories.Word(number % 20000)}-{number}");
        var version = story.Publish(at, at, path).Value!;
        return new MadeStory(
            story,
            version,
            new StoryAddress { Path = path, StoryId = story.Id },
            new StoryTopic
            {
                StoryId = story.Id,
                TopicId = topic.Id,
                PublishedAt = at,
            },
            new StoryByline
            {
                StoryId = story.Id,
                PersonId = person(content.Byline[0]),
                Position = 0,
                PublishedAt = at,
            },
            SealShown.Of(story, version, section.Name)
        );
    }
}

/// <summary>Some thousand stories, ready to be written.</summary>
internal sealed record StoryBatch(
    List<string> Paths,
    IReadOnlyList<NewRows> Rows,
    IReadOnlyList<VersionToSeal> Versions,
    ReadStoryWords Words
)
{
    public static StoryBatch Of(IModel model, IEnumerable<MadeStory> made)
    {
        var stories = made.ToList();
        return new StoryBatch(
            stories.ConvertAll(story => story.Address.Path),
            [
                NewRows.Of(model, stories.Select(story => story.Story)),
                NewRows.Of(model, stories.Select(story => story.Version)),
                NewRows.Of(model, stories.Select(story => story.Address)),
                NewRows.Of(model, stories.Select(story => story.Topic)),
                NewRows.Of(model, stories.Select(story => story.Byline)),
            ],
            stories.ConvertAll(story => story.Seal),
            IndexStories.Read(stories.Select(story => story.ToIndex))
        );
    }
}
