using OnRecord.Desk.Ledger;

namespace OnRecord.Desk.Writing;

/// <summary>What the editor begins with. The names are those of its own state, in client/editor/types.ts.</summary>
public sealed record EditorStateView
{
    public required Guid Story { get; init; }
    public required int Revision { get; init; }
    public DateTimeOffset? SavedAt { get; init; }
    public string? SavedBy { get; init; }
    public required NamedView Me { get; init; }
    public required bool MayWrite { get; init; }
    public required bool MayApprove { get; init; }
    public required HoldView Hold { get; init; }
    public required DraftContent Content { get; init; }
    public required LedgerView Ledger { get; init; }
    public required IReadOnlyList<CommentView> Comments { get; init; }
    public required IReadOnlyList<NamedView> Staff { get; init; }
    public required IReadOnlyList<NamedView> Sections { get; init; }
    public required IReadOnlyList<LanguageView> Languages { get; init; }
    public required IReadOnlyDictionary<string, string> Words { get; init; }
    public required string UiLanguage { get; init; }

    /// <summary>The newsroom's own, in which all of the desk tells times.</summary>
    public required string TimeZone { get; init; }
}

public sealed record NamedView(Guid Id, string Name);

public sealed record LanguageView(string Tag, string Name);

/// <summary>Who writes in a story just now.</summary>
public sealed record HoldView(HolderView? Holder, IReadOnlyList<NamedView> Asking, int SeenRevision);

public sealed record HolderView(Guid Id, string Name, string Tab, DateTimeOffset Since);

/// <summary>A colleague's word on a passage.</summary>
public sealed record CommentView
{
    public required Guid Id { get; init; }
    public required string Thread { get; init; }
    public required NamedView By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<string> Mentions { get; init; }
    public ResolutionView? Resolved { get; init; }
    public Guid? ReplyTo { get; init; }
    public required string Quote { get; init; }
}

public sealed record ResolutionView(string By, DateTimeOffset At);

/// <summary>The draft as somebody who watches it gets it.</summary>
public sealed record DraftView(
    int Revision,
    DateTimeOffset? SavedAt,
    string? SavedBy,
    DraftContent Content,
    HoldView Hold,
    IReadOnlyList<CommentView> Comments
);

/// <summary>What a save is answered with.</summary>
public sealed record SavedView(int Revision, DateTimeOffset? SavedAt, string State, IReadOnlyList<CheckView> Checks);

public sealed record CheckView(string Code, string Level, string Message, string Place);

/// <summary>Somebody saved since: their text, to be put beside one's own.</summary>
public sealed record StaleView(int Revision, string By, DateTimeOffset? At, DraftContent Content);
