using OnRecord.Documents;
using OnRecord.Platform.Web;

namespace OnRecord.Front;

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
}

/// <summary>A section as a link.</summary>
public sealed record SectionLink(string Name, string Path, string? Language);
