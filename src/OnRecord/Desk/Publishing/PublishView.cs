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

    /// <summary>The verbs that may be chosen: <c>First</c>, or <c>Update</c>, <c>Clarification</c>, <c>Correction</c>.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public string Kind { get; init; } = "";
    public string Note { get; init; } = "";
    public string At { get; init; } = "";
    public string? Scheduled { get; init; }
    public string? ScheduledNote { get; init; }
    public string? Embargo { get; init; }
    public required string Clock { get; init; }
    public required IReadOnlyList<StoryVersionView> Versions { get; init; }

    /// <summary>Whether readers would see nothing new.</summary>
    public bool IsUnchanged => IsPublished && !HasNews && !IsRetracted && !IsTakenDown;

    public bool IsStopped => Checks.Any(finding => finding.Level == FindingLevel.Stops);
}
