using OnRecord.Desk.Writing;

namespace OnRecord.Desk.Ledger;

/// <summary>A story's ledger as the desk works on it. The names are those of client/editor/ledger/types.ts.</summary>
public sealed record LedgerView
{
    public required IReadOnlyList<LedgerEntryView> Entries { get; init; }

    /// <summary>Whether readers are shown any of it.</summary>
    public required bool IsShown { get; init; }

    /// <summary>Whether readers also see what is only proposed.</summary>
    public required bool ShowsProposals { get; init; }

    /// <summary>The state of the story; a change to its ledger may move it.</summary>
    public required string State { get; init; }

    public IReadOnlyList<CheckView> Checks { get; init; } = [];
}

public sealed record LedgerEntryView
{
    /// <summary>The id of its marks in the text.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>Proposed</c>, <c>Accepted</c> or <c>Refused</c>.</summary>
    public required string State { get; init; }

    /// <summary>The words as they last stood in the text.</summary>
    public required string Words { get; init; }

    public required LedgerSourceView Source { get; init; }

    /// <summary><c>Direct</c>, <c>Mixed</c>, <c>Indirect</c> or <c>Refusal</c>.</summary>
    public required string Form { get; init; }

    /// <summary><c>OnRecord</c>, <c>OnBackground</c> or <c>NotNamed</c>.</summary>
    public string? Standing { get; init; }

    /// <summary><c>SaidToUs</c>, <c>PublicStatement</c>, <c>Outlet</c> or <c>Document</c>.</summary>
    public string? Channel { get; init; }

    public LedgerSourceView? Via { get; init; }

    /// <summary>As <c>2026-03-13</c>.</summary>
    public string? SaidOn { get; init; }

    /// <summary><c>No</c>, <c>Answered</c>, <c>Declined</c> or <c>NoReply</c>.</summary>
    public required string Sought { get; init; }

    public string? Note { get; init; }

    /// <summary>The second editor who agreed that the source is not named; null of named ones and while nobody has.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Whether whoever asks may agree to it.</summary>
    public required bool MayApprove { get; init; }

    public required IReadOnlyList<CopyView> Copies { get; init; }
}

public sealed record LedgerSourceView
{
    /// <summary>Null while nobody has picked or made one.</summary>
    public Guid? Id { get; init; }

    /// <summary><c>Person</c>, <c>Organisation</c>, <c>Outlet</c>, <c>Document</c>, <c>Post</c>, <c>Group</c> or <c>DataSet</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? Affiliation { get; init; }

    public string? Address { get; init; }

    public required bool IsNamed { get; init; }

    /// <summary>A name of <see cref="Sources.NotNamedReason"/>.</summary>
    public string? Reason { get; init; }
}

public sealed record CopyView(Guid Id, string Title, DateTimeOffset TakenAt, bool IsPublic);

/// <summary>New proposals, each with the places its mark belongs on.</summary>
public sealed record FoundView(LedgerView Ledger, IReadOnlyList<FoundPlacesView> Found);

public sealed record FoundPlacesView(Guid Entry, IReadOnlyList<FoundPlaceView> Places);

/// <summary>Words in a line of the text: lines of paragraphs, headings, captions and pull quotes counted from 0; a break counts as one.</summary>
public sealed record FoundPlaceView(int Line, int Start, int End);
