using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Arrangement;

/// <summary>What surrounds each page on which the newsroom arranges its site.</summary>
public sealed record ArrangementView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required IReadOnlyList<DeskLink> Tabs { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The page that this one was opened from; null on the first of a tab.</summary>
    public DeskLink? Up { get; init; }

    public bool Has(string field) => Problems.Any(problem => problem.Field == field);
}
