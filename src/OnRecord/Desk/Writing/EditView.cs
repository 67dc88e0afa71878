using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Writing;

/// <summary>What is the same on every page of one story at the desk.</summary>
public sealed record StoryHeadView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required Guid Id { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }

    /// <summary>The key of its state's word.</summary>
    public required string State { get; init; }

    /// <summary>Its address among readers, once it has one.</summary>
    public string? Path { get; init; }

    /// <summary>Which of the story's pages this is: <c>text</c>, <c>publish</c> or <c>history</c>.</summary>
    public required string Here { get; init; }

    public bool MayPublish { get; init; }
    public string Desk => $"/desk/stories/{Id}";
}

/// <summary>The page on which a story is written.</summary>
public sealed record EditView
{
    public required StoryHeadView Head { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What the editor begins with, as JSON that may stand in a page.</summary>
    public required string State { get; init; }

    public required bool MayWrite { get; init; }
    public required string Deck { get; init; }
    public string? SectionId { get; init; }
    public required IReadOnlyList<NamedView> Sections { get; init; }
    public required IReadOnlyList<LanguageView> Languages { get; init; }
    public required string Byline { get; init; }
    public required string Topics { get; init; }
    public required IReadOnlyList<string> KnownPeople { get; init; }
    public required IReadOnlyList<string> KnownTopics { get; init; }
    public required StorySideView Side { get; init; }
}

/// <summary>What stands beside a story's text.</summary>
public sealed record StorySideView
{
    /// <summary>Since when it stands where it stands, in words.</summary>
    public required string Since { get; init; }

    public required string Brief { get; init; }
    public required IReadOnlyList<StepView> Steps { get; init; }
    public required IReadOnlyList<Finding> Checks { get; init; }
    public required IReadOnlyList<string> Approvals { get; init; }
    public required IReadOnlyList<WriterView> Writers { get; init; }
    public required bool MayAssign { get; init; }
    public required string DueAt { get; init; }
    public required string EmbargoUntil { get; init; }
    public string? Due { get; init; }
    public bool IsLate { get; init; }
    public string? Embargo { get; init; }
    public string? Scheduled { get; init; }
    public required string Clock { get; init; }
    public required IReadOnlyList<PreviewLinkView> Links { get; init; }

    /// <summary>The address of a link just made; shown once.</summary>
    public string? NewLink { get; init; }

    /// <summary>What readers reported of it and nobody answered yet.</summary>
    public IReadOnlyList<Reports.OpenReportView> Reports { get; init; } = [];

    public required IReadOnlyList<StoryVersionView> Versions { get; init; }
}

/// <summary>A step the story may take.</summary>
/// <param name="Main">Whether it is the usual next one.</param>
/// <param name="AsksFirst">Whether it would be hard to take back.</param>
public sealed record StepView(string To, string Word, bool Main, bool AsksFirst);

public sealed record WriterView(Guid Id, string Name, bool Writes);

public sealed record PreviewLinkView(Guid Id, string For, string Ends);

public sealed record StoryVersionView(int Number, string Kind, string At, string Note, string By);
