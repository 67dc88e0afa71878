using System.Linq.Expressions;
using OnRecord.Stories;

namespace OnRecord.Front.StoryPages;

/// <summary>A story as its pages need it: without the draft, which readers never see.</summary>
internal sealed record ShownStory
{
    public required Guid Id { get; init; }
    public string? Path { get; init; }
    public Guid? LiveVersionId { get; init; }
    public Guid? LiveSectionId { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? RetractedAt { get; init; }
    public DateTimeOffset? TakenDownAt { get; init; }
    public bool HidesSources { get; init; }
    public string? PictureTones { get; init; }

    /// <summary>What of its row is read.</summary>
    public static readonly Expression<Func<Story, ShownStory>> Columns = story => new ShownStory
    {
        Id = story.Id,
        Path = story.Path,
        LiveVersionId = story.LiveVersionId,
        LiveSectionId = story.LiveSectionId,
        ChangedAt = story.ChangedAt,
        PublishedAt = story.PublishedAt,
        UpdatedAt = story.UpdatedAt,
        RetractedAt = story.RetractedAt,
        TakenDownAt = story.TakenDownAt,
        HidesSources = story.HidesSources,
        PictureTones = story.PictureTones,
    };

    private static readonly Func<Story, ShownStory> Read = Columns.Compile();

    public static ShownStory Of(Story story) => Read(story);
}
