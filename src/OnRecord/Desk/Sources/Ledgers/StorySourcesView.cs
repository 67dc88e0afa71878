using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Sources.Ledgers;

/// <summary>A story's ledger as a page of its own, for those who work without script.</summary>
public sealed record StorySourcesView
{
    public required StoryHeadView Head { get; init; }
    public required Words Words { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Those whose words stand in the text, in its order.</summary>
    public required IReadOnlyList<LedgerEntryView> InText { get; init; }

    /// <summary>Words that are marked and of which nobody has said whose they are.</summary>
    public required IReadOnlyList<NewEntryView> Unsaid { get; init; }

    /// <summary>Accepted ones whose words are gone from the text.</summary>
    public required IReadOnlyList<LedgerEntryView> Lost { get; init; }

    public required IReadOnlyList<LedgerEntryView> Refused { get; init; }

    /// <summary>Those of its sources that are not named.</summary>
    public required IReadOnlyList<UnnamedView> Unnamed { get; init; }

    /// <summary>What the checklist says of its sources.</summary>
    public required IReadOnlyList<CheckView> Checks { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>Whether the newsroom shows readers sources at all.</summary>
    public required bool NewsroomShows { get; init; }

    public required bool IsShown { get; init; }
    public required bool MaySwitch { get; init; }
    public required bool ShowsProposals { get; init; }

    /// <summary>Whether whoever asks may change what readers see of proposals.</summary>
    public required bool MaySwitchProposals { get; init; }

    public string Path => $"{Head.Desk}/sources";
}

/// <param name="Id">The mark's.</param>
public sealed record NewEntryView(Guid Id, string Words);

/// <summary>Somebody who is not named in a story, and whether a second editor has agreed.</summary>
public sealed record UnnamedView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Reason { get; init; }
    public string? ApprovedBy { get; init; }
    public required bool MayApprove { get; init; }
    public required bool MayAsk { get; init; }
}

/// <summary>What can be said of one entry.</summary>
public sealed record EntryPageView
{
    public required StoryHeadView Head { get; init; }
    public required Words Words { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public required Guid Id { get; init; }
    public required string Said { get; init; }
    public required EntryForm Form { get; init; }
    public required IReadOnlyList<LedgerSourceView> Offered { get; init; }
    public required IReadOnlyList<LedgerSourceView> Outlets { get; init; }
    public required string Sought { get; init; }

    public string Path => $"{Head.Desk}/sources";

    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;
}
