using OnRecord.Documents;

namespace OnRecord.Front.Record;

/// <summary>What differs between two versions.</summary>
/// <param name="Summary">In one sentence.</param>
/// <param name="Fields">What changed, in the order of the page.</param>
public sealed record ComparisonView(string Summary, IReadOnlyList<ChangedField> Fields);

/// <summary>One thing that changed: the headline, the text, the sources.</summary>
public sealed record ChangedField(string Label, IReadOnlyList<ChangedRun> Lines);

/// <summary>Lines that follow each other: some that changed, or a stretch that did not and is folded.</summary>
public sealed record ChangedRun(IReadOnlyList<ChangedLine> Lines, FoldedLines? Folded = null);

/// <summary>What a folded stretch says of itself.</summary>
/// <param name="Opening">Its first words.</param>
public sealed record FoldedLines(string Label, string Opening);

/// <summary>A paragraph, a heading, a picture's caption, and what changed in it.</summary>
/// <param name="Note">What changed beside its words.</param>
public sealed record ChangedLine(LineMark Mark, IReadOnlyList<ChangedPiece> Pieces, string? Note = null)
{
    /// <summary>The picture that was taken out.</summary>
    public ComparedPicture? Before { get; init; }

    /// <summary>The picture that came in.</summary>
    public ComparedPicture? After { get; init; }
}

/// <summary>Some words that stayed, came or went.</summary>
/// <param name="Middle">Of a long stretch that stayed: what may be folded away.</param>
/// <param name="End">What comes after that.</param>
public sealed record ChangedPiece(PieceMark Mark, string Text, string? Middle = null, string? End = null);

/// <summary>A picture as it is shown beside another.</summary>
public sealed record ComparedPicture(PictureRendering Picture, string Alt);

public enum LineMark
{
    Same = 1,
    Changed,
    Added,
    Removed,
    Moved,
}

public enum PieceMark
{
    Same = 1,
    Added,
    Removed,
}
