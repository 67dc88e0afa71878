using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;
using OnRecord.Search;

namespace OnRecord.Front.Search;

/// <summary>The search page.</summary>
public sealed record SearchView
{
    public required ShellView Shell { get; init; }
    public required Words Words { get; init; }
    public required string Typed { get; init; }

    /// <summary>The slug of the section it is narrowed to.</summary>
    public string? Section { get; init; }
    public IReadOnlyList<SectionChoice> Sections { get; init; } = [];

    /// <summary>The first day, as it was typed.</summary>
    public string From { get; init; } = "";
    public string Until { get; init; } = "";
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether something was typed that holds no word.</summary>
    public bool HasNoWords { get; init; }

    /// <summary>Whether words were looked for.</summary>
    public bool IsAnswered { get; init; }
    public IReadOnlyList<FoundView> Stories { get; init; } = [];

    /// <summary>How many stories there are, as a sentence; empty where there is none.</summary>
    public string Count { get; init; } = "";
    public string? Hint { get; init; }

    /// <summary>What may have been meant.</summary>
    public string? Meant { get; init; }
    public string? MeantLink { get; init; }

    /// <summary>Whether the stories are those of what may have been meant.</summary>
    public bool IsInstead { get; init; }

    /// <summary>Words of the question that have stories by themselves.</summary>
    public IReadOnlyList<WordLink> Alone { get; init; } = [];

    /// <summary>The same question without section and dates; null where there are none.</summary>
    public string? Everywhere { get; init; }

    /// <summary>Where a reader's program follows what is found.</summary>
    public string? Feed { get; init; }

    /// <summary>The page that continues this one; null at the end.</summary>
    public string? Next { get; init; }

    /// <summary>The first page; null on it.</summary>
    public string? First { get; init; }
}

/// <summary>A section one can look in.</summary>
public sealed record SectionChoice(string Slug, string Name, string? Language);

/// <summary>A word, and the search for it.</summary>
public sealed record WordLink(string Word, string Link);

/// <summary>A story that was found.</summary>
public sealed record FoundView
{
    public required string Link { get; init; }
    public required IReadOnlyList<SnippetPart> Headline { get; init; }
    public required IReadOnlyList<SnippetPart> Passage { get; init; }
    public required string Language { get; init; }
    public string? Byline { get; init; }
    public SectionLink? Section { get; init; }
    public bool IsRetracted { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Its date, on the newsroom's clock and in its words.</summary>
    public required string Said { get; init; }
}
