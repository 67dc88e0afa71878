using OnRecord.Documents;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Lists;

/// <summary>A story as it stands in a list.</summary>
public sealed record StoryLine
{
    public Guid Id { get; init; }

    public required string Path { get; init; }

    /// <summary>Its path as a link.</summary>
    public string Link => PublicAddress.Encode(Path);

    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether the newsroom says that it should not be relied on.</summary>
    public bool IsRetracted { get; init; }

    public IReadOnlyList<string> Byline { get; init; } = [];
    public SectionLink? Section { get; init; }
    public PictureRendering? Picture { get; init; }
    public string Alt { get; init; } = "";

    /// <summary>What was last done to it that readers should know; null where nothing was, or it is retracted, which is said elsewhere.</summary>
    public StoryMark? Mark { get; init; }

    /// <summary>Where its statements come from; null where that is not counted or not shown.</summary>
    public StoryShares? Shares { get; init; }

    /// <summary>How many comments readers see below it; 0 where the list does not say it.</summary>
    public int Comments { get; init; }
}

/// <summary>That a story was updated, clarified or corrected.</summary>
/// <param name="Kind">The end of its word’s key: <c>Updated</c>, <c>Clarified</c>, <c>Corrected</c>.</param>
public sealed record StoryMark(string Kind, DateTimeOffset At);

/// <summary>How many of a story's statements come from whom.</summary>
/// <param name="Asked">Those who declined or did not reply; they have no part in the bar.</param>
public sealed record StoryShares(int Named, int Outlet, int NotNamed, int Asked);

/// <summary>A section as a link.</summary>
public sealed record SectionLink(string Name, string Path, string? Language);
