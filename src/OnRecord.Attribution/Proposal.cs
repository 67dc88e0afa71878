using OnRecord.Documents;

namespace OnRecord.Attribution;

/// <summary>One statement found in a text, and whose it is: proposed for a person to decide.</summary>
public sealed record Proposal
{
    /// <summary>What is said, in text order: several spans where the cue breaks a quotation, or where its sentences belong together.
    /// Quotation marks lie inside; a full stop or a cue does not.</summary>
    public required ValueList<Span> Content { get; init; }

    /// <summary>The words that name the source where it speaks, such as <c>he</c>; null where nobody is named.</summary>
    public Span? Source { get; init; }

    /// <summary>Who that is, as fully as the text says, such as <c>Jake Sullivan</c>; null where nobody is named.</summary>
    public string? SourceName { get; init; }

    /// <summary>What kind of source it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>What the text says the source is, such as <c>a spokesman for the Chinese Embassy</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Whether the text names the source.</summary>
    public Standing Standing { get; init; }

    /// <summary>The outlet through which the words came; null where they came straight.</summary>
    public Via? Via { get; init; }

    /// <summary>The words that attribute, such as <c>told</c>.</summary>
    public Span? Cue { get; init; }

    /// <summary>How the words are given.</summary>
    public Form Form { get; init; }
}

/// <summary>A run of UTF-16 code units in the text that was searched.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="End">The unit after the last.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>How many units it covers.</summary>
    public int Length => End - Start;
}

/// <summary>An outlet that passed a statement on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">Where it stands.</param>
public sealed record Via(string Name, Span Words);

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>One human being.</summary>
    Person = 1,

    /// <summary>A body that speaks: a company, a ministry, a state.</summary>
    Organisation = 2,

    /// <summary>A newspaper, station or agency.</summary>
    Outlet = 3,

    /// <summary>Something written or recorded: a report, a ruling, minutes.</summary>
    Document = 4,

    /// <summary>A message on a social network.</summary>
    Post = 5,

    /// <summary>Several people together who are not named one by one.</summary>
    Group = 6,

    /// <summary>Figures gathered to be counted with.</summary>
    DataSet = 7,
}

/// <summary>Whether the text says who the source is.</summary>
public enum Standing
{
    /// <summary>By name.</summary>
    Named = 1,

    /// <summary>Not by name.</summary>
    Anonymous = 2,
}

/// <summary>How the words of a source are given.</summary>
public enum Form
{
    /// <summary>As they were said, in quotation marks.</summary>
    Direct = 1,

    /// <summary>Partly in quotation marks.</summary>
    Mixed = 2,

    /// <summary>In the writer's words.</summary>
    Indirect = 3,

    /// <summary>The source would not speak.</summary>
    Refusal = 4,
}
