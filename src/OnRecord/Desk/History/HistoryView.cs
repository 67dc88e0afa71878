using OnRecord.Desk.Writing;
using OnRecord.Platform;

namespace OnRecord.Desk.History;

/// <summary>What happened to a story: steps, versions, earlier texts.</summary>
public sealed record HistoryView
{
    public required StoryHeadView Head { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public required IReadOnlyList<MoveView> Moves { get; init; }
    public required IReadOnlyList<StoryVersionView> Versions { get; init; }
    public required IReadOnlyList<EarlierView> Earlier { get; init; }
}

public sealed record MoveView(string By, string From, string To, string At, string Note);

public sealed record EarlierView(int Revision, string By, string At, string Headline, int Words);

/// <summary>An earlier text, whole.</summary>
public sealed record EarlierTextView
{
    public required StoryHeadView Head { get; init; }
    public required int Revision { get; init; }
    public required string By { get; init; }
    public required string At { get; init; }
    public required string Headline { get; init; }
    public string? Deck { get; init; }

    /// <summary>As HTML.</summary>
    public required string Text { get; init; }

    public required bool MayWrite { get; init; }
}
