namespace OnRecord.Documents;

/// <summary>What is said of a run of words.</summary>
public abstract record Mark
{
    /// <summary>Attributes of the ProseMirror mark that this library does not know, as one JSON object, kept so that nothing is lost.</summary>
    public string? OtherAttributes { get; init; }
}

/// <summary>Strong importance.</summary>
public sealed record Strong : Mark;

/// <summary>Stress, or a title.</summary>
public sealed record Emphasis : Mark;

/// <summary>Lowered, as in a formula.</summary>
public sealed record Subscript : Mark;

/// <summary>Raised, as in a square metre.</summary>
public sealed record Superscript : Mark;

/// <summary>Words of a machine.</summary>
public sealed record Code : Mark;

/// <summary>A link.</summary>
/// <param name="Address">http, https, mailto or tel; an address of this site begins with one slash.</param>
public sealed record Link(string Address) : Mark;

/// <summary>The language of words that are not in the story's own.</summary>
/// <param name="Tag">A BCP 47 tag.</param>
public sealed record Language(string Tag) : Mark;

/// <summary>Ties a passage to an entry in the story's ledger of sources.</summary>
/// <param name="Id">The entry's id.</param>
public sealed record Attribution(string Id) : Mark;

/// <summary>The passage that a comment of the desk is about. Readers never see it.</summary>
/// <param name="Id">The comment thread's id.</param>
public sealed record Comment(string? Id) : Mark;

/// <summary>Words that someone suggests to add. Readers never see them before they are accepted.</summary>
/// <param name="Id">The suggestion's id; a replacement's words share it with those they replace.</param>
/// <param name="By">The id of the person who suggests.</param>
/// <param name="At">When, as ISO 8601.</param>
public sealed record Insertion(string? Id, string? By, string? At) : Mark;

/// <summary>Words that someone suggests to take out. Readers see them until it is accepted.</summary>
/// <param name="Id">The suggestion's id.</param>
/// <param name="By">The id of the person who suggests.</param>
/// <param name="At">When, as ISO 8601.</param>
public sealed record Deletion(string? Id, string? By, string? At) : Mark;

/// <summary>A mark that this library does not know, kept whole.</summary>
/// <param name="Json">The ProseMirror mark as JSON.</param>
public sealed record UnknownMark(string Json) : Mark;
