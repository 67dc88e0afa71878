namespace OnRecord.Attribution.Tests.HeldOut;

/// <summary>A statement as a careful reader marked it by hand.</summary>
internal sealed record GoldAttribution
{
    /// <summary>What is said; several spans where something breaks it.</summary>
    public required IReadOnlyList<Span> Content { get; init; }

    /// <summary>Whether it is said, rather than thought, found, read or meant: what is not counts neither for nor against.</summary>
    public required bool Speech { get; init; }

    /// <summary>The words that name the source; empty where nobody is named.</summary>
    public IReadOnlyList<Span> Source { get; init; } = [];

    /// <summary>The outlet through which it came.</summary>
    public IReadOnlyList<Span> Via { get; init; } = [];

    /// <summary>The words that attribute.</summary>
    public IReadOnlyList<Span> Cue { get; init; } = [];

    /// <summary>The source in full; null where the set does not say.</summary>
    public string? Name { get; init; }

    /// <summary>What the source is; null where the set does not say.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>Whether the text names the source; null where the set does not say.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Whether the source would not speak.</summary>
    public bool Refusal { get; init; }
}

/// <summary>A text and what is said in it.</summary>
/// <param name="File">Its file.</param>
/// <param name="Text">The text without any mark.</param>
/// <param name="Gold">Its statements.</param>
internal sealed record GoldText(string File, string Text, IReadOnlyList<GoldAttribution> Gold)
{
    /// <summary>The first line.</summary>
    public string Headline => Text.Split('\n', 2)[0];

    /// <summary>What stands below the first line.</summary>
    public string Body => Text.Split('\n', 2) is [_, var body] ? body : "";
}
