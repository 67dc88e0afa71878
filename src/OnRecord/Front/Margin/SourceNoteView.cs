using OnRecord.Attribution;

namespace OnRecord.Front.Margin;

/// <summary>What stands in a story's margin: who said what, and how it reached the newsroom.</summary>
/// <param name="Notes">In the order of the text.</param>
/// <param name="Path">The page that lists the sources, as a link; null where there is none, as of a draft.</param>
public sealed record StorySources(IReadOnlyList<SourceNoteView> Notes, TallyView Tally, string? Path);

/// <summary>One statement and where it comes from.</summary>
public sealed record SourceNoteView
{
    /// <summary>From 1, in the order of the text.</summary>
    public required int Number { get; init; }

    public required SpokenAs As { get; init; }
    public required CitedView Source { get; init; }

    /// <summary>The same for all statements of one source. People who are not named are never taken for one another.</summary>
    public required string SourceKey { get; init; }

    public required Form Form { get; init; }

    /// <summary>The outlet the words came through.</summary>
    public CitedView? Via { get; init; }

    public DateOnly? SaidOn { get; init; }

    /// <summary>Whether a person decided it.</summary>
    public required bool IsChecked { get; init; }

    /// <summary>The words themselves, as they stand in the text.</summary>
    public required string Words { get; init; }

    /// <summary>What a screen reader calls the link to the note.</summary>
    public required string Label { get; init; }

    /// <summary>What the source is; beside a note further up, that it stands there.</summary>
    public required IReadOnlyList<NotePart> Who { get; init; }

    /// <summary>How the words reached us, on which terms, and what is kept of them.</summary>
    public required IReadOnlyList<NotePart> How { get; init; }

    /// <summary>The addresses of the copies that readers may open, from the root.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>The class of its words and its note.</summary>
    public string Class =>
        $"{As switch
    {
        SpokenAs.Outlet => "outlet",
        SpokenAs.NotNamed => "anonymous",
        SpokenAs.Asked => "asked",
        _ => "named",
    }}{(IsChecked ? "" : " proposed")}";
}

/// <summary>A source as readers may know it.</summary>
/// <param name="Link">Where it is found, http or https; null where nowhere, and of somebody who is not named.</param>
public sealed record CitedView(string Name, SourceKind Kind, bool IsNamed)
{
    public string? Role { get; init; }
    public string? Affiliation { get; init; }
    public string? Link { get; init; }
}

/// <summary>Some words of a note.</summary>
/// <param name="IsOfStory">Whether they are in the story's language, not in the furniture's.</param>
/// <param name="After">What follows them without a space.</param>
public sealed record NotePart(
    string Text,
    bool IsOfStory = false,
    string? Class = null,
    string? Link = null,
    string After = ""
);

/// <summary>Under which of the four shares a statement is counted.</summary>
public enum SpokenAs
{
    Named = 1,
    Outlet = 2,
    NotNamed = 3,

    /// <summary>Declined, or did not reply.</summary>
    Asked = 4,
}
