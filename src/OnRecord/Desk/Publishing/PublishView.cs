using OnRecord.Desk.Writing;
using OnRecord.Platform;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Publishing;

/// <summary>The page on which a story is shown to readers, corrected or withdrawn.</summary>
public sealed record PublishView
{
    public required StoryHeadView Head { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public required IReadOnlyList<Finding> Checks { get; init; }
    public required bool IsReady { get; init; }

    /// <summary>Whether whoever reads this may approve the text and go on.</summary>
    public required bool MayApprove { get; init; }

    public required bool IsPublished { get; init; }
    public required bool HasNews { get; init; }
    public required bool IsRetracted { get; init; }
    public required bool IsTakenDown { get; init; }

    /// <summary>The verbs that may be chosen: <c>First</c>, or <c>Update</c>, <c>Clarification</c>, <c>Correction</c>, <c>Spelling</c>.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public required PublishFields Filled { get; init; }

    /// <summary>Whether what was said to be only spelling may be more.</summary>
    public bool IsDoubted { get; init; }

    /// <summary>The versions that may have had a mistake, newest first.</summary>
    public IReadOnlyList<MistakenVersion> Mistaken { get; init; } = [];

    /// <summary>Whether there are words that the law could have removed.</summary>
    public bool IsRemovable { get; init; }

    public string? Scheduled { get; init; }
    public string? ScheduledNote { get; init; }
    public string? Embargo { get; init; }
    public required string Clock { get; init; }
    public bool MayModerate { get; init; }
    public required IReadOnlyList<StoryVersionView> Versions { get; init; }

    /// <summary>Whether readers would see nothing new.</summary>
    public bool IsUnchanged => IsPublished && !HasNews && !IsRetracted && !IsTakenDown;

    public bool IsStopped => Checks.Any(finding => finding.Level == FindingLevel.Stops);
}

/// <summary>A version that may have had a mistake.</summary>
public sealed record MistakenVersion(int Number, string Label);
