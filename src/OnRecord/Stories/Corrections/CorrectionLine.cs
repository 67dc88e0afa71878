namespace OnRecord.Stories.Corrections;

/// <summary>A correction, clarification, retraction or removal, as lists of them name it.</summary>
internal sealed record CorrectionLine
{
    public required Guid Id { get; init; }
    public required VersionKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When it last read otherwise: its own time, or that of a removal that took its words.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The story's headline now; null where the story was removed, whose words no list repeats.</summary>
    public string? Headline { get; init; }

    /// <summary>Where the story is; null where it was removed.</summary>
    public string? Path { get; init; }

    public required string Language { get; init; }

    public string Note { get; init; } = "";
    public string? Wrong { get; init; }
    public string? Right { get; init; }

    /// <summary>Of a removal: its kind of reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether its words were removed by law.</summary>
    public bool IsErased { get; init; }

    /// <summary>The version that it is.</summary>
    public required int Number { get; init; }

    /// <summary>The version it is to be compared with; null where there is nothing to compare.</summary>
    public int? Since { get; init; }

    /// <summary>Where the two versions are laid side by side; null where there is nothing to compare.</summary>
    public string? Comparison =>
        Path is { } path && Since is { } since ? $"{path}/versions/compare?from={since}&to={Number}" : null;
}
