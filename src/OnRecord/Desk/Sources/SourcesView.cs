using OnRecord.Desk.Ledger;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Sources;

/// <summary>Whom the newsroom listens to, a page at a time.</summary>
public sealed record SourcesView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required string Sought { get; init; }

    /// <summary>Which kind, a name of <see cref="Attribution.SourceKind"/>; empty for all.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<SourceRowView> Sources { get; init; }
    public string? Next { get; init; }
    public bool IsLater { get; init; }
    public required bool MayAdd { get; init; }
    public bool IsNarrowed => Sought.Length > 0 || Kind.Length > 0;
}

/// <param name="Statements">How many of theirs readers see.</param>
/// <param name="PassedOn">How many readers see that came through it.</param>
/// <param name="Last">The day on which readers last got a new one; null where they have none.</param>
public sealed record SourceRowView(LedgerSourceView Source, int Statements, int PassedOn, int Stories, string? Last);

/// <summary>A source's fields as a form shows them.</summary>
public sealed record SourceFieldsView
{
    public required Words Words { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public string? Role { get; init; }
    public string? Affiliation { get; init; }
    public string? Address { get; init; }
    public required bool IsNamed { get; init; }
    public string? Reason { get; init; }
    public string Notes { get; init; } = "";

    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;
}

/// <summary>A page that holds nothing but a source's fields.</summary>
public sealed record NewSourceView(DeskView Around, Words Words, SourceFieldsView Fields);
