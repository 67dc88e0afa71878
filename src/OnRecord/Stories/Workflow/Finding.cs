namespace OnRecord.Stories.Workflow;

/// <summary>Something the checklist found.</summary>
/// <param name="Code">What it is, for machines.</param>
/// <param name="Level">Whether it stops publication.</param>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="Place">The id of the field or part of the editing page where it is mended.</param>
public sealed record Finding(string Code, FindingLevel Level, string Message, string Place);

public enum FindingLevel
{
    /// <summary>In order; shown, so that the writer sees what was looked at.</summary>
    Fine,
    Advises,
    Stops,
}
