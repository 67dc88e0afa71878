namespace OnRecord.Documents;

/// <summary>Something inside a line.</summary>
public abstract record Inline
{
    /// <summary>What is said of it, outermost first.</summary>
    public ValueList<Mark> Marks { get; init; } = [];

    /// <summary>Attributes of the ProseMirror node that this library does not know, as one JSON object, kept so that nothing is lost.</summary>
    public string? OtherAttributes { get; init; }
}

/// <summary>Words.</summary>
/// <param name="Value">The words, never empty.</param>
public sealed record Text(string Value) : Inline;

/// <summary>A new line within a block.</summary>
public sealed record LineBreak : Inline;

/// <summary>An inline node that this library does not know, kept whole.</summary>
/// <param name="Json">The ProseMirror node as JSON, its marks among it.</param>
public sealed record UnknownInline(string Json) : Inline;
