namespace OnRecord.Front.Margin;

/// <summary>All sources of a story on a page of their own.</summary>
public sealed record SourcesView
{
    public required ShellView Shell { get; init; }
    public required string Headline { get; init; }

    /// <summary>The story, as a link.</summary>
    public required string Story { get; init; }

    public required StorySources Sources { get; init; }

    /// <summary>Each source with its statements, in the order of the text.</summary>
    public required IReadOnlyList<IGrouping<string, SourceNoteView>> BySource { get; init; }
}
