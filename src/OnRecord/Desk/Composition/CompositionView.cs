using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Composition;

/// <summary>The page on which the front is put together.</summary>
public sealed record CompositionView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What was just done, as a sentence.</summary>
    public string? Said { get; init; }

    public required int Revision { get; init; }

    public SlotView? Lead { get; init; }

    /// <summary>What leads by itself; null where what was chosen does.</summary>
    public StoryChoice? LeadFill { get; init; }

    public required IReadOnlyList<SlotView> Seconds { get; init; }
    public required IReadOnlyList<StoryChoice> SecondFills { get; init; }

    /// <summary>Whether the blocks are chosen, and do not come by themselves.</summary>
    public required bool BlocksChosen { get; init; }

    public required IReadOnlyList<BlockRow> Blocks { get; init; }
    public required IReadOnlyList<SectionChoice> Addable { get; init; }
    public required string Notice { get; init; }

    /// <summary>As the form takes a time.</summary>
    public required string NoticeUntil { get; init; }

    /// <summary>The newsroom's, in which the notice is written.</summary>
    public required string Language { get; init; }

    public required string Sought { get; init; }
    public required IReadOnlyList<StoryChoice> Found { get; init; }

    /// <summary>What another editor saved meanwhile; null where nobody did.</summary>
    public TheirsView? Theirs { get; init; }

    /// <summary>Who saved the front last, and when; null where nobody did.</summary>
    public string? LastSaved { get; init; }

    public bool Has(string field) => Problems.Any(problem => problem.Field == field);
}

/// <summary>A place with the story in it.</summary>
/// <param name="Until">When it leaves the place, as the form takes a time; empty where it stays.</param>
public sealed record SlotView(StoryChoice Story, string Until)
{
    /// <summary>Why something else stands there, or what an editor should know; null where all is well.</summary>
    public string? Standing { get; init; }
}

/// <summary>A story as a row.</summary>
public sealed record StoryChoice(Guid Id, string Headline, string Language, string Section, string Published);

/// <summary>A section's block as a row.</summary>
public sealed record BlockRow(Guid Id, string Name, string Language, int Stories);

/// <summary>A section that could get a block.</summary>
public sealed record SectionChoice(Guid Id, string Name);

/// <summary>The front as another editor saved it.</summary>
/// <param name="Lead">Null where the newest leads.</param>
/// <param name="Blocks">Null where they come by themselves.</param>
public sealed record TheirsView(
    StoryChoice? Lead,
    IReadOnlyList<StoryChoice> Seconds,
    IReadOnlyList<string>? Blocks,
    string Notice
);
