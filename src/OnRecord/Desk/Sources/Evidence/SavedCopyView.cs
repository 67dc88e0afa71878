using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Sources.Evidence;

/// <summary>One saved copy as the desk sees it.</summary>
public sealed record SavedCopyView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Where it was fetched; null of a document that was brought.</summary>
    public string? Address { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>Whether it could be shown to readers.</summary>
    public required bool MayShow { get; init; }

    public required bool MayChange { get; init; }

    /// <summary>Whether readers are told who its source is.</summary>
    public required bool IsNamed { get; init; }

    public required bool StandsBehindStatement { get; init; }
    public required bool HasWarc { get; init; }
    public required string AllOfThem { get; init; }
    public required IReadOnlyList<CopyFact> Facts { get; init; }

    /// <summary>The words it stands behind.</summary>
    public string? Statement { get; init; }

    /// <summary>Null where no text could be read in it.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string Page => $"/desk/copies/{Id}";
}

/// <summary>Something about a copy: its name as a word, and what it is.</summary>
public sealed record CopyFact(string Name, string Value, string? Link = null);

/// <summary>The copies behind one statement or source, and the forms that add one.</summary>
public sealed record SavedCopiesView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required string Source { get; init; }
    public required bool IsNamed { get; init; }
    public string? Statement { get; init; }
    public CopyFact? Story { get; init; }

    /// <summary>Where the forms are sent.</summary>
    public required string Action { get; init; }

    public required bool MayAdd { get; init; }

    /// <summary>How large a document may be, in megabytes.</summary>
    public required int Most { get; init; }

    /// <summary>What was sent and refused.</summary>
    public required string Address { get; init; }

    public required string Title { get; init; }
    public required IReadOnlyList<SavedCopyLine> Copies { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

public sealed record SavedCopyLine(string Page, string Title, string TakenAt, bool IsPublic);
