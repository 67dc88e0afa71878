using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Archive;

namespace OnRecord.Feeds;

/// <summary>Which stories a feed holds: all of them, or those of one section, topic, person, month or search.</summary>
internal sealed record FeedList
{
    /// <summary>The path of the page that lists them, encoded; the feeds lie below it.</summary>
    public required string Page { get; init; }

    /// <summary>Its name; null for all stories.</summary>
    public string? Name { get; init; }
    public string? Description { get; init; }

    /// <summary>The language of its name; null for the newsroom's.</summary>
    public string? Language { get; init; }
    public Guid? Section { get; init; }
    public Guid? Topic { get; init; }
    public Guid? Person { get; init; }

    /// <summary>Published within it.</summary>
    public MonthSpan? Month { get; init; }

    /// <summary>None but these.</summary>
    public IReadOnlyList<Guid>? Stories { get; init; }

    /// <summary>What the addresses of page and feed ask for besides; empty or with its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>What its pages hang on in the store.</summary>
    public string Tag =>
        Section is { } section ? StoryTags.Section(section)
        : Topic is { } topic ? StoryTags.Topic(topic)
        : Person is { } person ? StoryTags.Person(person)
        : Month is { } month ? StoryTags.Archive(month.Year, month.Month)
        : StoryTags.Front;

    public static FeedList All { get; } = new() { Page = "/" };

    public static FeedList Of(Section section) =>
        new()
        {
            Page = PublicAddress.Encode($"/section/{section.Slug}"),
            Name = section.Name,
            Description = section.Description,
            Language = section.Language,
            Section = section.Id,
        };

    public static FeedList Of(Topic topic) =>
        new()
        {
            Page = PublicAddress.Encode($"/topic/{topic.Slug}"),
            Name = topic.Name,
            Description = topic.Description,
            Language = topic.Language,
            Topic = topic.Id,
        };

    public static FeedList Of(People.Person person) =>
        new()
        {
            Page = PublicAddress.Encode($"/by/{person.Slug}"),
            Name = person.Name,
            Description = person.Bio,
            Person = person.Id,
        };

    /// <summary>The path of its feed in a form.</summary>
    public string PathOf(FeedFormat form) => $"{Page.TrimEnd('/')}/{form.File}{Query}";
}
