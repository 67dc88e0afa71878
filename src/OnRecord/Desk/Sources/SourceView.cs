using OnRecord.Desk.Ledger;
using OnRecord.Desk.Sources.Overview;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Sources;

/// <summary>A source's own page.</summary>
public sealed record SourceView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public required LedgerSourceView Source { get; init; }
    public required string Notes { get; init; }

    /// <summary>Statements of theirs in ledgers, those of drafts too; refused proposals left out.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<StatementView> Statements { get; init; }
    public string? Earlier { get; init; }
    public string? Later { get; init; }
    public required IReadOnlyList<SourceCopyView> Copies { get; init; }
    public required IReadOnlyList<MergedView> Merged { get; init; }
    public required IReadOnlyList<HistoryLineView> History { get; init; }
    public required SourceFieldsView Fields { get; init; }

    /// <summary>How many published stories show it.</summary>
    public required int Shown { get; init; }

    public required SparkView Spark { get; init; }
    public required bool MayChange { get; init; }
    public required bool MayMerge { get; init; }
}

/// <summary>One statement of a source, with its story.</summary>
public sealed record StatementView
{
    public required string Words { get; init; }
    public required string Language { get; init; }
    public required string Form { get; init; }
    public string? Standing { get; init; }
    public string? Channel { get; init; }

    /// <summary>The outlet it came through; null where it came straight, or where this source is the outlet.</summary>
    public string? Via { get; init; }

    /// <summary>Whose words they are, where this source only passed them on.</summary>
    public string? SaidBy { get; init; }

    public string? On { get; init; }
    public required string Sought { get; init; }
    public string? Note { get; init; }
    public required string Link { get; init; }
    public required string Headline { get; init; }

    /// <summary>The key of the story's state.</summary>
    public required string StoryState { get; init; }

    public required bool IsProposed { get; init; }

    /// <summary>Whether readers see it now.</summary>
    public required bool IsShown { get; init; }
}

/// <param name="Title">Null where the source is not named: a title may say who it is.</param>
public sealed record SourceCopyView(Guid Id, string? Title, string TakenAt, bool IsPublic);

public sealed record MergedView(string Name, string? Described);

public sealed record HistoryLineView(string At, string By, string Act, string Label, IReadOnlyList<string> Before);

/// <summary>What a change of a source would do to stories that readers have.</summary>
public sealed record ConfirmChangeView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required int Stories { get; init; }
    public required bool Quiet { get; init; }

    /// <summary>What readers are told, in the newsroom's language.</summary>
    public required string Note { get; init; }

    public required IReadOnlyList<ChangedFieldView> Changes { get; init; }

    /// <summary>The form once more, to be sent again.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Sent { get; init; }
}

public sealed record ChangedFieldView(string Field, string Was, string Is);

/// <summary>Two sources that are to be one.</summary>
public sealed record MergeView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public required MergeSideView From { get; init; }
    public MergeSideView? Into { get; init; }
    public required string Sought { get; init; }
    public required IReadOnlyList<SourceRowView> Found { get; init; }
}

/// <param name="Statements">In all ledgers, drafts too.</param>
/// <param name="Shown">How many published stories show it.</param>
public sealed record MergeSideView(LedgerSourceView Source, int Statements, int Stories, int Copies, int Shown);
