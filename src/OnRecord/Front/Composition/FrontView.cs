using OnRecord.Front.Lists;

namespace OnRecord.Front.Composition;

/// <summary>The front: what an editor placed, and what came to stand there by itself.</summary>
public sealed record FrontView
{
    public required ShellView Shell { get; init; }

    /// <summary>That this is not yet the front; null where it is.</summary>
    public string? Preview { get; init; }

    /// <summary>The newsroom's own words above everything; empty where there are none.</summary>
    public string Notice { get; init; } = "";

    /// <summary>The newest correction or retraction; null where none is new.</summary>
    public NewCorrection? Correction { get; init; }

    /// <summary>Null where no story may lead.</summary>
    public StoryLine? Lead { get; init; }

    public IReadOnlyList<StoryLine> Seconds { get; init; } = [];
    public IReadOnlyList<StoryLine> River { get; init; } = [];
    public IReadOnlyList<BlockView> Blocks { get; init; } = [];

    /// <summary>The page that continues the river; null at the end.</summary>
    public string? Older { get; init; }

    /// <summary>From an instant to the newsroom's clock.</summary>
    public required Func<DateTimeOffset, DateTimeOffset> Clock { get; init; }

    /// <summary>On the newsroom's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    public bool IsEmpty => Lead is null && Seconds.Count == 0 && River.Count == 0;
}

/// <summary>A section's block.</summary>
public sealed record BlockView(SectionLink Section, IReadOnlyList<StoryLine> Stories);

/// <summary>A correction that readers of the story should hear of.</summary>
/// <param name="Kind">The key of its word: <c>Kind.Correction</c>, <c>Kind.Retraction</c>.</param>
/// <param name="Link">The story.</param>
/// <param name="Changed">Where its versions are told.</param>
public sealed record NewCorrection(string Kind, string Headline, string Language, string Link, string Changed)
{
    public string Note { get; init; } = "";
    public string? Wrong { get; init; }
    public string? Right { get; init; }
}
