using OnRecord.Platform;

namespace OnRecord.Stories;

/// <summary>What a version is to readers, and what they are told of it.</summary>
internal sealed record VersionAct(VersionKind Kind, string Note)
{
    public const int LongestNote = 1000;

    public Correction? Correction { get; init; }

    /// <summary>Only spelling or layout: a version, but the story does not count as updated.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether somebody has looked at what speaks against its being only spelling.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>What is said of it where there is room for one thing.</summary>
    public string Told =>
        Note.Trim().Length > 0 ? Note.Trim()
        : Correction is { } correction ? $"{correction.Wrong.Trim()} → {correction.Right.Trim()}"
        : "";

    /// <summary>What is missing, or too long. A first publication and a spelling need no note; a correction says what was wrong and right, and may leave it at that.</summary>
    public IReadOnlyList<Problem> Problems() =>
        Kind == VersionKind.Correction
            ? [.. WordProblems(), .. NoteProblems(needed: false)]
            : [.. NoteProblems(needed: Kind != VersionKind.First && !IsQuiet)];

    private IEnumerable<Problem> NoteProblems(bool needed)
    {
        if (needed && string.IsNullOrWhiteSpace(Note))
            yield return new Problem(
                "note",
                "Say in a sentence what changed. Readers see it in “What changed in this story”."
            );
        if (Note.Length > LongestNote)
            yield return new Problem("note", "The note is longer than 1,000 characters. Make it shorter.");
    }

    private IEnumerable<Problem> WordProblems()
    {
        if (string.IsNullOrWhiteSpace(Correction?.Wrong))
            yield return new Problem(
                "wrong",
                "Say what was wrong, in words that are understood without the story. Readers see it above the text."
            );
        if (string.IsNullOrWhiteSpace(Correction?.Right))
            yield return new Problem("right", "Say what is right. Readers see it beside what was wrong.");
        if (Correction?.Wrong.Length > Correction.Longest)
            yield return new Problem("wrong", "What was wrong is longer than 1,000 characters. Make it shorter.");
        if (Correction?.Right.Length > Correction.Longest)
            yield return new Problem("right", "What is right is longer than 1,000 characters. Make it shorter.");
    }
}

/// <summary>What was wrong and what is right, in plain words.</summary>
/// <param name="Since">The number of the first version that had the mistake; null for the one before.</param>
internal sealed record Correction(string Wrong, string Right, int? Since = null)
{
    public const int Longest = 1000;
}
