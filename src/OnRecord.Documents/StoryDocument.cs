namespace OnRecord.Documents;

/// <summary>A story's text: a list of blocks. Immutable; equal to another with the same blocks.</summary>
/// <param name="Blocks">The blocks in reading order.</param>
public sealed record StoryDocument(ValueList<Block> Blocks)
{
    /// <summary>A document with no blocks.</summary>
    public static StoryDocument Empty { get; } = new([]);

    /// <summary>Attributes of the document node that this library does not know, as one JSON object, kept so that nothing is lost.</summary>
    public string? OtherAttributes { get; init; }
}
