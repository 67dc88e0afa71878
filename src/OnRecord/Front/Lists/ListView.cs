namespace OnRecord.Front.Lists;

/// <summary>Stories, newest first: a section, a topic, or what follows behind the front.</summary>
public sealed record ListView
{
    public required ShellView Shell { get; init; }

    /// <summary>The heading; null behind the front, whose heading is the newsroom's name.</summary>
    public SectionLink? Section { get; init; }

    /// <summary>The topic, where the list is of one.</summary>
    public SectionLink? Topic { get; init; }

    /// <summary>What stands above the stories; empty where nothing does.</summary>
    public string Description { get; init; } = "";

    public required IReadOnlyList<StoryLine> Stories { get; init; }

    /// <summary>How many of them stand as lead and seconds.</summary>
    public int Large { get; init; }

    /// <summary>The page that continues this one; null at the end.</summary>
    public string? Older { get; init; }

    /// <summary>The first page; null on it.</summary>
    public string? Newest { get; init; }

    /// <summary>From an instant to the newsroom's clock.</summary>
    public required Func<DateTimeOffset, DateTimeOffset> Clock { get; init; }
}
