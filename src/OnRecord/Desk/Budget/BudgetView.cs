using OnRecord.Desk.Writing;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Budget;

/// <summary>The story budget: everything in motion.</summary>
public sealed record BudgetView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required BudgetQuery Query { get; init; }
    public required IReadOnlyList<StoryRowView> Stories { get; init; }

    /// <summary>How many stories are in each state, by its key.</summary>
    public required IReadOnlyList<StateCountView> States { get; init; }

    public required IReadOnlyList<NamedView> Staff { get; init; }
    public required IReadOnlyList<NamedView> Sections { get; init; }
    public required IReadOnlyList<SavedFilterView> Filters { get; init; }

    /// <summary>The query of the next page; null on the last.</summary>
    public string? Next { get; init; }

    public bool MayWrite { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

public sealed record StateCountView(string State, int Count);

public sealed record SavedFilterView(Guid Id, string Name, string Query, bool Mine, bool Here);

/// <summary>A story in a list of the desk.</summary>
public sealed record StoryRowView
{
    public required Guid Id { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }
    public required string State { get; init; }
    public required string Section { get; init; }
    public required string Writers { get; init; }
    public string? Due { get; init; }
    public bool IsLate { get; init; }
    public required string Changed { get; init; }

    /// <summary>Whether readers have a version of it already.</summary>
    public bool IsLive { get; init; }
}
