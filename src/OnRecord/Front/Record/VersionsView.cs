using OnRecord.Front.StoryPages;

namespace OnRecord.Front.Record;

/// <summary>All versions of a story on a page of their own.</summary>
public sealed record VersionsView
{
    public required ShellView Shell { get; init; }
    public required string Headline { get; init; }

    /// <summary>The story, as a link.</summary>
    public required string Story { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<VersionLine> Versions { get; init; }

    /// <summary>The numbers of those that can be compared, newest first.</summary>
    public required IReadOnlyList<int> Shown { get; init; }

    public required int From { get; init; }
    public required int To { get; init; }

    /// <summary>Why what was asked for cannot be shown.</summary>
    public string? Problem { get; init; }
}

/// <summary>Two versions compared.</summary>
/// <param name="Of">The versions there are, and which two these are.</param>
public sealed record CompareView(VersionsView Of, ComparisonView Changes);
